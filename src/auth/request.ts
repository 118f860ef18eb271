import type { GraphQLRequest } from "../graphql/request.js";
import type { Actor } from "./role.js";
import type { Work } from "./work.js";

/** What a resolver knows of its request. */
export interface RequestContext extends GraphQLRequest {
  readonly actor: Actor;
  /** What the services write with. */
  readonly work: Work;
  readonly site: {
    /** The address of this server, without a slash at its end. */
    readonly baseUrl: string;
    /** The address of an article at the newsroom's own site; null without one. */
    readonly articleUrl: string | null;
    /** The name of the newsroom. */
    readonly title: string;
    /** The language of its site. */
    readonly language: string;
  };
}
