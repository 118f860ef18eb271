import { expect } from "vitest";
import type { TestApp } from "../support/app.js";

/** A request as a client sends it. */
export interface Sent {
  readonly method?: "GET" | "POST" | "PUT" | "OPTIONS";
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: string;
}

interface AnswerBody {
  readonly data?: unknown;
  readonly errors?: readonly { message: string; extensions: Record<string, unknown>; path?: unknown }[];
}

/** Sends a request as it is. */
export async function send(app: TestApp, { method = "POST", url = "/graphql", headers = {}, payload }: Sent) {
  const answer = await app.http.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
  const isJson = String(answer.headers["content-type"]).includes("json");
  const body = (isJson ? JSON.parse(answer.body) : {}) as AnswerBody;
  return { status: answer.statusCode, headers: answer.headers, body };
}

/** What a client says of a body that is JSON. */
export const JSON_TYPE = { "content-type": "application/json" };

/** Sends a document. */
export function ask(
  app: TestApp,
  query: string,
  variables: object = {},
  headers: Readonly<Record<string, string>> = {},
) {
  return send(app, { headers: { ...JSON_TYPE, ...headers }, payload: JSON.stringify({ query, variables }) });
}

/** Every error of an answer must repeat the id of the header. */
export function expectRequestId({ headers, body }: Awaited<ReturnType<typeof send>>): void {
  const ids = (body.errors ?? []).map(({ extensions }) => extensions["requestId"]);
  expect(ids.length).toBeGreaterThan(0);
  expect(new Set(ids)).toEqual(new Set([headers["x-request-id"]]));
}
