import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from "type-graphql";
import type { RequestContext } from "../auth/request.js";
import { type Answer, answerWith } from "../graphql/answer.js";
import { answer, resultUnion } from "../graphql/result.js";
import { ForbiddenError, NotFoundError, UserError, ValidationError } from "../graphql/user-errors.js";
import type { ImageMeans } from "./image-address.service.js";
import { ImageInUseError, StaleImageVersionError } from "./image.errors.js";
import { DeleteImageInput, UpdateImageInput } from "./image.inputs.js";
import { deleteImage, updateImage, type WrittenImage } from "./image.service.js";
import { Image } from "./image.type.js";

@ObjectType({ description: "The mutation succeeded.", simpleResolvers: true })
export class UpdateImagePayload {
  @Field(() => Image, { description: "The updated image." })
  readonly image: Answer<Image>;

  constructor({ imageId }: WrittenImage) {
    this.image = answerWith(Image, imageId);
  }
}

@ObjectType({ description: "The mutation succeeded.", simpleResolvers: true })
export class DeleteImagePayload {
  @Field(() => ID, { description: "The id that the image had." })
  readonly deletedId: string;

  constructor(deletedId: string) {
    this.deletedId = deletedId;
  }
}

const UpdateImageResult = resultUnion("UpdateImage", UpdateImagePayload, [
  ValidationError,
  NotFoundError,
  ForbiddenError,
  StaleImageVersionError,
]);

const DeleteImageResult = resultUnion("DeleteImage", DeleteImagePayload, [
  NotFoundError,
  ForbiddenError,
  ImageInUseError,
]);

/** Writes images. Their files are uploaded with POST /images. */
@Resolver()
export class ImageMutations {
  @Mutation(() => UpdateImageResult, {
    description:
      "Changes what is written of an image. One that an approved or published text shows needs EDITOR or ADMIN.",
  })
  async updateImage(
    @Arg("input", () => UpdateImageInput, { description: "The changes." }) input: UpdateImageInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await updateImage(work, input), (done) => new UpdateImagePayload(done));
  }

  @Mutation(() => DeleteImageResult, {
    description: "Deletes an image and its files. Refused while an article, also in the trash, or a portrait uses it.",
  })
  async deleteImage(
    @Arg("input", () => DeleteImageInput, { description: "The image." }) input: DeleteImageInput,
    @Ctx() { work, forgetImage }: RequestContext & ImageMeans,
  ): Promise<object> {
    const done = await deleteImage(work, input);
    if (!(done instanceof UserError)) await forgetImage(done.imageId);
    return answer(done, () => new DeleteImagePayload(input.id));
  }
}
