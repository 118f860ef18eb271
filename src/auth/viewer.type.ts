import { Field, ObjectType, registerEnumType } from "type-graphql";
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

/** Who asks, and what the request sees. */
@ObjectType({ description: "Who asks, and what the request sees.", simpleResolvers: true })
export class Viewer {
  @Field(() => String, { description: "The name under which acts are recorded." })
  name!: string;

  @Field(() => Role, { description: "What the viewer may do." })
  role!: Role;

  @Field(() => ContentView, { description: "Which text of articles this request sees." })
  view!: ContentView;
}
