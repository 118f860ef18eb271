import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

/** Why a part of a story was read as it was, or a person of it recognised. */
export const ImportReasonCode = {
  NO_SPEAKER_NEAR: "NO_SPEAKER_NEAR",
  CONTINUES_PARAGRAPH: "CONTINUES_PARAGRAPH",
  BESIDE_QUOTATION: "BESIDE_QUOTATION",
  INTRODUCED: "INTRODUCED",
  SPEAKER_FOLLOWS: "SPEAKER_FOLLOWS",
  SPEAKER_INTERRUPTS: "SPEAKER_INTERRUPTS",
  SPEAKER_LEADS: "SPEAKER_LEADS",
  NAMED_AS_SOURCE: "NAMED_AS_SOURCE",
  SPEAKER_LABEL: "SPEAKER_LABEL",
  SPEAKER_IS_SUBJECT: "SPEAKER_IS_SUBJECT",
  PRONOUN_OF: "PRONOUN_OF",
  OFFICE_OF: "OFFICE_OF",
  SHORT_FOR: "SHORT_FOR",
  POST_HOLDS_WORDS: "POST_HOLDS_WORDS",
  NO_POST_HOLDS_WORDS: "NO_POST_HOLDS_WORDS",
  NAMED_IN_FULL: "NAMED_IN_FULL",
  NAMED_BY_ONE_NAME: "NAMED_BY_ONE_NAME",
  SPEAKS_IN_STORY: "SPEAKS_IN_STORY",
  STATED_PERSON: "STATED_PERSON",
  IN_BYLINE: "IN_BYLINE",
  SIGNED_POST: "SIGNED_POST",
  ADDRESSED_POST: "ADDRESSED_POST",
  EMBEDDED_POST: "EMBEDDED_POST",
  STATED_TOPIC: "STATED_TOPIC",
  STATED_SECTION: "STATED_SECTION",
  STATED_SENDER: "STATED_SENDER",
  KNOWN_ACCOUNT: "KNOWN_ACCOUNT",
  EARLIER_PERSON: "EARLIER_PERSON",
  NO_SUCH_NAME: "NO_SUCH_NAME",
  SEVERAL_BEARERS: "SEVERAL_BEARERS",
  MANY_BEARERS: "MANY_BEARERS",
  SEVERAL_MEANT: "SEVERAL_MEANT",
  ONE_BEARER: "ONE_BEARER",
  OTHER_NAME: "OTHER_NAME",
  WRITTEN_OTHERWISE: "WRITTEN_OTHERWISE",
  ROLES_AGREE: "ROLES_AGREE",
  ROLES_CONTRADICT: "ROLES_CONTRADICT",
} as const;
export type ImportReasonCode = keyof typeof ImportReasonCode;
registerEnumType(ImportReasonCode, {
  name: "ImportReasonCode",
  description: "Why something was read or recognised, for messages in another language than English.",
  valuesConfig: {
    NO_SPEAKER_NEAR: { description: "Nothing near the quotation names a speaker." },
    CONTINUES_PARAGRAPH: { description: "It goes on from the paragraph before. Words: those that name the speaker." },
    BESIDE_QUOTATION: {
      description:
        "It is next to a quotation of the speaker, and nobody else is named between. Words: those that name the speaker.",
    },
    INTRODUCED: {
      description: "The sentence before it is about the speaker. Words: those that name the speaker.",
    },
    SPEAKER_FOLLOWS: {
      description:
        "A verb of saying with the speaker follows the quotation. Words: those that name the speaker, and the verb.",
    },
    SPEAKER_INTERRUPTS: {
      description:
        "A verb of saying with the speaker interrupts the quotation. Words: those that name the speaker, and the verb.",
    },
    SPEAKER_LEADS: {
      description:
        "The speaker with a verb of saying leads to the quotation. Words: those that name the speaker, and the verb.",
    },
    NAMED_AS_SOURCE: {
      description:
        "A phrase such as `according to` names the speaker. Words: those that name the speaker, and the phrase.",
    },
    SPEAKER_LABEL: {
      description: "The speaker is before the quotation with a colon. Words: those that name the speaker.",
    },
    SPEAKER_IS_SUBJECT: {
      description: "The speaker is the subject of its sentence. Words: those that name the speaker.",
    },
    PRONOUN_OF: {
      description:
        "The words that name the speaker are a pronoun, which most likely refers to a person named shortly before. Words: that person's name.",
    },
    OFFICE_OF: {
      description:
        "The words that name the speaker are the office of a person of the story. Words: that person's name.",
    },
    SHORT_FOR: {
      description: "The words that name the speaker are short for a person's name. Words: that name.",
    },
    POST_HOLDS_WORDS: { description: "A post of the story contains `count` percent of the longer words of the quote." },
    NO_POST_HOLDS_WORDS: { description: "No post of the story contains enough of its words to be checked against." },
    NAMED_IN_FULL: { description: "The story names the person `count` times, at least once in full." },
    NAMED_BY_ONE_NAME: { description: "The story names the person `count` times, by one name only." },
    SPEAKS_IN_STORY: { description: "The person speaks in the story." },
    STATED_PERSON: { description: "The document's own data name the person, and so does its text." },
    IN_BYLINE: { description: "The byline names the person." },
    SIGNED_POST: { description: "The paragraph ends with a post's signature: a dash, a name, a handle and a day." },
    ADDRESSED_POST: { description: "The address of the post names its account; its words are not in the copy." },
    EMBEDDED_POST: { description: "The markup that embeds the post names its author." },
    STATED_TOPIC: { description: "The document's own data file the story under the topic." },
    STATED_SECTION: { description: "The document files the story under the name of the section." },
    STATED_SENDER: { description: "The letter names its sender." },
    KNOWN_ACCOUNT: {
      description:
        "The newsroom knows an account of the story as that of a person. Words: the handle, and the person's name.",
    },
    EARLIER_PERSON: { description: "The name or an account is that of an earlier person of the story." },
    NO_SUCH_NAME: { description: "No person of the newsroom has this name." },
    SEVERAL_BEARERS: { description: "`count` persons of the newsroom have this name." },
    MANY_BEARERS: { description: "At least `count` persons of the newsroom have this name." },
    SEVERAL_MEANT: { description: "The story contains one name only, and more than one person can be meant." },
    ONE_BEARER: { description: "One person of the newsroom has this name." },
    OTHER_NAME: {
      description: "It is another name of one person of the newsroom, and of nobody else. Words: the person's name.",
    },
    WRITTEN_OTHERWISE: {
      description: "The newsroom writes the name otherwise. Words: the name as the newsroom has it.",
    },
    ROLES_AGREE: { description: "The roles in the story and in the newsroom agree." },
    ROLES_CONTRADICT: {
      description: "The roles contradict each other. Words: the role in the story, and that in the newsroom.",
    },
  },
});

@ObjectType("ImportReason", {
  description: "One reason why something was read as it was.",
  simpleResolvers: true,
})
export class WordedReason {
  @Field(() => ImportReasonCode, { description: "Which reason it is. Further reasons may be added." })
  readonly code!: ImportReasonCode;

  @Field(() => [String], {
    description: "Names and words that the reason contains, in the order that its code describes.",
  })
  readonly words!: readonly string[];

  @Field(() => Int, { nullable: true, description: "The number that the reason contains; null where it has none." })
  readonly count!: number | null;

  @Field(() => String, { description: "The reason as an English sentence." })
  readonly message!: string;
}
