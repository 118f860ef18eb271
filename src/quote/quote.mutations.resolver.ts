import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { deletionResult, partResult } from "../draft/article.results.js";
import { answer } from "../graphql/result.js";
import type { RequestContext } from "../auth/request.js";
import { Quote } from "./quote.type.js";
import { AddQuoteInput, RemoveQuoteInput, UpdateQuoteInput } from "./quote-edit.inputs.js";
import { addQuoteOnce, removeQuote, updateQuote } from "./quote-edit.service.js";

const AddQuote = partResult("AddQuote", "quote", Quote);
const UpdateQuote = partResult("UpdateQuote", "quote", Quote);
const RemoveQuote = deletionResult("RemoveQuote");

/** Writes quotes. */
@Resolver()
export class QuoteMutations {
  @Mutation(() => AddQuote.Result, { description: "Records a quote in a paragraph." })
  async addQuote(
    @Arg("input", () => AddQuoteInput, { description: "The quote." }) input: AddQuoteInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await addQuoteOnce(work, input), (done) => new AddQuote.Payload(done));
  }

  @Mutation(() => UpdateQuote.Result, {
    description: "Changes what is known of a quote: speaker, source and all else about it.",
  })
  async updateQuote(
    @Arg("input", () => UpdateQuoteInput, { description: "The changes." }) input: UpdateQuoteInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await updateQuote(work, input), (done) => new UpdateQuote.Payload(done));
  }

  @Mutation(() => RemoveQuote.Result, { description: "Takes a quote off the record; its words stay in the text." })
  async removeQuote(
    @Arg("input", () => RemoveQuoteInput, { description: "Which quote." }) input: RemoveQuoteInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await removeQuote(work, input), (done) => new RemoveQuote.Payload(done, input.id));
  }
}
