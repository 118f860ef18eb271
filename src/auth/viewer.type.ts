import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Role } from "./role.js";

/** Which text of articles a request sees. */
export const ContentView = { PUBLISHED: "PUBLISHED", DRAFT: "DRAFT", PREVIEW: "PREVIEW" } as const;
export type ContentView = keyof typeof ContentView;
registerEnumType(ContentView, {
  name: "ContentView",
  description: "Which text of articles a request sees, at every depth.",
  valuesConfig: {
    PUBLISHED: { description: "What readers see." },
    DRAFT: { description: "The working drafts that editors change." },
    PREVIEW: { description: "What readers see and, of the one article that a preview token names, its working draft." },
  },
});

@ObjectType({ description: "The caller, and the content that the request can see.", simpleResolvers: true })
export class Viewer {
  @Field(() => ID, {
    nullable: true,
    description:
      "The id of the caller's API token, or the `sub` claim of their JWT: the `actorId` of the audit log and the `editedById` of article filters. Null without a token.",
  })
  id!: string | null;

  @Field(() => String, { description: "Name under which operations are recorded." })
  name!: string;

  @Field(() => Role, { description: "The role of the caller." })
  role!: Role;

  @Field(() => ContentView, { description: "Which text of articles this request sees." })
  view!: ContentView;
}
