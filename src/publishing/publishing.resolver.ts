import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { EmbargoError } from "./embargo.type.js";
import { UnpublishableError } from "./obstacles.type.js";
import { articleResult } from "../draft/article.results.js";
import { answer } from "../graphql/result.js";
import type { RequestContext } from "../auth/request.js";
import {
  ApproveArticleInput,
  KillArticleInput,
  PublishArticleInput,
  RejectArticleInput,
  ScheduleArticleInput,
  SubmitArticleInput,
  UnpublishArticleInput,
  UnscheduleArticleInput,
} from "./publishing.inputs.js";
import {
  approveArticle,
  killArticle,
  publishArticle,
  rejectArticle,
  scheduleArticle,
  submitArticle,
  unpublishArticle,
  unscheduleArticle,
} from "./publishing.service.js";

const SubmitArticle = articleResult("SubmitArticle");
const ApproveArticle = articleResult("ApproveArticle");
const RejectArticle = articleResult("RejectArticle");
const PublishArticle = articleResult("PublishArticle", undefined, [UnpublishableError, EmbargoError]);
const ScheduleArticle = articleResult("ScheduleArticle", undefined, [UnpublishableError, EmbargoError]);
const UnscheduleArticle = articleResult("UnscheduleArticle");
const UnpublishArticle = articleResult("UnpublishArticle");
const KillArticle = articleResult("KillArticle");

/** The editorial workflow. */
@Resolver()
export class PublishingMutations {
  @Mutation(() => SubmitArticle.Result, { description: "Hands a draft to the editors." })
  async submitArticle(
    @Arg("input", () => SubmitArticleInput, { description: "The article." }) input: SubmitArticleInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await submitArticle(work, input), (done) => new SubmitArticle.Payload(done));
  }

  @Mutation(() => ApproveArticle.Result, { description: "Approves an article that was submitted." })
  async approveArticle(
    @Arg("input", () => ApproveArticleInput, { description: "The article." }) input: ApproveArticleInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await approveArticle(work, input), (done) => new ApproveArticle.Payload(done));
  }

  @Mutation(() => RejectArticle.Result, { description: "Returns a draft to its writers, with a reason." })
  async rejectArticle(
    @Arg("input", () => RejectArticleInput, { description: "The article, and the reason." }) input: RejectArticleInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await rejectArticle(work, input), (done) => new RejectArticle.Payload(done));
  }

  @Mutation(() => PublishArticle.Result, {
    description: "Puts the working draft before readers; of a published article, as its new text.",
  })
  async publishArticle(
    @Arg("input", () => PublishArticleInput, { description: "The article, and the correction that readers see." })
    input: PublishArticleInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await publishArticle(work, input), (done) => new PublishArticle.Payload(done));
  }

  @Mutation(() => ScheduleArticle.Result, {
    description:
      "Sets the moment at which the draft, as it is now, is published. Later changes of the draft are not published with it, unless the article is scheduled again: see `hasChangesSinceScheduling`.",
  })
  async scheduleArticle(
    @Arg("input", () => ScheduleArticleInput, { description: "Which article, and when." }) input: ScheduleArticleInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await scheduleArticle(work, input), (done) => new ScheduleArticle.Payload(done));
  }

  @Mutation(() => UnscheduleArticle.Result, {
    description: "Takes back the moment at which an article would be published.",
  })
  async unscheduleArticle(
    @Arg("input", () => UnscheduleArticleInput, { description: "The article." }) input: UnscheduleArticleInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await unscheduleArticle(work, input), (done) => new UnscheduleArticle.Payload(done));
  }

  @Mutation(() => UnpublishArticle.Result, { description: "Takes an article from readers; it can be published again." })
  async unpublishArticle(
    @Arg("input", () => UnpublishArticleInput, { description: "The article, and the reason." })
    input: UnpublishArticleInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await unpublishArticle(work, input), (done) => new UnpublishArticle.Payload(done));
  }

  @Mutation(() => KillArticle.Result, {
    description: "Withdraws an article for good, with a reason that readers see.",
  })
  async killArticle(
    @Arg("input", () => KillArticleInput, { description: "The article, and the reason." }) input: KillArticleInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await killArticle(work, input), (done) => new KillArticle.Payload(done));
  }
}
