import { type DestinationStream, pino } from "pino";
import { type AppOptions, createApp } from "../../src/app.js";
import type { PublishingRules } from "../../src/auth/work.js";
import type { OidcOptions } from "../../src/auth/oidc.js";
import type { FetchRules } from "../../src/import/import-settings.js";
import type { CopyReaderLimits } from "../../src/import/copy-reader.js";
import { createDatabase, type Database } from "../../src/database/client.js";
import type { Statement } from "../../src/database/statements.js";
import type { TrustedDocuments } from "../../src/graphql/trusted-documents.js";
import type { OpenImages } from "../../src/image/open-images.js";
import type { TrustedProxies } from "../../src/http/trusted-proxies.js";
import { newId } from "../../src/lib/new-id.js";
import type { TypedDocumentString } from "../generated/graphql.js";
import { type BothWays, inBothWays } from "./both-ways.js";
import { createTestImages } from "./images.js";
import { createTestDatabase, openTestDatabase } from "./database.js";
import { expectCurrent, noteStale, type StaleAnswer } from "./stale-answers.js";

/** An error of an answer, as far as tests look at it. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** An answer with its HTTP status. */
export interface Answer<Data> {
  readonly status: number;
  readonly data: Data | null | undefined;
  readonly errors: readonly AnswerError[] | undefined;
}

/** A whole app on a database of its own. */
export interface TestApp {
  readonly url: string;
  readonly database: Database;
  /** Every statement so far; empty it with `length = 0`. */
  readonly statements: Statement[];
  /** The folder of its images. */
  readonly images: string;
  /** The statements of the same queries when the resolvers answer them. */
  readonly resolverStatements: Statement[];
  /** Every query is executed in both ways; a test fails when the responses differ. */
  readonly bothWays: BothWays;
  /** Sends a document and returns the whole answer. */
  ask<Data, Variables>(
    document: TypedDocumentString<Data, Variables> | string,
    variables?: Variables,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer<Data>>;
  /** Sends a document that must be answered without errors, and returns its data. */
  data<Data, Variables>(
    document: TypedDocumentString<Data, Variables> | string,
    variables?: Variables,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Data>;
  readonly http: Awaited<ReturnType<typeof createApp>>["http"];
  readonly createSignInPath: Awaited<ReturnType<typeof createApp>>["createSignInPath"];
  close(): Promise<void>;
}

/** What a test may set of its app; it can be changed while the app runs. */
export interface TestSettings {
  /** The app's clock; the machine's if absent. */
  now?: Date;
  readonly oidc?: OidcOptions;
  /** The app as a client of the issuer; none by default. */
  readonly oidcClient?: { readonly id: string; readonly secret: string | null };
  /** The address of the app; https://cms.example by default. */
  readonly publicUrl?: string;
  /** The address of articles at the newsroom's own site; none by default. */
  readonly siteUrl?: string;
  /** How often the app looks at its schedule; never where absent, so that statements can be counted. */
  readonly scheduleIntervalMs?: number;
  /** How often the app looks for texts that the search does not find yet; never where absent. */
  readonly searchIntervalMs?: number;
  /** How often the app removes old events; never where absent. */
  readonly eventIntervalMs?: number;
  /** Whether clients may read the schema; they may where absent. */
  readonly hasIntrospection?: boolean;
  /** Other rules of publishing than the default ones. */
  readonly rules?: PublishingRules;
  /** Other limits than those of the server. */
  readonly limits?: Partial<typeof LIMITS>;
  /** The proxies whose X-Forwarded-For is believed; none where absent. */
  readonly trustedProxies?: TrustedProxies;
  readonly requestTimeoutMs?: number;
  readonly uploadTimeoutMs?: number;
  /** Other limits of images than those of the server. */
  readonly imageLimits?: Partial<typeof IMAGE_LIMITS>;
  /** Where the images are; a folder of the app's own where absent. */
  readonly images?: OpenImages;
  /** Requests in a minute, without limit where absent. */
  readonly rateLimitPerAddress?: number;
  readonly rateLimitPerToken?: number;
  readonly rateLimitFailedTokens?: number;
  /** The delay of the event loop from which on requests are refused; none where absent, for machines under load. */
  readonly maxEventLoopDelayMs?: number;
  readonly maxConnections?: number;
  /** The documents that clients may name by an id; none where absent. */
  readonly trustedDocuments?: TrustedDocuments;
  /** Other limits of the reading of copy than those of the server. */
  readonly copyReaderLimits?: Partial<CopyReaderLimits>;
  /** The app whose database this one uses as well. */
  readonly joins?: Pick<TestApp, "url">;
  /** Puts something between the app and the database that it joins. */
  readonly wrapDatabase?: (database: Database) => Database;
  /** Megabytes of cached answers; 0 keeps none. */
  readonly cacheMegabytes?: number;
  /** Whether each request is answered again and the cached answer only compared with that, as where absent. */
  readonly checksCache?: boolean;
  readonly cdnMaxAgeS?: number;
  /** How imports fetch pictures; they fetch none where absent. */
  readonly fetchRules?: FetchRules;
  readonly redisUrl?: string;
  readonly cdn?: AppOptions["cdn"];
  readonly cdnPurgeUrl?: string;
  readonly cdnPurgeToken?: string;
  /** Where the app writes its log; nowhere where absent. */
  readonly logTo?: DestinationStream;
}

/** The limits of the test apps: those of the server. */
export const LIMITS = { maxDepth: 12, maxCost: 20_000, maxBodyBytes: 1_000_000 };

/** The limits of images of the test apps. */
export const IMAGE_LIMITS: AppOptions["imageLimits"] = {
  maxImageBytes: 5_000_000,
  maxImagePixels: 10_000_000,
  imageTypes: ["jpeg", "png", "webp", "avif", "gif"],
  imageWorkers: 2,
};

/** Starts an app: call it in `beforeAll`, and `close` in `afterAll`. */
export async function createTestApp(settings: TestSettings = {}): Promise<TestApp> {
  const { url, database, statements, close } = await (settings.joins
    ? openTestDatabase(settings.joins.url, settings.wrapDatabase)
    : createTestDatabase());
  const images = await createTestImages();
  const resolverStatements: Statement[] = [];
  const second = createDatabase({ url, poolSize: 2, onStatement: (one) => resolverStatements.push(one) });
  const bothWays = inBothWays(second);
  const stale: StaleAnswer[] = [];
  const log = settings.logTo
    ? pino({ level: "info" }, settings.logTo)
    : pino({ level: process.env["TEST_LOG"] ?? "silent" });
  const clock = { now: () => settings.now ?? new Date() };
  const app = await createApp({
    database,
    log,
    clock,
    newId,
    oidc: settings.oidc ?? null,
    oidcClient: settings.oidcClient ?? null,
    publicUrl: settings.publicUrl ?? "https://cms.example",
    siteUrl: settings.siteUrl ?? null,
    scheduleIntervalMs: settings.scheduleIntervalMs ?? 0,
    scheduleNow: async () => clock.now(),
    searchIntervalMs: settings.searchIntervalMs ?? 0,
    eventRetentionDays: 30,
    eventIntervalMs: settings.eventIntervalMs ?? 0,
    countIntervalMs: 0,
    trustedProxies: settings.trustedProxies ?? null,
    requestTimeoutMs: settings.requestTimeoutMs ?? 30_000,
    uploadTimeoutMs: settings.uploadTimeoutMs ?? 30_000,
    images: settings.images ?? images.open,
    imageLimits: { ...IMAGE_LIMITS, ...settings.imageLimits },
    rateLimitPerAddress: settings.rateLimitPerAddress ?? 0,
    rateLimitPerToken: settings.rateLimitPerToken ?? 0,
    rateLimitFailedTokens: settings.rateLimitFailedTokens ?? 0,
    maxEventLoopDelayMs: settings.maxEventLoopDelayMs ?? 0,
    maxConnections: settings.maxConnections ?? 1000,
    siteTitle: "The Test Courier",
    siteLanguage: "en",
    limits: { ...LIMITS, ...settings.limits },
    ...(settings.fetchRules && { fetchRules: settings.fetchRules }),
    ...(settings.copyReaderLimits && { copyReaderLimits: settings.copyReaderLimits }),
    ...(settings.rules && { rules: settings.rules }),
    hasIntrospection: settings.hasIntrospection ?? true,
    trustedDocuments: settings.trustedDocuments ?? null,
    createExecution: bothWays.createExecution,
    cacheMegabytes: settings.cacheMegabytes ?? 16,
    cdnMaxAgeS: settings.cdnMaxAgeS ?? 0,
    redisUrl: settings.redisUrl ?? null,
    cdn: settings.cdn ?? "fastly",
    cdnPurgeUrl: settings.cdnPurgeUrl ?? null,
    cdnPurgeToken: settings.cdnPurgeToken ?? null,
    ...((settings.checksCache ?? true) && { checkHit: noteStale(stale) }),
  });
  const ask: TestApp["ask"] = async (document, variables, headers = {}) => {
    const { statusCode, body } = await app.http.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json", ...headers },
      payload: JSON.stringify({ query: String(document), variables }),
    });
    expectSame(bothWays);
    expectCurrent(stale);
    // The schema's types vouch for the shape of what the document asks for.
    return { status: statusCode, ...(JSON.parse(body) as { data: null; errors: undefined }) };
  };
  const data: TestApp["data"] = async (document, variables, headers) => {
    const answer = await ask(document, variables, headers);
    if (answer.errors || !answer.data)
      throw new Error(`The answer has errors: ${JSON.stringify(answer.errors, null, 2)}`);
    return answer.data;
  };
  const stop = async (): Promise<void> => {
    await app.stop();
    await second.close();
    await close();
    await images.remove();
    expectSame(bothWays);
    expectCurrent(stale);
  };
  return {
    url,
    database,
    statements,
    images: images.folder,
    resolverStatements,
    bothWays,
    ask,
    data,
    http: app.http,
    createSignInPath: app.createSignInPath,
    close: stop,
  };
}

function expectSame({ differences: [difference] }: BothWays): void {
  if (!difference) return;
  const { query, byAnswers, byResolvers } = difference;
  throw new Error(
    `The text of PostgreSQL differs from the resolvers' response.\n${query}\n${byAnswers}\n${byResolvers}`,
  );
}
