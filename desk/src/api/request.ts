import { type Outcome, refusedBy } from "./refused.ts";
import { wordedRefusal } from "../languages/spoken.ts";
import type { TypedDocumentString } from "./generated/graphql.ts";
import { sessionEnd } from "./session-end.ts";

/** A request that the server refused or could not answer. Expected outcomes of a mutation are part of its data instead. */
export class RequestError extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly requestId: string | null,
  ) {
    super(message);
  }
}

/** Which text of articles an answer contains. */
export type ContentView = "draft" | "published";

/** How a request is sent. */
export interface RequestOptions {
  readonly signal?: AbortSignal;
  readonly view?: ContentView;
  /** Whether a request without a session fails at once, instead of after the user has signed in again. */
  readonly failsSignedOut?: boolean;
}

/** An error of a response, which is no expected outcome. */
export interface ServerError {
  readonly message: string;
  readonly extensions?: {
    readonly code?: string;
    readonly limit?: number;
    readonly retryAfterSeconds?: number;
    readonly issues?: Outcome["issues"];
  };
}

/** The error of a request that did not reach the server. */
export function unreachable(): RequestError {
  const message = wordedRefusal({ code: OFFLINE, message: "The server cannot be reached." });
  return new RequestError(message, OFFLINE, null);
}

/** The error of a response; without an entry it comes from a proxy, whose status is all that is known. */
export function errorOf(response: Response, error: ServerError | undefined): RequestError {
  const { message = "The server did not answer.", extensions = {} } = error ?? {};
  const { code = error ? "UNKNOWN" : "NO_ANSWER", limit, retryAfterSeconds: count, issues } = extensions;
  const worded = issues ? refusedBy({ code: "VALIDATION", message, issues }).message : null;
  const text = worded ?? wordedRefusal({ code, message, limit, count });
  const known = error ? code : `HTTP_${response.status}`;
  return new RequestError(text, known, response.headers.get("x-request-id"));
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly ServerError[];
}

/** The code of a request whose session has ended. */
const UNAUTHENTICATED = "UNAUTHENTICATED";

/** The code of a request that did not reach the server. */
export const OFFLINE = "OFFLINE";

async function send<Data>(body: string, { signal, view = "draft" }: RequestOptions): Promise<Data> {
  const response = await fetch("/desk/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", "x-content-view": view },
    body,
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw unreachable();
  });
  // What is no JSON comes from a proxy, whose status is all that is known.
  const answer: Answer<Data> = await response.json().catch(() => ({}));
  const [error] = answer.errors ?? [];
  if (error || !answer.data) throw errorOf(response, error);
  return answer.data;
}

/**
 * Sends an operation and returns its data. When the session has ended, the request waits until the user has signed in
 * again and is then sent once more: nothing that was to be written is lost.
 *
 * @throws RequestError when the server refuses or fails, and when it cannot be reached.
 */
export async function request<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: NoInfer<Variables>,
  options: RequestOptions = {},
): Promise<Data> {
  const body = JSON.stringify({ query: document.toString(), variables });
  for (;;) {
    try {
      return await send<Data>(body, options);
    } catch (error) {
      const hasEnded = error instanceof RequestError && error.code === UNAUTHENTICATED;
      if (!hasEnded || options.failsSignedOut === true) throw error;
      await sessionEnd.untilSignedIn(options.signal);
    }
  }
}
