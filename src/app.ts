import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { ApolloServerPluginLandingPageLocalDefault } from "@apollo/server/plugin/landingPage/default";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import cors from "@fastify/cors";
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import { acceptOidc, type OidcOptions } from "./auth/oidc.js";
import { contextFactory } from "./context.js";
import type { Database } from "./database/client.js";
import { maskError, reportErrors } from "./graphql/error-reporting.js";
import { limitQueries, type QueryLimits } from "./graphql/limits.js";
import type { RequestContext } from "./graphql/request.js";
import { FIRST_QUERY } from "./graphql/sandbox.js";
import { serveHealth } from "./http/health.http.js";
import { answerHttpErrors } from "./http/http-errors.js";
import type { Clock } from "./lib/clock.js";
import { publishDue, SCHEDULER } from "./publishing/schedule.service.js";
import { schema } from "./schema.js";
import type { SyndicatedSite } from "./syndication/syndicated.js";
import { serveSyndication } from "./syndication/syndication.http.js";

/** What an app is made of. */
export interface AppOptions {
  readonly database: Database;
  readonly log: FastifyBaseLogger;
  readonly clock: Clock;
  /** Makes new keys. */
  readonly newId: () => string;
  /** The issuer whose JWTs are accepted besides the server's own tokens; null for none. */
  readonly oidc: OidcOptions | null;
  /** The address that clients reach the server under; null: the one it listens on. */
  readonly publicUrl: string | null;
  /** Whether the address of a request is told by a proxy in front of the server. */
  readonly isBehindProxy: boolean;
  /** How often the schedule is looked at, in milliseconds: an article is published at most so much late. 0: never. */
  readonly scheduleIntervalMs: number;
  /** The name of the publication, for feeds and reading pages. */
  readonly siteTitle: string;
  /** The language of the publication itself, a BCP 47 tag. */
  readonly siteLanguage: string;
  /** Whether clients may read the schema; Apollo Sandbox needs it. */
  readonly hasIntrospection: boolean;
  readonly limits: QueryLimits & {
    /** The largest body of a request, in bytes. */
    readonly maxBodyBytes: number;
  };
}

/** Everything wired, nothing listening. Several apps can live in one process. */
export interface App {
  readonly http: FastifyInstance;
  /** Refuses new requests, waits for those under way, then lets go of everything but the database. */
  readonly stop: () => Promise<void>;
}

/** The most lexical tokens of a document: far more than any page needs, few enough to parse at once. */
const MAX_TOKENS = 10_000;

/** What a client may send as the id of its request; anything else gets an id of ours. */
const REQUEST_ID = /^[\w.:-]{1,128}$/;

function createHttp({ log, limits, isBehindProxy }: AppOptions): FastifyInstance {
  return fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    // While it stops, what still comes over an open connection is answered as ever; then the connection is closed.
    return503OnClosing: false,
    bodyLimit: limits.maxBodyBytes,
    trustProxy: isBehindProxy,
    // Requests under way are finished; connections that only wait for a next one are closed.
    forceCloseConnections: "idle",
    genReqId: ({ headers }) => {
      const told = headers["x-request-id"];
      return typeof told === "string" && REQUEST_ID.test(told) ? told : randomUUID();
    },
  });
}

/**
 * One line for each answer that no operation stands behind, and for each that was refused. Of the address only the path
 * is told: what follows it may hold a preview token.
 */
function logAnswer(log: FastifyBaseLogger, request: FastifyRequest, reply: FastifyReply): void {
  const path = request.url.split("?", 1)[0]?.slice(0, 500);
  if (reply.statusCode < 400 && (path === "/graphql" || path?.startsWith("/health/"))) return;
  const durationMs = Math.round(reply.elapsedTime * 10) / 10;
  log.info({ requestId: request.id, method: request.method, path, status: reply.statusCode, durationMs }, "answer");
}

/** One line for each operation. Its text and variables are not logged: they may hold unpublished words. */
function logOperations(log: FastifyBaseLogger): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => {
      const startedAt = performance.now();
      return {
        willSendResponse: async ({ contextValue, operationName, operation, errors }) => {
          log.info(
            {
              requestId: contextValue.requestId,
              actor: contextValue.actor.name,
              view: contextValue.reader.view.kind,
              operation: operation?.operation ?? null,
              name: operationName ?? null,
              errors: errors?.length ?? 0,
              durationMs: Math.round((performance.now() - startedAt) * 10) / 10,
            },
            "operation",
          );
        },
      };
    },
  };
}

function createApollo({ log, limits, hasIntrospection }: AppOptions): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema,
    introspection: hasIntrospection,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    formatError: maskError,
    plugins: [
      limitQueries(limits),
      reportErrors((error, context) => log.error({ err: error, ...context }, "unexpected error")),
      logOperations(log),
      // It wraps every field of every answer, and what may be cached is not decided by its hints here.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginLandingPageLocalDefault({
        embed: true,
        includeCookies: false,
        footer: false,
        document: FIRST_QUERY,
      }),
    ],
  });
}

/** Publishes what is due, now and from now on; what came due while no server ran is published at once. */
function startSchedule({ database, clock, newId, log, scheduleIntervalMs }: AppOptions): {
  readonly stop: () => Promise<void>;
} {
  if (scheduleIntervalMs === 0) return { stop: async () => {} };
  const work = { database, clock, newId, actor: SCHEDULER, origin: null };
  let current: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    try {
      const published = await publishDue(work);
      if (published > 0) log.info({ published }, "published as scheduled");
    } catch (error) {
      log.error({ err: error }, "the schedule could not be looked at");
    }
  };
  // One look at a time: a slow one is not overtaken by the next.
  const timer = setInterval(() => {
    current = current.then(look);
  }, scheduleIntervalMs);
  current = look();
  return {
    stop: () => {
      clearInterval(timer);
      return current;
    },
  };
}

/** The address that the server listens on; that of a server which does not listen yet is a placeholder. */
function addressOf(http: FastifyInstance): string {
  const address = http.server.address();
  return address !== null && typeof address === "object" ? `http://localhost:${address.port}` : "http://localhost";
}

/** Builds an app on a database that is migrated already. */
export async function createApp(options: AppOptions): Promise<App> {
  const { database, log } = options;
  let isStopping = false;
  const http = createHttp(options);
  const apollo = createApollo(options);
  await apollo.start();
  // Tokens travel in a header that pages of other origins cannot read here, so any page may ask.
  await http.register(cors, { origin: "*", exposedHeaders: ["x-request-id"], maxAge: 600 });
  http.addHook("onRequest", async (request, reply) => void reply.header("x-request-id", request.id));
  // Fastify closes idle connections once; one that was busy then would be waited for until its client lets go.
  http.addHook("onSend", async (_request, reply) => {
    if (isStopping) void reply.header("connection", "close");
  });
  http.addHook("onResponse", async (request, reply) => logAnswer(log, request, reply));
  answerHttpErrors(http);
  serveHealth(http, { pingDatabase: () => database.ping(), isStopping: () => isStopping });
  const { clock, newId, oidc } = options;
  const checkJwt = oidc && acceptOidc(oidc);
  const publicUrl = (): string => options.publicUrl ?? addressOf(http);
  const context = contextFactory({ database, clock, newId, checkJwt, publicUrl });
  http.route({ url: "/graphql", method: ["GET", "POST"], handler: fastifyApolloHandler(apollo, { context }) });
  const site = (): SyndicatedSite => ({
    baseUrl: publicUrl(),
    title: options.siteTitle,
    language: options.siteLanguage,
  });
  serveSyndication(http, { schema, clock, site, context });
  http.get("/", async (_request, reply) => reply.redirect("/graphql"));
  const schedule = startSchedule(options);
  return {
    http,
    stop: async () => {
      isStopping = true;
      await schedule.stop();
      // In this order: stopping Apollo from inside Fastify's closing waits for itself.
      await http.close();
      await apollo.stop();
    },
  };
}
