import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from "type-graphql";
import { expectReadsDrafts } from "../auth/drafts.js";
import type { RequestContext } from "../auth/request.js";
import { BadInputError } from "../graphql/errors.js";
import type { Connection } from "../graphql/loading/loaded-page.js";
import { MadeOf } from "../graphql/loading/shape.js";
import { DRAFT_VIEW } from "../graphql/loading/view.js";
import { expectNodeId } from "../graphql/node-id.js";
import { UrlScalar } from "../graphql/scalars.js";
import type { ImageMeans } from "./image-address.service.js";
import { listImages } from "./image.queries.js";
import { FocalPoint, Image, ImageConnection, ImagesArgs, ImageUrlArgs } from "./image.type.js";
import { MAX_RENDITION_SIDE, pathOfRendition, renditionOf } from "./rendition.js";

function expectSide(name: "width" | "height", pixels: number | null | undefined): void {
  if (pixels === null || pixels === undefined || (pixels >= 1 && pixels <= MAX_RENDITION_SIDE)) return;
  throw new BadInputError(`"${name}" must be from 1 to ${MAX_RENDITION_SIDE} pixels, but is ${pixels}.`, name);
}

/** The images, and what is computed of one. */
@Resolver(() => Image)
export class ImageResolver {
  @Query(() => Image, { nullable: true, description: "One image by its id; null when the request sees none." })
  image(
    @Arg("id", () => ID, { description: "The image's id." }) id: string,
    @Ctx() { loader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Image | null> {
    return loader.byKey(Image, info, expectNodeId("Image", id, "id"));
  }

  @Query(() => ImageConnection, {
    description:
      "The library of all images, newest first, for AUTHOR and above. What is selected below it is that of drafts, whatever the view of the request.",
  })
  images(
    @Args(() => ImagesArgs) args: ImagesArgs,
    @Ctx() { actor, loader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Image>> {
    expectReadsDrafts(actor);
    return loader
      .withView(DRAFT_VIEW)
      .connection(Image, info, { ...args }, (row, scope) => listImages(row, scope, args.filter));
  }

  @FieldResolver(() => UrlScalar, {
    description:
      "Immutable address of the picture in a size and format, upright and without the metadata of the original. Its file is made on first request.",
  })
  @MadeOf<Image>("id", "width", "height", "mediaType", "focalX", "focalY")
  url(
    @Root() image: Image,
    @Args(() => ImageUrlArgs) args: ImageUrlArgs,
    @Ctx() { site, imageKey }: RequestContext & ImageMeans,
  ): string | Promise<string> {
    expectSide("width", args.width);
    expectSide("height", args.height);
    const rendition = renditionOf(image, args);
    const address = (key: Uint8Array): string => `${site.baseUrl}${pathOfRendition(rendition, key)}`;
    const key = imageKey();
    return key instanceof Promise ? key.then(address) : address(key);
  }

  @FieldResolver(() => FocalPoint, {
    nullable: true,
    description: "What is kept in view when the picture is cropped; null for its middle.",
  })
  @MadeOf<Image>("focalX", "focalY")
  focalPoint(@Root() { focalX, focalY }: Image): FocalPoint | null {
    return focalX === null || focalY === null ? null : { x: focalX, y: focalY };
  }
}
