import { rulesOf, type Work } from "./auth/work.js";
import type { FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import { allows } from "./auth/acts.js";
import { type Authentication, authenticate, bearerToken, isRefusedToken } from "./auth/authenticate.service.js";
import { isPreviewToken } from "./auth/preview.js";
import { type OpenPreview, previewOpener } from "./auth/preview.service.js";
import { type Refusal, refusalRecorder } from "./auth/refused-tokens.service.js";
import type { RequestContext } from "./auth/request.js";
import type { Actor } from "./auth/role.js";
import type { Audience } from "./database/client.js";
import { isOutage } from "./database/outage.js";
import { BadHeaderError, ServiceUnavailableError, UnauthenticatedError } from "./graphql/errors.js";
import { sharingAlike } from "./graphql/loading/alike-reads.js";
import { Loader } from "./graphql/loading/loader.js";
import { PoolTurns } from "./graphql/loading/turns.js";
import { DRAFT_VIEW, isReaderView, PUBLISHED_VIEW, type View } from "./graphql/loading/view.js";
import { explainReadFailure } from "./graphql/read-failures.js";
import type { ImageMeans } from "./image/image-address.service.js";
import type { ImportMeans, ImportTools } from "./import/import-copy.service.js";
import { clientAddress, networkOf } from "./http/client-address.js";
import type { TokenCounters } from "./http/rate-limits.js";

/** Who the statements of a view run for: readers or the newsroom. */
function audienceOf(view: View): Audience {
  return isReaderView(view) ? "READERS" : "NEWSROOM";
}

/** What the contexts of an app's requests are made of. */
export interface ContextOptions extends Authentication {
  readonly imports: ImportTools;
  readonly newId: () => string;
  /** The rules of publishing; the default ones where absent. */
  readonly rules?: Work["rules"];
  readonly tokenCounters: TokenCounters;
  /** The address of this server, and that of articles at the newsroom's own site. */
  readonly site: () => RequestContext["site"];
  readonly imageMeans: ImageMeans;
}

/** What the resolvers know of a request. */
export type AppContext = RequestContext & ImportMeans & ImageMeans;

/** Makes the context of each request: who asks and what they see is decided here, once. */
export interface Contexts {
  /** For the bearer of the request's token. */
  readonly ofBearer: (request: FastifyRequest) => Promise<AppContext>;
  /** For an actor who is identified by other means; the tokens of the request are ignored. */
  readonly ofActor: (request: FastifyRequest, actor: Actor) => Promise<AppContext>;
}

/** The contexts of an app's requests. */
export function createContexts(options: ContextOptions): Contexts {
  const { database, clock, newId, site, imports, imageMeans } = options;
  const rules = rulesOf(options.rules);
  const run = sharingAlike((text, values, view) =>
    database.readAnswer<{ json: unknown }>(text, values, audienceOf(view)).catch(explainReadFailure),
  );
  const turns: Readonly<Record<Audience, PoolTurns>> = {
    READERS: new PoolTurns(database.connectionsOf("READERS")),
    NEWSROOM: new PoolTurns(database.connectionsOf("NEWSROOM")),
  };
  const admission = { ...options, openPreview: previewOpener(database), recordRefusal: refusalRecorder(options) };
  const contextOf = ({ actor, view }: RequestAccess, request: FastifyRequest): AppContext => {
    const address = clientAddress(request);
    const own = turns[audienceOf(view)].ofRequest(clientOf(actor, request));
    return {
      requestId: request.id,
      actor,
      loader: new Loader(own.inTurns(run), view),
      turns: own,
      caller: { name: actor.name, address },
      work: { database, clock, newId, actor, origin: address, ...rules },
      site: site(),
      ...imports,
      ...imageMeans,
    };
  };
  const ofBearer: Contexts["ofBearer"] = async (request) => {
    const access = await admit(admission, request).catch((error: unknown) => throwReported(request, error));
    return contextOf(access, request);
  };
  return { ofBearer, ofActor: async (request, actor) => contextOf(accessOfActor(actor, request), request) };
}

/** Apollo answers for a context that could not be made, and logs nothing. */
function throwReported(request: FastifyRequest, error: unknown): never {
  if (isOutage(error)) {
    request.log.warn({ err: error, requestId: request.id }, "service unavailable");
    throw new ServiceUnavailableError(error);
  }
  if (!(error instanceof GraphQLError)) {
    request.log.error({ err: error, requestId: request.id }, "unexpected error");
  }
  throw error;
}

/** The key by which the requests of one client are known: whose token it is, or the network it comes from. */
function clientOf({ id, issuer = "" }: Actor, request: FastifyRequest): string {
  return id === undefined ? networkOf(clientAddress(request)) : `${issuer} ${id}`;
}

interface RequestAccess {
  readonly actor: Actor;
  readonly view: View;
}

interface Admission extends Authentication {
  readonly openPreview: OpenPreview;
  readonly tokenCounters: TokenCounters;
  readonly recordRefusal: (refusal: Refusal) => Promise<void>;
}

/** Who asks and what they see. A refused token is counted, and from an address of many no further one is looked at. */
async function admit(options: Admission, request: FastifyRequest): Promise<RequestAccess> {
  const { tokenCounters } = options;
  if (!hasToken(request)) return accessOf(options, request);
  try {
    return await tokenCounters.count(request, () => accessOf(options, request));
  } catch (error) {
    if (isRefusedToken(error)) await reportRefusal(options, request, error.message);
    throw error;
  }
}

/** Logs a refused token and records it in the audit log; the caller gets the same answer when the record fails. */
async function reportRefusal({ recordRefusal }: Admission, request: FastifyRequest, reason: string): Promise<void> {
  const address = clientAddress(request);
  request.log.warn({ requestId: request.id, address, reason }, "authentication failed");
  const [, token = null] = /^Bearer +(\S+)$/i.exec(request.headers.authorization?.trim() ?? "") ?? [];
  await recordRefusal({ address, network: networkOf(address), token, reason }).catch((error: unknown) => {
    request.log.error({ err: error, requestId: request.id }, "a refused token could not be recorded");
  });
}

/** Who asks, and what the request sees at every depth. */
async function accessOf(options: Admission, request: FastifyRequest): Promise<RequestAccess> {
  const token = bearerToken(request.headers.authorization);
  const isPreview = token !== null && isPreviewToken(token);
  const preview = isPreview ? token : previewTokenOf(request);
  const wanted = contentViewOf(request);
  // A preview link does not change who follows it.
  const actor = await authenticate(options, isPreview ? null : token);
  const shown = preview === null ? PUBLISHED_VIEW : await options.openPreview(preview, options.clock.now());
  if (shown === null) throw new UnauthenticatedError("The preview token is not valid, or it has expired.");
  // Callers who may not see drafts get published content, whatever they ask for: `viewer` returns the view.
  return { actor, view: wanted === "DRAFT" && allows(actor, "readDrafts") ? DRAFT_VIEW : shown };
}

/** The view of an actor who is identified by other means than a token: drafts on request. */
function accessOfActor(actor: Actor, request: FastifyRequest): RequestAccess {
  const isDraft = contentViewOf(request) === "DRAFT" && allows(actor, "readDrafts");
  return { actor, view: isDraft ? DRAFT_VIEW : PUBLISHED_VIEW };
}

function givenPreview({ query, headers }: FastifyRequest): unknown {
  return (query as Readonly<Record<string, unknown>> | undefined)?.["preview"] ?? headers["x-preview-token"];
}

function hasToken(request: FastifyRequest): boolean {
  return [request.headers.authorization, givenPreview(request)].some((given) => given !== undefined && given !== "");
}

/** The preview token of a link, or of a header where an address cannot hold one. */
function previewTokenOf(request: FastifyRequest): string | null {
  const given = givenPreview(request);
  if (given === undefined || given === "") return null;
  if (typeof given === "string") return given;
  throw new UnauthenticatedError("There is more than one preview token.");
}

function contentViewOf({ headers }: FastifyRequest): "PUBLISHED" | "DRAFT" {
  const given = headers["x-content-view"];
  if (given === undefined) return "PUBLISHED";
  const view = String(given).toUpperCase();
  if (view === "DRAFT" || view === "PUBLISHED") return view;
  throw new BadHeaderError('The header x-content-view must be "draft" or "published".', "x-content-view");
}
