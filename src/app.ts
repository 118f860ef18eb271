import "reflect-metadata";
import type { ApolloServer } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import cors from "@fastify/cors";
import type { FastifyBaseLogger, FastifyInstance, preHandlerHookHandler } from "fastify";
import { type GraphQLSchema, printSchema } from "graphql";
import { isRefusedToken } from "./auth/authenticate.service.js";
import { type CacheSettings, openReaderAnswers } from "./answer-cache/open-cache.http.js";
import { operationHandler } from "./answer-cache/operations.http.js";
import { acceptOidc, type OidcOptions } from "./auth/oidc.js";
import type { PublishingRules } from "./auth/work.js";
import { publicationId } from "./auth/installation-key.service.js";
import { type AppContext, type Contexts, createContexts } from "./context.js";
import type { Database } from "./database/client.js";
import { isDeskBuilt, serveDeskFiles } from "./desk/desk-files.http.js";
import { serveDesk } from "./desk/desk.http.js";
import { SignInLinks } from "./desk/sign-in-links.js";
import { createApollo } from "./graphql/create-apollo.js";
import { createExecution, type ExecuteOperation } from "./graphql/execution.js";
import type { QueryLimits } from "./graphql/limits.js";
import { refuseUntrusted, type TrustedDocuments } from "./graphql/trusted-documents.js";
import { logAnswer } from "./http/answer-log.js";
import { compressAnswers } from "./http/compression.js";
import { createHttp } from "./http/create-http.js";
import { LANDING_SCRIPT_PATH, serveGraphiql } from "./http/graphiql.http.js";
import { imageMeansOf } from "./image/image-address.service.js";
import type { OpenImages } from "./image/open-images.js";
import { serveImages, type ServeMoreUploads } from "./image/image-routes.http.js";
import { type ImageLimits, pictureIntake } from "./image/picture-intake.service.js";
import { UPLOAD_PATH } from "./image/upload.http.js";
import { COPY_READER_LIMITS, CopyReader, type CopyReaderLimits } from "./import/copy-reader.js";
import type { ImportTools } from "./import/import-copy.service.js";
import type { FetchRules } from "./import/import-settings.js";
import { startFairly } from "./http/fair-starts.js";
import { serveHome } from "./http/home.http.js";
import { serveHealth } from "./http/health.http.js";
import { answerHttpErrors } from "./http/http-errors.js";
import { shedLoad } from "./http/load-shedding.js";
import { limitRates, type RateLimitOptions, type TokenCounters } from "./http/rate-limits.js";
import { serveSdl } from "./http/sdl.http.js";
import { secureAnswers } from "./http/security-headers.js";
import { cutSlowSenders } from "./http/slow-senders.js";
import { cutSlowReaders } from "./http/slow-readers.js";
import type { TrustedProxies } from "./http/trusted-proxies.js";
import type { Clock } from "./lib/clock.js";
import { startMergingCounts } from "./draft/kept-counts.service.js";
import { startRetention } from "./outbox/retention.service.js";
import { startSchedule } from "./publishing/schedule-timer.service.js";
import { startIndexing } from "./search/backlog.service.js";
import { schema } from "./schema.js";
import type { SyndicatedSite } from "./syndication/syndicated.js";
import { serveSyndication } from "./syndication/syndication.http.js";

/** What an app is made of. */
export interface AppOptions extends RateLimitOptions, CacheSettings {
  readonly database: Database;
  readonly log: FastifyBaseLogger;
  readonly clock: Clock;
  /** The moment by which scheduled articles are due; the database's time where absent. */
  readonly scheduleNow?: () => Promise<Date>;
  /** Makes new keys. */
  readonly newId: () => string;
  /** The issuer whose JWTs are accepted besides the server's own tokens; null for none. */
  readonly oidc: OidcOptions | null;
  /** This server as a client of the issuer, for signing in to the desk; null where people cannot. */
  readonly oidcClient: { readonly id: string; readonly secret: string | null } | null;
  /** The address of the server for clients; null: the one it listens on. */
  readonly publicUrl: string | null;
  /** The proxies whose X-Forwarded-For header is believed. */
  readonly trustedProxies: TrustedProxies;
  /** The store of images. */
  readonly images: OpenImages;
  readonly imageLimits: ImageLimits;
  /** Milliseconds in which an image has to arrive; 0 is no limit. */
  readonly uploadTimeoutMs: number;
  /** Milliseconds in which a request has to arrive, and again to go on reading its answer; 0 is no limit. */
  readonly requestTimeoutMs: number;
  /** The average delay of the event loop from which on requests are refused, in milliseconds; 0 refuses none. */
  readonly maxEventLoopDelayMs: number;
  /** The most HTTP connections at once. */
  readonly maxConnections: number;
  /** The address of an article at the newsroom's own site, with `{slug}`; null: readers use the reading pages. */
  readonly siteUrl: string | null;
  /** How often the schedule is looked at, in milliseconds: an article is published at most so much late. 0: never. */
  readonly scheduleIntervalMs: number;
  /** How often the server looks for texts that other programs have written and the search does not find, in milliseconds. 0: never. */
  readonly searchIntervalMs: number;
  /** How many days events are kept. */
  readonly eventRetentionDays: number;
  /** How often the server looks for events that are older, in milliseconds. 0: never. */
  readonly eventIntervalMs: number;
  /** How often the rows of the kept counts are merged, in milliseconds; 0: never. */
  readonly countIntervalMs: number;
  /** Which rules a text has to keep to be published; the default ones where absent. */
  readonly rules?: PublishingRules;
  /** The name of the publication, for feeds and reading pages. */
  readonly siteTitle: string;
  /** The language of the publication itself, a BCP 47 tag. */
  readonly siteLanguage: string;
  /** Whether clients may read the schema; Apollo Sandbox needs it. */
  readonly hasIntrospection: boolean;
  /** The documents that clients may name by an id; null for none. */
  readonly trustedDocuments: TrustedDocuments | null;
  /** How operations are executed; as `createExecution` does where absent. */
  readonly createExecution?: (schema: GraphQLSchema) => ExecuteOperation;
  /** What bounds the reading of copy that callers send; the server's own limits where absent. */
  readonly copyReaderLimits?: Partial<CopyReaderLimits>;
  /** How imports fetch pictures; they fetch none where null or absent. */
  readonly fetchRules?: FetchRules | null;
  readonly limits: QueryLimits & {
    /** The largest body of a request, in bytes. */
    readonly maxBodyBytes: number;
  };
}

/** Everything wired, nothing listening. Several apps can live in one process. */
export interface App {
  readonly http: FastifyInstance;
  /** The path of a page of the desk that signs in with a token, once. */
  readonly createSignInPath: (token: string) => string;
  /** From now on readiness fails, and connections are closed with their next answer; every request is still answered. */
  readonly announceStop: () => void;
  /** Refuses new requests, waits for those under way, then lets go of everything but the database. */
  readonly stop: () => Promise<void>;
}

/** The address that the server listens on; that of a server which does not listen yet is a placeholder. */
function addressOf(http: FastifyInstance): string {
  const address = http.server.address();
  return address !== null && typeof address === "object" ? `http://localhost:${address.port}` : "http://localhost";
}

/** From how many characters on the body of an answer is encoded before it is sent. */
const ENCODED_LENGTH = 16_384;

/** Everything that concerns all routes alike, in the order in which a request passes it. */
async function guardRoutes(
  http: FastifyInstance,
  options: AppOptions,
  isStopping: () => boolean,
): Promise<TokenCounters> {
  secureAnswers(http, { isHttps: options.publicUrl?.startsWith("https:") ?? false });
  cutSlowReaders(http, options.requestTimeoutMs);
  cutSlowSenders(http, options, ({ routeOptions }) => routeOptions.url === UPLOAD_PATH);
  // Tokens travel in a header that pages of other origins cannot read here, so any page may ask.
  await http.register(cors, { origin: "*", exposedHeaders: ["x-request-id", "retry-after"], maxAge: 600 });
  // Hooks of every request take callbacks: a promise for each would be a good part of what a small read costs.
  http.addHook("onRequest", (request, reply, done) => {
    void reply.header("x-request-id", request.id);
    done();
  });
  // An early refusal must not leave a connection on which the rest of a body may arrive for ever. While the server stops,
  // Fastify closes idle connections once; one that was busy then would be waited for until its client lets go.
  http.addHook("onSend", (request, reply, payload, done) => {
    const isRefusedEarly = reply.statusCode >= 400 && !request.raw.complete;
    if (isRefusedEarly || isStopping()) void reply.header("connection", "close");
    done(null, payload);
  });
  http.addHook("onResponse", (request, reply, done) => {
    logAnswer(options.log, request, reply);
    done();
  });
  answerHttpErrors(http);
  // Node would join a text with the headers and count its bytes: a long one is encoded once instead.
  http.addHook("onSend", (_request, _reply, payload, done) => {
    done(null, typeof payload === "string" && payload.length > ENCODED_LENGTH ? Buffer.from(payload) : payload);
  });
  await shedLoad(http, options.maxEventLoopDelayMs);
  const tokenCounters = await limitRates(http, options, isRefusedToken);
  startFairly(http);
  await compressAnswers(http);
  return tokenCounters;
}

/** What feeds and pages say of their site; it is put together once, when the address is known. */
function siteReader(options: AppOptions, http: FastifyInstance): () => SyndicatedSite {
  const { siteUrl, siteTitle, siteLanguage } = options;
  const make = (): SyndicatedSite => {
    const baseUrl = options.publicUrl ?? addressOf(http);
    return { baseUrl, articleUrl: siteUrl, title: siteTitle, language: siteLanguage };
  };
  let known: SyndicatedSite | null = null;
  return () => {
    const site = known ?? make();
    if (http.server.listening) known = site;
    return site;
  };
}

/** What the answers to readers depend on besides the database. */
function fingerprintOf({ hasIntrospection, limits, trustedDocuments }: AppOptions, site: SyndicatedSite): unknown {
  const { maxDepth, maxCost } = limits;
  const documents = trustedDocuments && [trustedDocuments.isOnly, ...trustedDocuments.textOf];
  return [printSchema(schema), site, hasIntrospection, maxDepth, maxCost, documents];
}

/** Refuses documents that are not listed, where only listed ones are accepted. */
function trustedOnly(documents: TrustedDocuments | null): preHandlerHookHandler[] {
  if (!documents?.isOnly) return [];
  return [
    (request, _reply, proceed) => {
      const parameters = request.method === "GET" ? request.query : request.body;
      proceed(refuseUntrusted(parameters, documents) ?? undefined);
    },
  ];
}

/** What imports are read and their pictures taken over with. */
function openImports({ images, imageLimits, copyReaderLimits, fetchRules = null }: AppOptions): ImportTools {
  const pictures = { intake: pictureIntake(images, imageLimits), fetching: fetchRules };
  return { pictures, copyReader: new CopyReader({ ...COPY_READER_LIMITS, ...copyReaderLimits }) };
}

/** Starts what the server does at intervals. `stop` waits for what is being done. */
function startJobs(options: AppOptions): { readonly stop: () => Promise<unknown> } {
  const jobs = [startSchedule, startIndexing, startRetention, startMergingCounts].map((start) => start(options));
  return { stop: () => Promise.all(jobs.map((job) => job.stop())) };
}

/** A GraphQL server that is started. */
async function startApollo(options: AppOptions, hasGraphiql: boolean): Promise<ApolloServer<AppContext>> {
  const execute = (options.createExecution ?? createExecution)(schema);
  const landingScript = hasGraphiql ? LANDING_SCRIPT_PATH : null;
  const apollo = createApollo<AppContext>({ ...options, schema, execute, landingScript });
  await apollo.start();
  return apollo;
}

/** What the desk shares with the rest of the app. */
interface DeskParts {
  readonly apollo: ApolloServer<AppContext>;
  readonly contexts: Contexts;
  readonly site: () => SyndicatedSite;
  readonly serveMoreUploads: ServeMoreUploads;
}

/** Serves the desk, and returns what makes pages that sign in once. */
async function openDesk(
  http: FastifyInstance,
  options: AppOptions,
  { apollo, contexts, site, serveMoreUploads }: DeskParts,
): Promise<App["createSignInPath"]> {
  const links = new SignInLinks(options.clock);
  await serveDesk(http, {
    ...options,
    contexts,
    links,
    baseUrl: () => site().baseUrl,
    graphql: (context) => fastifyApolloHandler(apollo, { context }),
    more: (scope, context) => serveMoreUploads(scope, "/desk/images", context),
  });
  if (isDeskBuilt()) await serveDeskFiles(http, options.publicUrl);
  return (token) => `/desk/sign-in#${links.create(token)}`;
}

/** Builds an app on a database that is migrated already. */
export async function createApp(options: AppOptions): Promise<App> {
  const { database, clock } = options;
  let isStopping = false;
  const http = createHttp({ ...options, maxBodyBytes: options.limits.maxBodyBytes });
  const tokenCounters = await guardRoutes(http, options, () => isStopping);
  const hasGraphiql = options.hasIntrospection && (await serveGraphiql(http));
  const apollo = await startApollo(options, hasGraphiql);
  serveHealth(http, { probeDatabase: () => database.probe(), isStopping: () => isStopping });
  const imports = openImports(options);
  const { intake } = imports.pictures;
  const site = siteReader(options, http);
  const imageMeans = imageMeansOf(database, options.images.store, options.log);
  const checkJwt = options.oidc && acceptOidc(options.oidc);
  const contexts = createContexts({ ...options, checkJwt, site, tokenCounters, imports, imageMeans });
  const context = contexts.ofBearer;
  const answer = await openReaderAnswers(http, { ...options, fingerprint: () => fingerprintOf(options, site()) });
  const handler = operationHandler({ apollo, context, answer });
  http.route({ url: "/graphql", method: ["GET", "POST"], preHandler: trustedOnly(options.trustedDocuments), handler });
  serveSyndication(http, { schema, clock, site, context, answer, feedId: publicationId(database) });
  const serveMoreUploads = await serveImages(http, { ...options, ...imageMeans, intake, schema, context });
  if (options.hasIntrospection) serveSdl(http, schema);
  const createSignInPath = await openDesk(http, options, { apollo, contexts, site, serveMoreUploads });
  serveHome(http, { ...options, title: options.siteTitle, hasDesk: isDeskBuilt(), hasGraphiql });
  const jobs = startJobs(options);
  return {
    http,
    createSignInPath,
    announceStop: () => {
      isStopping = true;
    },
    stop: async () => {
      isStopping = true;
      // At once, so that no new request comes while the schedule ends what it is doing.
      const ended = jobs.stop();
      // In this order: stopping Apollo from inside Fastify's closing waits for itself.
      await http.close();
      await imports.copyReader.close();
      await apollo.stop();
      await ended;
    },
  };
}
