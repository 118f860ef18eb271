import { Ctx, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../graphql/request.js";
import { Viewer } from "./viewer.type.js";

/** Tells whoever asks how the server sees them. */
@Resolver()
export class ViewerResolver {
  @Query(() => Viewer, { description: "Who asks, and what the request sees." })
  viewer(@Ctx() { actor, reader }: RequestContext): Viewer {
    return { name: actor.name, role: actor.role, view: reader.view.kind === "DRAFT" ? "DRAFT" : "PUBLISHED" };
  }
}
