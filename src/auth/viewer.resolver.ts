import { Ctx, Query, Resolver } from "type-graphql";
import type { RequestContext } from "./request.js";
import type { View } from "../graphql/loading/view.js";
import { type ContentView, Viewer } from "./viewer.type.js";

/** How the server sees the caller. */
@Resolver()
export class ViewerResolver {
  @Query(() => Viewer, { description: "The caller, and the content that the request can see." })
  viewer(@Ctx() { actor, loader }: RequestContext): Viewer {
    return { id: actor.id ?? null, name: actor.name, role: actor.role, view: viewOf(loader.view) };
  }
}

/** The view of a request by its public name. A request has no view of the trash: one of its fields may. */
function viewOf({ kind }: View): ContentView {
  return kind === "TRASH" ? "DRAFT" : kind;
}
