import { z } from "zod";
import type { RemoteRules } from "../http/remote-file.js";
import { oneOf, type SettingTable, setting, type ValuesOf, wholeNumber } from "../lib/settings.js";

const MOST_PORTS = 20;

/** A list of ports, separated by commas. */
function ports(): z.ZodType<readonly number[], string> {
  const message = "must be a list of ports such as 80,443";
  return z.string().transform((value, context): readonly number[] => {
    const given = value.split(",").map((each) => each.trim());
    const isSound =
      given.length <= MOST_PORTS && given.every((each) => /^\d{1,5}$/.test(each) && Number(each) <= 65_535);
    if (!isSound) context.addIssue(message);
    return given.map(Number);
  });
}

/** The settings of the pictures of imports, by their property in the configuration. */
export const IMPORTED_PICTURE_SETTINGS = {
  importImages: setting("IMPORT_IMAGES", oneOf(["off", "fetch"]), "off", {
    description:
      "off; fetch: imports fetch the pictures that copy refers to, from public addresses only. Pictures within the copy are always taken over.",
  }),
  importImagePorts: setting("IMPORT_IMAGE_PORTS", ports(), [80, 443], {
    description: "Ports from which pictures are fetched, separated by commas.",
  }),
  importImageTimeoutMs: setting("IMPORT_IMAGE_TIMEOUT_MS", wholeNumber(100, 600_000), 10_000, {
    description:
      "Milliseconds that fetching one picture may take; those of one story together may take six times as long.",
  }),
  maxImportedImages: setting("MAX_IMPORTED_IMAGES", wholeNumber(1, 100), 30, {
    description: "Maximum number of pictures that are fetched for one story, 1 to 100.",
  }),
} as const satisfies SettingTable;

/** What bounds the fetching of pictures. */
export interface FetchRules extends RemoteRules {
  readonly mostOfStory: number;
}

/** The rules of some settings; null where pictures are not fetched. */
export function fetchRulesOf(settings: ValuesOf<typeof IMPORTED_PICTURE_SETTINGS>): FetchRules | null {
  if (settings.importImages === "off") return null;
  const { importImagePorts, importImageTimeoutMs, maxImportedImages } = settings;
  return { ports: importImagePorts, timeoutMs: importImageTimeoutMs, mostOfStory: maxImportedImages };
}
