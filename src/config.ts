import { z } from "zod";
import { CACHE_SETTINGS } from "./answer-cache/cache-settings.js";
import { StartupError } from "./database/startup-error.js";
import { TRUST_MODES } from "./graphql/trusted-documents.js";
import { trustedProxies } from "./http/trusted-proxies.js";
import { IMPORTED_PICTURE_SETTINGS } from "./import/import-settings.js";
import { bucketOf, IMAGE_SETTINGS } from "./image/image-settings.js";
import type { S3Bucket } from "./image/s3-store.js";
import {
  nullableSetting,
  onOff,
  oneOf,
  parseSettings,
  type SettingTable,
  setting,
  siteUrl,
  text,
  type ValuesOf,
  wholeNumber,
} from "./lib/settings.js";

/** Log levels from the quietest to the most detailed. */
export const LOG_LEVELS = ["silent", "fatal", "error", "warn", "info", "debug", "trace"] as const;

/** One of LOG_LEVELS. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * Every setting, declared once, by its property in Config. `docs/settings.md` is generated from this table
 * (`npm run settings`), in this order.
 */
export const SETTINGS = {
  port: setting("PORT", wholeNumber(0, 65_535), 4000, {
    description: "TCP port to listen on; 0 takes a free port.",
  }),
  host: setting(
    "HOST",
    z.string().regex(/^[\w.:%-]+$/, "must be an address or a host name such as 0.0.0.0"),
    "127.0.0.1",
    {
      description:
        "Address to listen on. By default only connections from this machine are accepted; in a container use 0.0.0.0.",
    },
  ),
  dataDir: setting("DATA_DIR", text(), ".data", {
    description:
      "Folder of the embedded PostgreSQL, unless DATABASE_URL is set, and of the files of images; relative to the working directory.",
  }),
  databaseUrl: nullableSetting("DATABASE_URL", z.string().superRefine(checkDatabaseUrl), {
    defaultText: "the embedded PostgreSQL",
    description: "Address of a PostgreSQL 14 or newer: postgresql://user:password@host:5432/database.",
  }),
  isDemo: nullableSetting("DEMO", onOff(), {
    defaultText: "on for the embedded PostgreSQL, off with DATABASE_URL",
    description: "on or off: whether the demo newsroom is loaded into an empty database.",
  }),
  logLevel: setting("LOG_LEVEL", oneOf(LOG_LEVELS), "info", {
    description: `Least severe level that is logged: ${LOG_LEVELS.join(", ")}.`,
  }),
  // The embedded PostgreSQL admits 100 connections, and a command beside the server needs some of them.
  poolSize: setting("POOL_SIZE", wholeNumber(1, 80), 10, {
    description:
      "Maximum number of database connections, 1 to 80: three in five for reads of published content, the others for the newsroom, at least one of each. One more is for health checks.",
  }),
  statementTimeoutMs: setting("STATEMENT_TIMEOUT_MS", wholeNumber(0, 3_600_000), 30_000, {
    description: "Milliseconds after which the database cancels a statement; 0 is no limit.",
  }),
  readerTimeoutMs: setting("READER_TIMEOUT_MS", wholeNumber(0, 3_600_000), 5_000, {
    description: "Milliseconds after which the database cancels a read of published content; 0 is no limit.",
  }),
  hasIntrospection: setting("INTROSPECTION", onOff(), true, {
    description: "on or off: whether clients may read the schema. Apollo Sandbox needs it.",
  }),
  maxDepth: setting("MAX_DEPTH", wholeNumber(1, 100), 12, {
    description: "Maximum depth of the selections of an operation, 1 to 100.",
  }),
  maxCost: setting("MAX_COST", wholeNumber(1, 100_000_000), 20_000, {
    description:
      "Maximum cost of an operation: roughly the number of objects it reads. docs/limits.md lists what fields cost.",
  }),
  maxAnswerBytes: setting("MAX_ANSWER_BYTES", wholeNumber(10_000, 1_000_000_000), 10_000_000, {
    description: "Maximum size of what the database returns for one root field, in bytes.",
  }),
  maxBodyBytes: setting("MAX_BODY_BYTES", wholeNumber(1_000, 1_000_000_000), 1_000_000, {
    description: "Maximum size of a request body, in bytes.",
  }),
  ...CACHE_SETTINGS,
  importThreads: setting("IMPORT_THREADS", wholeNumber(1, 32), 2, {
    description: "Number of threads that read copy sent to importArticle and importArticles, 1 to 32.",
  }),
  importTimeoutMs: setting("IMPORT_TIMEOUT_MS", wholeNumber(100, 600_000), 30_000, {
    description: "Milliseconds that reading the copy of one import may take.",
  }),
  ...IMPORTED_PICTURE_SETTINGS,
  trustMode: setting("TRUSTED_DOCUMENTS", oneOf(TRUST_MODES), "off", {
    description:
      "off; file: clients may name a document of TRUSTED_DOCUMENTS_FILE by its id; only: documents that are not in the file are refused.",
  }),
  trustedDocumentsFile: setting("TRUSTED_DOCUMENTS_FILE", text(), "persisted-documents.json", {
    description: "JSON file with the documents of the clients by id; docs/clients.md has its formats.",
  }),
  ...IMAGE_SETTINGS,
  shutdownTimeoutMs: setting("SHUTDOWN_TIMEOUT_MS", wholeNumber(0, 600_000), 10_000, {
    description: "Milliseconds that requests in progress have to end after SIGTERM or Ctrl-C.",
  }),
  shutdownDelayMs: setting("SHUTDOWN_DELAY_MS", wholeNumber(0, 600_000), 0, {
    description:
      "Milliseconds after SIGTERM during which readiness fails and requests are still accepted, so that load balancers " +
      "can send them elsewhere.",
  }),
  publicUrl: nullableSetting("PUBLIC_URL", siteUrl(), {
    defaultText: "http:// and the address listened on",
    description: "Address under which clients reach the server, such as https://cms.example.com.",
  }),
  requestTimeoutMs: setting("REQUEST_TIMEOUT_MS", wholeNumber(0, 3_600_000), 30_000, {
    description:
      "Milliseconds in which a client has to send a request, and again to go on reading its answer; 0 is no limit.",
  }),
  rateLimitPerAddress: setting("RATE_LIMIT_PER_ADDRESS", wholeNumber(0, 10_000_000), 3000, {
    description:
      "Maximum number of requests in a minute from one IPv4 address or IPv6 /64 network, without a valid token; 0 is no limit.",
  }),
  rateLimitPerToken: setting("RATE_LIMIT_PER_TOKEN", wholeNumber(0, 10_000_000), 6000, {
    description: "Maximum number of requests in a minute with one valid token; 0 is no limit.",
  }),
  rateLimitFailedTokens: setting("RATE_LIMIT_FAILED_TOKENS", wholeNumber(0, 10_000_000), 20, {
    description:
      "Maximum number of refused tokens in a minute from one address; further ones are not even looked at. 0 is no limit.",
  }),
  maxEventLoopDelayMs: setting("MAX_EVENT_LOOP_DELAY_MS", wholeNumber(0, 60_000), 1000, {
    description:
      "Average delay of the event loop, in milliseconds, from which on requests are refused with 503; 0 refuses none.",
  }),
  maxConnections: setting("MAX_CONNECTIONS", wholeNumber(1, 100_000), 1000, {
    description: "Maximum number of HTTP connections at once; further ones are closed.",
  }),
  trustedProxies: nullableSetting("BEHIND_PROXY", trustedProxies(), {
    defaultText: "off",
    description:
      "Which reverse proxies send the caller's address in X-Forwarded-For: off; on for exactly one; the number of proxies; or their addresses and networks, such as 10.0.0.0/8, fd00::/8.",
  }),
  siteUrl: nullableSetting("SITE_URL", z.string().superRefine(checkSiteUrl), {
    defaultText: "the reading pages of this server",
    description:
      "Address of an article at the newsroom's own site, with `{slug}` and, where it has one, `{section}` for the slug of its section, such as https://www.example.com/{section}/{slug}. Feeds, canonical links, JSON-LD and preview links lead there.",
  }),
  siteTitle: setting("SITE_TITLE", text(200), "Dateline", {
    description: "Name of the publication in feeds and reading pages.",
  }),
  siteLanguage: setting(
    "SITE_LANGUAGE",
    z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "must be a language tag such as en or pt-BR"),
    "en",
    { description: "Language of the publication itself, a BCP 47 tag; every article has its own." },
  ),
  timeZone: setting("TIME_ZONE", z.string().refine(isTimeZone, "must be a time zone such as Europe/Berlin"), "UTC", {
    description: "Time zone of the newsroom, which decides when a day begins, such as Europe/Berlin.",
  }),
  requiresImageAlt: setting("REQUIRE_IMAGE_ALT", onOff(), true, {
    description: "on or off: whether only pictures with an alternative text are published.",
  }),
  requiresImageCredit: setting("REQUIRE_IMAGE_CREDIT", onOff(), false, {
    description: "on or off: whether only pictures with a credit are published.",
  }),
  checksImageExpiry: setting("CHECK_IMAGE_EXPIRY", onOff(), true, {
    description: "on or off: whether no picture is published after the last day of its use.",
  }),
  eventRetentionDays: setting("EVENT_RETENTION_DAYS", wholeNumber(1, 3_650), 30, {
    description: "Days after which the event of an editorial act is removed; the audit log is kept.",
  }),
  oidcIssuer: nullableSetting("OIDC_ISSUER", siteUrl(), {
    defaultText: "no issuer",
    description: "Address of an OpenID Connect issuer whose JWTs are accepted in addition to the server's own tokens.",
  }),
  oidcClientId: nullableSetting("OIDC_CLIENT_ID", text(), {
    defaultText: "the desk accepts tokens only",
    description:
      "Id of this server as a client of the issuer, with which people sign in to the desk. Its redirect URI is PUBLIC_URL and /desk/oidc/callback.",
  }),
  oidcClientSecret: nullableSetting("OIDC_CLIENT_SECRET", text(), {
    defaultText: "a public client",
    description: "Secret of that client; a public client has none.",
  }),
  oidcAudience: setting("OIDC_AUDIENCE", text(), "dateline", { description: "Required `aud` claim of JWTs." }),
  oidcRoleClaim: setting("OIDC_ROLE_CLAIM", text(), "role", {
    description: "Claim of a JWT that contains READER, AUTHOR, EDITOR or ADMIN, or a list of which the highest counts.",
  }),
} as const satisfies SettingTable;

type Values = ValuesOf<typeof SETTINGS>;
type GroupedName = "isDemo" | `oidc${string}` | `s3${string}`;

/** The settings of the process, frozen. Only `server.ts` and `cli.ts` read the environment. */
export type Config = Omit<Values, Extract<keyof Values, GroupedName>> & {
  /** Whether the demo newsroom is loaded into an empty database. */
  readonly isDemo: boolean;
  /** The OpenID Connect issuer whose JWTs are accepted; null for none. */
  readonly oidc: { readonly issuer: string; readonly audience: string; readonly roleClaim: string } | null;
  /** This server as a client of the issuer, for signing in to the desk; null where people cannot. */
  readonly oidcClient: { readonly id: string; readonly secret: string | null } | null;
  /** The bucket of the files of images; null for a folder. */
  readonly imageBucket: S3Bucket | null;
};

/** Settings that cannot be used; the message is one sentence for each of them. */
export class ConfigError extends StartupError {
  override readonly name = "ConfigError";

  /** @param faults One sentence for every fault, each of which begins with the variable's name. */
  constructor(readonly faults: readonly string[]) {
    super(faults.join("\n"));
  }
}

/**
 * Reads the settings from an environment. An empty variable counts as absent; variables of other programs are ignored.
 *
 * @throws ConfigError that names every fault at once, and never a password.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = parseSettings(SETTINGS, env);
  if ("faults" in parsed) throw new ConfigError(parsed.faults);
  const { isDemo, oidcIssuer, oidcAudience, oidcRoleClaim, oidcClientId, oidcClientSecret, ...others } = parsed.values;
  if (oidcClientId !== null && oidcIssuer === null) throw new ConfigError(["OIDC_CLIENT_ID needs OIDC_ISSUER."]);
  const { s3BucketUrl, s3Region, s3AccessKeyId, s3SecretAccessKey, ...values } = others;
  const imageBucket = bucketOf({ s3BucketUrl, s3Region, s3AccessKeyId, s3SecretAccessKey });
  if (imageBucket !== null && "length" in imageBucket) throw new ConfigError(imageBucket);
  if (values.cdnMaxAgeS > 0 && values.cdnPurgeUrl === null) throw new ConfigError(["CDN_MAX_AGE needs CDN_PURGE_URL."]);
  return Object.freeze({
    ...values,
    isDemo: isDemo ?? values.databaseUrl === null,
    oidc: oidcIssuer === null ? null : { issuer: oidcIssuer, audience: oidcAudience, roleClaim: oidcRoleClaim },
    oidcClient: oidcClientId === null ? null : { id: oidcClientId, secret: oidcClientSecret },
    imageBucket,
  });
}

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** A Unix socket's folder is in the query: postgresql:///database?host=/run/postgresql. */
function hasHost(url: URL): boolean {
  return url.hostname !== "" || url.searchParams.has("host");
}

/** No message repeats the address, because it contains a password. */
function checkDatabaseUrl(value: string, context: z.RefinementCtx): void {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || !["postgres:", "postgresql:"].includes(url.protocol) || !hasHost(url)) {
    context.addIssue("must be an address such as postgresql://user:password@host:5432/database");
  } else if (url.pathname.length < 2) {
    context.addIssue("must name a database after the host: postgresql://user:password@host:5432/database");
  } else if ((url.searchParams.get("schema") ?? "public") !== "public") {
    context.addIssue("must not name a schema other than public");
  }
}

/** `{slug}` is the only placeholder, and belongs into the path or the query, not into the host. */
function checkSiteUrl(value: string, context: z.RefinementCtx): void {
  const filled = (text: string): string => value.replaceAll("{slug}", text).replaceAll("{section}", text);
  const sample = filled("slug");
  const url = URL.canParse(sample) ? new URL(sample) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.hash !== "" || url.username !== "") {
    context.addIssue("must be an address such as https://www.example.com/{slug}");
  } else if (value.split("{slug}").length !== 2 || /[{}]/.test(sample) || url.host !== new URL(filled("other")).host) {
    context.addIssue("must contain {slug} once, after the host, and no other placeholder than {section}");
  }
}
