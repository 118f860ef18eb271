import { Field, ObjectType, registerEnumType } from "type-graphql";

/** What the server notes about an act. */
export const AuditNoteCode = {
  SAID: "SAID",
  MERGED: "MERGED",
  VERDICTS_CHANGED: "VERDICTS_CHANGED",
  EMBARGO_REMOVED: "EMBARGO_REMOVED",
  EMBARGO_MOVED: "EMBARGO_MOVED",
  OVERRIDDEN: "OVERRIDDEN",
  NOT_PUBLISHED: "NOT_PUBLISHED",
  AS_SCHEDULED: "AS_SCHEDULED",
  LINK_UNTIL: "LINK_UNTIL",
  CAME_AGAIN: "CAME_AGAIN",
} as const;
export type AuditNoteCode = keyof typeof AuditNoteCode;
registerEnumType(AuditNoteCode, {
  name: "AuditNoteCode",
  description: "What the server notes about an act, for messages in another language than English.",
  valuesConfig: {
    SAID: { description: "What the actor said about it. Words: that text." },
    MERGED: { description: "Two objects were merged. Words: the name of the one that is gone, and that of the other." },
    VERDICTS_CHANGED: {
      description:
        "Checks of quotes have other results. Words: for each the verdict before, an arrow, and the new one.",
    },
    EMBARGO_REMOVED: { description: "An embargo was lifted before it had passed. Words: its end, and the reason." },
    EMBARGO_MOVED: { description: "An embargo was moved earlier. Words: its end before, its new end, and the reason." },
    OVERRIDDEN: {
      description:
        "The text was published or scheduled although rules are violated. Words: the reason, if it is in this entry, and the rules, by the names of PublishingRule.",
    },
    NOT_PUBLISHED: {
      description:
        "The server did not publish the text as scheduled. Words: the violated rules, by the names of PublishingRule.",
    },
    AS_SCHEDULED: { description: "The server published the text as scheduled." },
    LINK_UNTIL: { description: "A link was made. Words: the moment at which it ends." },
    CAME_AGAIN: { description: "The story came again under another name of its sender." },
  },
});

@ObjectType({ description: "One thing that the audit log notes about an act.", simpleResolvers: true })
export class AuditNote {
  @Field(() => AuditNoteCode, { description: "What it is. Further codes may be added." })
  code!: AuditNoteCode;

  @Field(() => [String], {
    description: "Names, texts and values in it, in the order that its code describes; moments as in RFC 3339.",
  })
  words!: string[];
}
