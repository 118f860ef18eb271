import { Field, InputType } from "type-graphql";
import { PostInput } from "../embedded-post/embedded-post.inputs.js";
import { FigureInput } from "./figure.inputs.js";
import { ParagraphInput } from "./paragraph.inputs.js";

@InputType({ description: "One part of a body: exactly one of its fields." })
export class ElementInput {
  @Field(() => ParagraphInput, { nullable: true, description: "A paragraph." })
  paragraph?: ParagraphInput | null;

  @Field(() => PostInput, { nullable: true, description: "A post placed among the paragraphs." })
  post?: PostInput | null;

  @Field(() => FigureInput, { nullable: true, description: "An image placed among the paragraphs." })
  figure?: FigureInput | null;
}
