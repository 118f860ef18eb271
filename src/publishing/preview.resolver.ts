import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import { TransitionError } from "../draft/article.errors.js";
import { answer, resultUnion } from "../graphql/result.js";
import type { RequestContext } from "../auth/request.js";
import { DateTimeScalar, UrlScalar } from "../graphql/scalars.js";
import { ForbiddenError, NotFoundError, ValidationError } from "../graphql/user-errors.js";
import { previewAddress } from "../syndication/addresses.js";
import { createPreviewToken, type Preview } from "./preview.service.js";
import { CreatePreviewTokenInput } from "./publishing.inputs.js";

@ObjectType({ description: "A draft can be shown.", simpleResolvers: true })
export class CreatePreviewTokenPayload {
  @Field(() => String, {
    description: "To send as `authorization: Bearer`, or as the parameter `preview` of an address.",
  })
  readonly token: string;

  @Field(() => UrlScalar, {
    description: "Address at which its holder reads the draft: at the newsroom's own site where SITE_URL is set.",
  })
  readonly url: string;

  @Field(() => DateTimeScalar, { description: "When it stops working." })
  readonly expiresAt: Date;

  constructor({ token, expiresAt, slug, section }: Preview, site: RequestContext["site"]) {
    this.token = token;
    this.url = previewAddress(site, { slug, section }, token);
    this.expiresAt = expiresAt;
  }
}

const CreatePreviewTokenResult = resultUnion("CreatePreviewToken", CreatePreviewTokenPayload, [
  ValidationError,
  NotFoundError,
  ForbiddenError,
  TransitionError,
]);

/** Shows drafts. */
@Resolver()
export class PreviewMutations {
  @Mutation(() => CreatePreviewTokenResult, {
    description:
      "Makes a token with which anybody reads the draft of this one article, and nothing else that is not published.",
  })
  async createPreviewToken(
    @Arg("input", () => CreatePreviewTokenInput, { description: "The draft to show, and for how long." })
    input: CreatePreviewTokenInput,
    @Ctx() { work, site }: RequestContext,
  ): Promise<object> {
    return answer(await createPreviewToken(work, input), (done) => new CreatePreviewTokenPayload(done, site));
  }
}
