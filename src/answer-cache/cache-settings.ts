import { z } from "zod";
import { nullableSetting, oneOf, type SettingTable, setting, siteUrl, text, wholeNumber } from "../lib/settings.js";
import { CDNS } from "./cdn.js";

/** The settings of cached answers, by their property in the configuration. */
export const CACHE_SETTINGS = {
  cacheMegabytes: setting("CACHE_MB", wholeNumber(0, 100_000), 64, {
    description: "Megabytes of memory for answers to readers; 0 keeps none. docs/caching.md explains it.",
  }),
  redisUrl: nullableSetting(
    "REDIS_URL",
    z.string().regex(/^rediss?:\/\/\S+$/u, "must be an address such as redis://:password@host:6379"),
    {
      defaultText: "answers are not shared",
      description: "Address of a Redis 6 or newer in which several servers share answers to readers.",
    },
  ),
  cdnMaxAgeS: setting("CDN_MAX_AGE", wholeNumber(0, 31_536_000), 0, {
    description:
      "Seconds for which a CDN may use an answer without asking this server; 0: it asks before each use. Set it only together with CDN_PURGE_URL.",
  }),
  cdn: setting("CDN", oneOf(CDNS), "fastly", {
    description: `How CDN_PURGE_URL is asked to remove answers: ${CDNS.join(", ")}.`,
  }),
  cdnPurgeUrl: nullableSetting("CDN_PURGE_URL", siteUrl(), {
    defaultText: "nothing is asked",
    description:
      "Address that is asked to remove the answers with some keys when they change. docs/operations/cdn.md has those of Fastly, Cloudflare and Varnish.",
  }),
  cdnPurgeToken: nullableSetting("CDN_PURGE_TOKEN", text(1_000), {
    defaultText: "none",
    description: "Token for CDN_PURGE_URL.",
  }),
} as const satisfies SettingTable;
