import type { FastifyRequest } from "fastify";
import { ANONYMOUS } from "./auth/role.js";
import type { Database } from "./database/client.js";
import { Reader, type RunStatement } from "./graphql/loading/reader.js";
import { PUBLISHED_VIEW } from "./graphql/loading/view.js";
import type { RequestContext } from "./graphql/request.js";

/** Makes the context of each request: who asks and what they see is decided here, once. */
export function contextFactory(database: Database): (request: FastifyRequest) => Promise<RequestContext> {
  const run: RunStatement = (text, values) => database.read(text, values);
  return async (request) => ({
    requestId: request.id,
    actor: ANONYMOUS,
    reader: new Reader(run, PUBLISHED_VIEW),
  });
}
