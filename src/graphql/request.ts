import type { Loader } from "./loading/loader.js";
import type { RequestTurns } from "./loading/turns.js";

/** What every GraphQL request has. One is made for each request; nothing in it outlives the request. */
export interface GraphQLRequest {
  /** Repeated in the log and in every error. */
  readonly requestId: string;
  /** Reads with the view of the request. */
  readonly loader: Loader;
  /** When the request and its statements may run. */
  readonly turns: RequestTurns;
  /** What the log contains of the caller. */
  readonly caller: { readonly name: string; readonly address: string | null };
}
