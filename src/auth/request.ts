import type { GraphQLRequest } from "../graphql/request.js";
import type { Actor } from "./role.js";
import type { Work } from "./work.js";

/** What a resolver knows of its request. */
export interface RequestContext extends GraphQLRequest {
  readonly actor: Actor;
  /** What the services write with. */
  readonly work: Work;
  /** The address of this server without a slash at its end; that of an article at the newsroom's own site, or null. */
  readonly site: { readonly baseUrl: string; readonly articleUrl: string | null };
}
