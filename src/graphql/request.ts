import type { Actor } from "../auth/role.js";
import type { Work } from "../auth/work.js";
import type { Reader } from "./loading/reader.js";

/** What a resolver is given of its request. One is made for each request; nothing in it outlives the request. */
export interface RequestContext {
  /** Repeated in the log and in every error. */
  readonly requestId: string;
  readonly actor: Actor;
  /** Reads with the request's view. */
  readonly reader: Reader;
  /** What the services write with. */
  readonly work: Work;
  /** The address that clients reach the server under, without a slash at its end. */
  readonly publicUrl: string;
}
