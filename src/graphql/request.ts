import type { Actor } from "../auth/role.js";
import type { Work } from "../auth/work.js";
import type { CopyReader } from "../import/copy-reader.js";
import type { Reader } from "./loading/reader.js";
import type { RequestTurns } from "./loading/turns.js";

/** What a resolver is given of its request. One is made for each request; nothing in it outlives the request. */
export interface RequestContext {
  /** Repeated in the log and in every error. */
  readonly requestId: string;
  readonly actor: Actor;
  /** Reads with the request's view. */
  readonly reader: Reader;
  /** When the request and its statements may run. */
  readonly turns: RequestTurns;
  /** What the services write with. */
  readonly work: Work;
  /** The address of this server without a slash at its end; that of an article at the newsroom's own site, or null. */
  readonly site: { readonly baseUrl: string; readonly articleUrl: string | null };
  /** Reads copy that callers send, in threads of its own. */
  readonly copyReader: CopyReader;
}
