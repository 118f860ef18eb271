import { replaceBody } from "./replace-body.service.js";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { EmbeddedPost } from "../embedded-post/embedded-post.type.js";
import type { RequestContext } from "../auth/request.js";
import { Paragraph } from "./paragraph.type.js";
import { Figure } from "./figure.type.js";
import { addFigureOnce, addParagraphOnce, embedPostOnce } from "./body-once.service.js";
import { articleResult, deletionResult, partResult } from "../draft/article.results.js";
import { answer } from "../graphql/result.js";
import { moveElement, removeElement, updateFigure, updateParagraph } from "./body-edit.service.js";
import {
  AddFigureInput,
  AddParagraphInput,
  EmbedPostInput,
  MoveElementInput,
  RemoveElementInput,
  ReplaceBodyInput,
  UpdateFigureInput,
  UpdateParagraphInput,
} from "./body-edit.inputs.js";

const ReplaceBody = articleResult("ReplaceBody");
const AddParagraph = partResult("AddParagraph", "paragraph", Paragraph);
const UpdateParagraph = partResult("UpdateParagraph", "paragraph", Paragraph);
const EmbedPost = partResult("EmbedPost", "embeddedPost", EmbeddedPost);
const AddFigure = partResult("AddFigure", "figure", Figure);
const UpdateFigure = partResult("UpdateFigure", "figure", Figure);
const RemoveElement = deletionResult("RemoveElement");
const MoveElement = articleResult("MoveElement");

/** How inputs name a place; part of descriptions. */
const PLACE =
  "`afterId: null` places it first, an absent `afterId` places it last; `position` names the place where it is given.";

/** Writes the parts of a body. */
@Resolver()
export class BodyMutations {
  @Mutation(() => ReplaceBody.Result, {
    description:
      "Puts a whole body in the place of the draft's, in one write. Parts named by their id stay the same parts.",
  })
  async replaceBody(
    @Arg("input", () => ReplaceBodyInput, { description: "The body." }) input: ReplaceBodyInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    const { articleId, expectedVersion, body } = input;
    const target = { id: articleId, expectedVersion, field: "articleId" };
    return answer(await replaceBody(work, { ...target, body }), (done) => new ReplaceBody.Payload(done));
  }

  @Mutation(() => AddParagraph.Result, { description: `Adds a paragraph with its quotes. ${PLACE}` })
  async addParagraph(
    @Arg("input", () => AddParagraphInput, { description: "The paragraph and its place." }) input: AddParagraphInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await addParagraphOnce(work, input), (done) => new AddParagraph.Payload(done));
  }

  @Mutation(() => UpdateParagraph.Result, {
    description:
      "Changes the text, style or marks of a paragraph. If the new text lacks the words of one of its quotes, the mutation is refused with their ids.",
  })
  async updateParagraph(
    @Arg("input", () => UpdateParagraphInput, { description: "The text." }) input: UpdateParagraphInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await updateParagraph(work, input), (done) => new UpdateParagraph.Payload(done));
  }

  @Mutation(() => EmbedPost.Result, {
    description: `Places a post in the body: one that the newsroom has, or a new one. ${PLACE}`,
  })
  async embedPost(
    @Arg("input", () => EmbedPostInput, { description: "The post and its place." }) input: EmbedPostInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await embedPostOnce(work, input), (done) => new EmbedPost.Payload(done));
  }

  @Mutation(() => AddFigure.Result, { description: `Places an image of the newsroom in the body. ${PLACE}` })
  async addFigure(
    @Arg("input", () => AddFigureInput, { description: "The image and its place." }) input: AddFigureInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await addFigureOnce(work, input), (done) => new AddFigure.Payload(done));
  }

  @Mutation(() => UpdateFigure.Result, { description: "Changes the image or the texts of a figure." })
  async updateFigure(
    @Arg("input", () => UpdateFigureInput, { description: "The figure and what changes." }) input: UpdateFigureInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await updateFigure(work, input), (done) => new UpdateFigure.Payload(done));
  }

  @Mutation(() => RemoveElement.Result, {
    description: "Takes a paragraph with its quotes, a post or a figure out of the body.",
  })
  async removeElement(
    @Arg("input", () => RemoveElementInput, { description: "Which part." }) input: RemoveElementInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await removeElement(work, input), (done) => new RemoveElement.Payload(done, input.elementId));
  }

  @Mutation(() => MoveElement.Result, { description: `Moves a paragraph, post or figure within the body. ${PLACE}` })
  async moveElement(
    @Arg("input", () => MoveElementInput, { description: "Which part, and its place." }) input: MoveElementInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await moveElement(work, input), (done) => new MoveElement.Payload(done));
  }
}
