import type { FastifyRequest } from "fastify";
import { allows } from "./auth/acts.js";
import { type Authentication, authenticate, bearerToken } from "./auth/authenticate.js";
import { installationKey } from "./auth/installation-key.service.js";
import { isPreviewToken, readPreview } from "./auth/preview.js";
import { type Actor, ANONYMOUS } from "./auth/role.js";
import { BadInputError, UnauthenticatedError } from "./graphql/errors.js";
import { Reader, type RunStatement } from "./graphql/loading/reader.js";
import { DRAFT_VIEW, PUBLISHED_VIEW, type View } from "./graphql/loading/view.js";
import type { RequestContext } from "./graphql/request.js";
import { PREVIEW_KEY } from "./publishing/preview.service.js";

/** What the contexts of an app's requests are made of. */
export interface ContextOptions extends Authentication {
  readonly newId: () => string;
  readonly publicUrl: () => string;
}

/** Makes the context of each request: who asks and what they see is decided here, once. */
export function contextFactory(options: ContextOptions): (request: FastifyRequest) => Promise<RequestContext> {
  const { database, clock, newId, publicUrl } = options;
  const run: RunStatement = (text, values) => database.read(text, values);
  return async (request) => {
    const { actor, view } = await standpointOf(options, request);
    return {
      requestId: request.id,
      actor,
      reader: new Reader(run, view),
      work: { database, clock, newId, actor, origin: request.ip },
      publicUrl: publicUrl(),
    };
  };
}

interface Standpoint {
  readonly actor: Actor;
  readonly view: View;
}

/** Who asks, and what the request sees at every depth. */
async function standpointOf(options: ContextOptions, request: FastifyRequest): Promise<Standpoint> {
  const token = bearerToken(request.headers.authorization);
  const preview = token !== null && isPreviewToken(token) ? token : previewTokenOf(request);
  const wanted = contentViewOf(request);
  if (preview !== null) {
    const articleId = readPreview(preview, options.clock.now(), await installationKey(options.database, PREVIEW_KEY));
    if (articleId === null) throw new UnauthenticatedError("The preview token is not valid, or it has expired.");
    return { actor: ANONYMOUS, view: { kind: "PREVIEW", articleId } };
  }
  const actor = await authenticate(options, token);
  // Whoever may not see drafts sees what is published, whatever they ask for: `viewer` tells which it is.
  return { actor, view: wanted === "DRAFT" && allows(actor, "readDrafts") ? DRAFT_VIEW : PUBLISHED_VIEW };
}

/** The preview token of a link, or of a header where links cannot be told. */
function previewTokenOf({ query, headers }: FastifyRequest): string | null {
  const given = (query as Readonly<Record<string, unknown>> | undefined)?.["preview"] ?? headers["x-preview-token"];
  return typeof given === "string" && given !== "" ? given : null;
}

function contentViewOf({ headers }: FastifyRequest): "PUBLISHED" | "DRAFT" {
  const given = headers["x-content-view"];
  if (given === undefined) return "PUBLISHED";
  const view = String(given).toUpperCase();
  if (view === "DRAFT" || view === "PUBLISHED") return view;
  throw new BadInputError('The header x-content-view must be "draft" or "published".', "x-content-view");
}
