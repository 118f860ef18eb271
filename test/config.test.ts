import { expect, test } from "vitest";
import { ConfigError, parseConfig, SETTINGS } from "../src/config.js";
import { StartupError } from "../src/database/startup-error.js";

const DEFAULTS = {
  port: 4000,
  host: "127.0.0.1",
  dataDir: ".data",
  databaseUrl: null,
  isDemo: true,
  logLevel: "info",
  poolSize: 10,
  statementTimeoutMs: 30_000,
  readerTimeoutMs: 5_000,
  hasIntrospection: true,
  maxDepth: 12,
  maxCost: 20_000,
  maxAnswerBytes: 10_000_000,
  maxBodyBytes: 1_000_000,
  cacheMegabytes: 64,
  redisUrl: null,
  cdnMaxAgeS: 0,
  cdn: "fastly",
  cdnPurgeUrl: null,
  cdnPurgeToken: null,
  importThreads: 2,
  importTimeoutMs: 30_000,
  importImages: "off",
  importImagePorts: [80, 443],
  importImageTimeoutMs: 10_000,
  maxImportedImages: 30,
  maxImageBytes: 50_000_000,
  maxImagePixels: 64_000_000,
  imageTypes: ["jpeg", "png", "webp", "avif", "gif"],
  imageWorkers: 2,
  uploadTimeoutMs: 300_000,
  trustMode: "off",
  trustedDocumentsFile: "persisted-documents.json",
  shutdownTimeoutMs: 10_000,
  shutdownDelayMs: 0,
  publicUrl: null,
  requestTimeoutMs: 30_000,
  rateLimitPerAddress: 3000,
  rateLimitPerToken: 6000,
  rateLimitFailedTokens: 20,
  maxEventLoopDelayMs: 1000,
  maxConnections: 1000,
  trustedProxies: null,
  siteUrl: null,
  siteTitle: "Dateline",
  siteLanguage: "en",
  timeZone: "UTC",
  requiresImageAlt: true,
  requiresImageCredit: false,
  checksImageExpiry: true,
  eventRetentionDays: 30,
  oidc: null,
  oidcClient: null,
  imageBucket: null,
};

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    parseConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

test("an empty environment and empty or foreign variables result in the defaults", () => {
  expect(parseConfig({})).toEqual(DEFAULTS);
  expect(parseConfig({ PORT: "", HOST: " ", DATABASE_URL: "", DEMO: "", PATH: "/bin", npm_config_x: "1" })).toEqual(
    DEFAULTS,
  );
});

test("every setting is read", () => {
  const config = parseConfig({
    PORT: "0",
    HOST: "::1",
    DATA_DIR: "/srv/data",
    DATABASE_URL: "postgres://editor:s3cret@db:6432/news?sslmode=require",
    DEMO: "on",
    LOG_LEVEL: "debug",
    POOL_SIZE: "20",
    STATEMENT_TIMEOUT_MS: "0",
    READER_TIMEOUT_MS: "1000",
    MAX_ANSWER_BYTES: "20000",
    INTROSPECTION: "off",
    MAX_DEPTH: "7",
    MAX_COST: "500",
    MAX_BODY_BYTES: "2000",
    CACHE_MB: "0",
    REDIS_URL: "rediss://:secret@redis.example:6380/1",
    CDN_MAX_AGE: "3600",
    CDN: "varnish",
    CDN_PURGE_URL: "https://cdn.example.com/purge",
    CDN_PURGE_TOKEN: "purge-token",
    SHUTDOWN_TIMEOUT_MS: "0",
    SHUTDOWN_DELAY_MS: "15000",
    PUBLIC_URL: "https://cms.example.com/news/",
    SITE_URL: "https://www.example.com/{section}/{slug}",
    BEHIND_PROXY: "on",
    SITE_TITLE: "The Courier",
    SITE_LANGUAGE: "pt-BR",
    TIME_ZONE: "Europe/Berlin",
    REQUIRE_IMAGE_ALT: "off",
    REQUIRE_IMAGE_CREDIT: "on",
    CHECK_IMAGE_EXPIRY: "off",
    EVENT_RETENTION_DAYS: "7",
    MAX_IMAGE_BYTES: "20000000",
    MAX_IMAGE_PIXELS: "9000000",
    IMAGE_TYPES: "png, jpeg,png",
    IMAGE_WORKERS: "4",
    UPLOAD_TIMEOUT_MS: "0",
    IMPORT_IMAGES: "fetch",
    IMPORT_IMAGE_PORTS: "443, 8443",
    IMPORT_IMAGE_TIMEOUT_MS: "3000",
    MAX_IMPORTED_IMAGES: "5",
    S3_BUCKET_URL: "https://s3.example.com/pictures/",
    S3_REGION: "eu-west-1",
    S3_ACCESS_KEY_ID: "key",
    S3_SECRET_ACCESS_KEY: "s3cret",
    OIDC_ISSUER: "https://id.example.com",
    OIDC_AUDIENCE: "newsroom",
    OIDC_CLIENT_ID: "desk",
    OIDC_CLIENT_SECRET: "open sesame",
    OIDC_ROLE_CLAIM: "roles",
    TRUSTED_DOCUMENTS: "only",
    TRUSTED_DOCUMENTS_FILE: "/srv/documents.json",
  });
  expect(config).toEqual({
    port: 0,
    host: "::1",
    dataDir: "/srv/data",
    databaseUrl: "postgres://editor:s3cret@db:6432/news?sslmode=require",
    isDemo: true,
    logLevel: "debug",
    poolSize: 20,
    statementTimeoutMs: 0,
    readerTimeoutMs: 1000,
    importThreads: 2,
    importTimeoutMs: 30_000,
    importImages: "fetch",
    importImagePorts: [443, 8443],
    importImageTimeoutMs: 3000,
    maxImportedImages: 5,
    maxAnswerBytes: 20_000,
    hasIntrospection: false,
    maxDepth: 7,
    maxCost: 500,
    maxBodyBytes: 2000,
    cacheMegabytes: 0,
    redisUrl: "rediss://:secret@redis.example:6380/1",
    cdnMaxAgeS: 3600,
    cdn: "varnish",
    cdnPurgeUrl: "https://cdn.example.com/purge",
    cdnPurgeToken: "purge-token",
    maxImageBytes: 20_000_000,
    maxImagePixels: 9_000_000,
    imageTypes: ["jpeg", "png"],
    imageWorkers: 4,
    uploadTimeoutMs: 0,
    trustMode: "only",
    trustedDocumentsFile: "/srv/documents.json",
    shutdownTimeoutMs: 0,
    shutdownDelayMs: 15_000,
    publicUrl: "https://cms.example.com/news",
    requestTimeoutMs: 30_000,
    rateLimitPerAddress: 3000,
    rateLimitPerToken: 6000,
    rateLimitFailedTokens: 20,
    maxEventLoopDelayMs: 1000,
    maxConnections: 1000,
    trustedProxies: 1,
    siteUrl: "https://www.example.com/{section}/{slug}",
    siteTitle: "The Courier",
    siteLanguage: "pt-BR",
    timeZone: "Europe/Berlin",
    requiresImageAlt: false,
    requiresImageCredit: true,
    checksImageExpiry: false,
    eventRetentionDays: 7,
    oidc: { issuer: "https://id.example.com", audience: "newsroom", roleClaim: "roles" },
    oidcClient: { id: "desk", secret: "open sesame" },
    imageBucket: {
      url: "https://s3.example.com/pictures",
      region: "eu-west-1",
      accessKeyId: "key",
      secretAccessKey: "s3cret",
    },
  });
});

test("a time zone has to exist", () => {
  expect(faultsOf({ TIME_ZONE: "Europe/Atlantis" })).toEqual([expect.stringMatching(/^TIME_ZONE must be a time zone/)]);
});

test("a bucket needs its keys, and types of images are those there are", () => {
  expect(faultsOf({ S3_BUCKET_URL: "https://s3.example.com/pictures", S3_REGION: "x" })).toEqual([
    "S3_ACCESS_KEY_ID must be set with S3_BUCKET_URL.",
    "S3_SECRET_ACCESS_KEY must be set with S3_BUCKET_URL.",
  ]);
  for (const IMAGE_TYPES of ["svg", "png,svg", ",", "jpg"]) {
    expect(faultsOf({ IMAGE_TYPES })).toEqual(["IMAGE_TYPES must be a list of some of jpeg, png, webp, avif, gif."]);
  }
});

test("a CDN answers by itself only where it is asked to remove what changed", () => {
  expect(faultsOf({ CDN_MAX_AGE: "60" })).toEqual(["CDN_MAX_AGE needs CDN_PURGE_URL."]);
  expect(faultsOf({ REDIS_URL: "redis.example" })).toEqual([expect.stringMatching(/^REDIS_URL must be an address/)]);
});

test("the demo is on by default for the embedded database only", () => {
  const DATABASE_URL = "postgresql://db/news";
  expect(parseConfig({}).isDemo).toBe(true);
  expect(parseConfig({ DEMO: "off" }).isDemo).toBe(false);
  expect(parseConfig({ DATABASE_URL }).isDemo).toBe(false);
  expect(parseConfig({ DATABASE_URL, DEMO: "on" }).isDemo).toBe(true);
});

test("all faults are reported at once, each once and with the variable's name first", () => {
  const env = { PORT: "80000", DEMO: "yes", POOL_SIZE: "many", LOG_LEVEL: "loud", MAX_DEPTH: "1.5", PUBLIC_URL: "cms" };
  expect(faultsOf(env)).toEqual([
    "PORT must be a whole number from 0 to 65535.",
    'DEMO must be "on" or "off".',
    "LOG_LEVEL must be one of silent, fatal, error, warn, info, debug, trace.",
    "POOL_SIZE must be a whole number from 1 to 80.",
    "MAX_DEPTH must be a whole number from 1 to 100.",
    "PUBLIC_URL must be an address such as https://cms.example.com.",
  ]);
  expect(() => parseConfig(env)).toThrow(StartupError);
  expect(() => parseConfig(env)).toThrow(/PORT .*\nDEMO /);
});

test.each([
  "mysql://db/news",
  "postgresql://db",
  "postgresql://editor:s3cret@db/",
  "postgresql://editor:s3cret@db/news?schema=other",
  "editor:s3cret@db/news",
  "postgresql:news",
])("%s is refused as DATABASE_URL without repeating its password", (DATABASE_URL) => {
  expect(faultsOf({ DATABASE_URL })).toEqual([expect.stringMatching(/^DATABASE_URL must /)]);
  expect(faultsOf({ DATABASE_URL }).join()).not.toContain("s3cret");
});

test("a database behind a Unix socket is accepted", () => {
  const DATABASE_URL = "postgresql:///news?host=/run/postgresql";
  expect(parseConfig({ DATABASE_URL }).databaseUrl).toBe(DATABASE_URL);
});

test("the settings are frozen, and the table lists each with the default that holds", () => {
  expect(Object.isFrozen(parseConfig({}))).toBe(true);
  // The three settings of the issuer are one value, and so are the two of its client and the four of the bucket.
  const settings = Object.values(SETTINGS);
  expect(settings).toHaveLength(Object.keys(DEFAULTS).length + 6);
  const fixed = settings.filter(({ defaultText }) => /^[\w.,]+$/.test(defaultText) && defaultText !== "none");
  expect(parseConfig(Object.fromEntries(fixed.map(({ name, defaultText }) => [name, defaultText])))).toEqual(DEFAULTS);
});

test.each([
  ["off", null],
  ["on", 1],
  ["3", 3],
  ["192.0.2.7", ["192.0.2.7"]],
  ["10.0.0.0/8, fd00::/8", ["10.0.0.0/8", "fd00::/8"]],
])("BEHIND_PROXY=%s trusts %j", (value, expected) => {
  expect(parseConfig({ BEHIND_PROXY: value }).trustedProxies).toEqual(expected);
});

test.each([
  "0",
  "11",
  "yes",
  "true",
  "*",
  "0.0.0.0/0",
  "::/0",
  "10.0.0.0/33",
  "10.0.0.0/8/8",
  "proxy.example",
  "10.0.0.1,",
])("BEHIND_PROXY=%s is refused: it would trust everybody or nobody in particular", (value) => {
  expect(faultsOf({ BEHIND_PROXY: value })).toEqual([
    'BEHIND_PROXY must be "off", "on", the number of proxies from 1 to 10, or addresses and networks such as 10.0.0.0/8, fd00::/8.',
  ]);
});

test.each([
  ["https://www.example.com/news", "must contain {slug} once, after the host, and no other placeholder than {section}"],
  [
    "https://{section}.example.com/{slug}",
    "must contain {slug} once, after the host, and no other placeholder than {section}",
  ],
  ["https://{slug}.example.com/", "must contain {slug} once, after the host, and no other placeholder than {section}"],
  [
    "https://www.example.com/{slug}/{id}",
    "must contain {slug} once, after the host, and no other placeholder than {section}",
  ],
  [
    "https://www.example.com/{slug}/{slug}",
    "must contain {slug} once, after the host, and no other placeholder than {section}",
  ],
  ["www.example.com/{slug}", "must be an address such as https://www.example.com/{slug}"],
  ["https://www.example.com/#{slug}", "must be an address such as https://www.example.com/{slug}"],
])("%s is refused as SITE_URL", (SITE_URL, fault) => {
  expect(faultsOf({ SITE_URL })).toEqual([`SITE_URL ${fault}.`]);
});
