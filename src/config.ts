import { z } from "zod";
import { StartupError } from "./database/startup-error.js";

/** What the process is told by its environment. Frozen; nothing else in the project reads the environment. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** The folder of the embedded database, as it was given: relative to the working directory. */
  readonly dataDir: string;
  /** A PostgreSQL of the operator's own; null for the embedded one. */
  readonly databaseUrl: string | null;
  /** Whether an empty database is filled with the demo newsroom. */
  readonly isDemo: boolean;
  readonly logLevel: LogLevel;
  /** The most database connections at once. */
  readonly poolSize: number;
  /** PostgreSQL cancels statements that run longer; 0 is no limit. */
  readonly statementTimeoutMs: number;
  readonly hasIntrospection: boolean;
  readonly maxDepth: number;
  readonly maxCost: number;
  readonly maxBodyBytes: number;
  /** How long requests in flight may take to end after SIGTERM. */
  readonly shutdownTimeoutMs: number;
  /** The address that readers and clients see, without a slash at its end; null to derive it from host and port. */
  readonly publicUrl: string | null;
  /** Whether the address of a request is told by a proxy in front: only then may its headers be believed. */
  readonly isBehindProxy: boolean;
  /** The name of the publication, for feeds and reading pages. */
  readonly siteTitle: string;
  /** The language of the publication itself, a BCP 47 tag. */
  readonly siteLanguage: string;
  /** The OpenID Connect issuer whose JWTs are accepted; null for none. */
  readonly oidc: { readonly issuer: string; readonly audience: string; readonly roleClaim: string } | null;
}

/** From the quietest to the most talkative. */
export const LOG_LEVELS = ["silent", "fatal", "error", "warn", "info", "debug", "trace"] as const;

/** One of LOG_LEVELS. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** One setting, as the README's table tells it. */
export interface Setting {
  readonly name: string;
  /** What holds when the variable is absent or empty, in words where it is no fixed value. */
  readonly fallback: string;
  readonly meaning: string;
}

/** Settings that cannot be used; the message is one sentence for each of them. */
export class ConfigError extends StartupError {
  override readonly name = "ConfigError";

  /** @param faults One sentence for every fault, each of which begins with the variable's name. */
  constructor(readonly faults: readonly string[]) {
    super(faults.join("\n"));
  }
}

interface Rule {
  readonly fallback: string;
  readonly meaning: string;
  readonly schema: z.ZodType;
}

const RULES = {
  PORT: {
    fallback: "4000",
    meaning: "The TCP port to listen on; 0 takes a free one.",
    schema: wholeNumber(0, 65_535, 4000),
  },
  HOST: {
    fallback: "127.0.0.1",
    meaning: "The address to listen on. The default lets in this machine only; in a container use 0.0.0.0.",
    schema: z
      .string()
      .regex(/^[\w.:%-]+$/, "must be an address or a host name such as 0.0.0.0")
      .default("127.0.0.1"),
  },
  DATA_DIR: {
    fallback: ".data",
    meaning: "The folder of the embedded PostgreSQL. Not used with DATABASE_URL.",
    schema: z.string().default(".data"),
  },
  DATABASE_URL: {
    fallback: "the embedded PostgreSQL",
    meaning: "The address of a PostgreSQL 14 or newer: postgresql://user:password@host:5432/database.",
    schema: z.string().superRefine(checkDatabaseUrl).nullable().default(null),
  },
  DEMO: {
    fallback: "on for the embedded PostgreSQL, off with DATABASE_URL",
    meaning: "on or off: whether an empty database is filled with the demo newsroom.",
    schema: onOff().optional(),
  },
  LOG_LEVEL: {
    fallback: "info",
    meaning: `How much is logged: ${LOG_LEVELS.join(", ")}.`,
    schema: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`).default("info"),
  },
  POOL_SIZE: {
    fallback: "10",
    meaning: "The most database connections at once, 1 to 80.",
    // The embedded PostgreSQL admits 100, and a command beside the server needs some of them.
    schema: wholeNumber(1, 80, 10),
  },
  STATEMENT_TIMEOUT_MS: {
    fallback: "30000",
    meaning: "Milliseconds after which the database cancels a statement; 0 is no limit.",
    schema: wholeNumber(0, 3_600_000, 30_000),
  },
  INTROSPECTION: {
    fallback: "on",
    meaning: "on or off: whether clients may read the schema. Apollo Sandbox needs it.",
    schema: onOff().default(true),
  },
  MAX_DEPTH: {
    fallback: "12",
    meaning: "How deep the selections of an operation may be nested, 1 to 100.",
    schema: wholeNumber(1, 100, 12),
  },
  MAX_COST: {
    fallback: "20000",
    meaning: "How many objects an operation may bring at most, each counted once for every row it may stand under.",
    schema: wholeNumber(1, 100_000_000, 20_000),
  },
  MAX_BODY_BYTES: {
    fallback: "1000000",
    meaning: "The size of the largest request, in bytes.",
    schema: wholeNumber(1_000, 1_000_000_000, 1_000_000),
  },
  SHUTDOWN_TIMEOUT_MS: {
    fallback: "10000",
    meaning: "Milliseconds that requests in flight have to end after SIGTERM or Ctrl-C.",
    schema: wholeNumber(0, 600_000, 10_000),
  },
  PUBLIC_URL: {
    fallback: "http:// and the address listened on",
    meaning: "The address that clients reach the server under, such as https://cms.example.com.",
    schema: z.string().superRefine(checkPublicUrl).nullable().default(null),
  },
  BEHIND_PROXY: {
    fallback: "off",
    meaning: "on or off: whether a reverse proxy in front tells the caller's address in X-Forwarded-For.",
    schema: onOff().default(false),
  },
  SITE_TITLE: {
    fallback: "Dateline",
    meaning: "The name of the publication in feeds and reading pages.",
    schema: z.string().max(200, "must have at most 200 characters").default("Dateline"),
  },
  SITE_LANGUAGE: {
    fallback: "en",
    meaning: "The language of the publication itself, as BCP 47 tags it; every article carries its own.",
    schema: z
      .string()
      .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "must be a language tag such as en or pt-BR")
      .default("en"),
  },
  OIDC_ISSUER: {
    fallback: "no issuer",
    meaning: "The address of an OpenID Connect issuer whose JWTs are accepted besides the server's own tokens.",
    schema: z.string().superRefine(checkPublicUrl).nullable().default(null),
  },
  OIDC_AUDIENCE: {
    fallback: "dateline",
    meaning: "Whom a JWT must be meant for: its `aud` claim.",
    schema: z.string().default("dateline"),
  },
  OIDC_ROLE_CLAIM: {
    fallback: "role",
    meaning: "The claim of a JWT that holds READER, AUTHOR, EDITOR or ADMIN, or a list of which the highest counts.",
    schema: z.string().default("role"),
  },
} as const satisfies Record<string, Rule>;

/** Every setting with its default and its meaning, in the README's order. */
export const settings: readonly Setting[] = Object.entries(RULES).map(([name, { fallback, meaning }]) => ({
  name,
  fallback,
  meaning,
}));

const schema = z.object({
  PORT: RULES.PORT.schema,
  HOST: RULES.HOST.schema,
  DATA_DIR: RULES.DATA_DIR.schema,
  DATABASE_URL: RULES.DATABASE_URL.schema,
  DEMO: RULES.DEMO.schema,
  LOG_LEVEL: RULES.LOG_LEVEL.schema,
  POOL_SIZE: RULES.POOL_SIZE.schema,
  STATEMENT_TIMEOUT_MS: RULES.STATEMENT_TIMEOUT_MS.schema,
  INTROSPECTION: RULES.INTROSPECTION.schema,
  MAX_DEPTH: RULES.MAX_DEPTH.schema,
  MAX_COST: RULES.MAX_COST.schema,
  MAX_BODY_BYTES: RULES.MAX_BODY_BYTES.schema,
  SHUTDOWN_TIMEOUT_MS: RULES.SHUTDOWN_TIMEOUT_MS.schema,
  PUBLIC_URL: RULES.PUBLIC_URL.schema,
  BEHIND_PROXY: RULES.BEHIND_PROXY.schema,
  SITE_TITLE: RULES.SITE_TITLE.schema,
  SITE_LANGUAGE: RULES.SITE_LANGUAGE.schema,
  OIDC_ISSUER: RULES.OIDC_ISSUER.schema,
  OIDC_AUDIENCE: RULES.OIDC_AUDIENCE.schema,
  OIDC_ROLE_CLAIM: RULES.OIDC_ROLE_CLAIM.schema,
});

/**
 * Reads the settings out of an environment. An empty variable counts as absent; variables of other programs are passed
 * over.
 *
 * @throws ConfigError that names every fault at once, and never a password.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()] as const] : []));
  const result = schema.safeParse(Object.fromEntries(given));
  if (!result.success) throw new ConfigError(result.error.issues.map(sentenceOf));
  const value = result.data;
  return Object.freeze({
    port: value.PORT,
    host: value.HOST,
    dataDir: value.DATA_DIR,
    databaseUrl: value.DATABASE_URL,
    isDemo: value.DEMO ?? value.DATABASE_URL === null,
    logLevel: value.LOG_LEVEL,
    poolSize: value.POOL_SIZE,
    statementTimeoutMs: value.STATEMENT_TIMEOUT_MS,
    hasIntrospection: value.INTROSPECTION,
    maxDepth: value.MAX_DEPTH,
    maxCost: value.MAX_COST,
    maxBodyBytes: value.MAX_BODY_BYTES,
    shutdownTimeoutMs: value.SHUTDOWN_TIMEOUT_MS,
    publicUrl: value.PUBLIC_URL?.replace(/\/+$/, "") ?? null,
    isBehindProxy: value.BEHIND_PROXY,
    siteTitle: value.SITE_TITLE,
    siteLanguage: value.SITE_LANGUAGE,
    oidc:
      value.OIDC_ISSUER === null
        ? null
        : { issuer: value.OIDC_ISSUER, audience: value.OIDC_AUDIENCE, roleClaim: value.OIDC_ROLE_CLAIM },
  });
}

function sentenceOf({ path, message }: z.core.$ZodIssue): string {
  return `${path.join(".")} ${message}.`;
}

function wholeNumber(least: number, most: number, fallback: number) {
  const message = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, message)
    .default(fallback);
}

function onOff() {
  return z.enum(["on", "off"], 'must be "on" or "off"').transform((value) => value === "on");
}

function parseUrl(value: string): URL | null {
  return URL.canParse(value) ? new URL(value) : null;
}

/** A Unix socket's folder stands in the query: postgresql:///database?host=/run/postgresql. */
function hasHost(url: URL): boolean {
  return url.hostname !== "" || url.searchParams.has("host");
}

/** No message repeats the address: it holds a password. */
function checkDatabaseUrl(value: string, context: z.RefinementCtx): void {
  const url = parseUrl(value);
  if (url === null || !["postgres:", "postgresql:"].includes(url.protocol) || !hasHost(url)) {
    context.addIssue("must be an address such as postgresql://user:password@host:5432/database");
  } else if (url.pathname.length < 2) {
    context.addIssue("must name a database after the host: postgresql://user:password@host:5432/database");
  } else if ((url.searchParams.get("schema") ?? "public") !== "public") {
    context.addIssue("must not name a schema other than public");
  }
}

function checkPublicUrl(value: string, context: z.RefinementCtx): void {
  const url = parseUrl(value);
  if (url !== null && /^https?:$/.test(url.protocol) && url.search === "" && url.hash === "") return;
  context.addIssue("must be an address such as https://cms.example.com");
}
