import { isSlug, MAX_SLUG_LENGTH, slugify } from "../lib/slug.js";
import type { Issues, Path } from "./issues.js";

/** A slug as it was given, or null if it is to be generated; an invalid one is reported with a suggestion. */
export function readSlug(slug: string | null | undefined, path: Path, issues: Issues): string | null {
  if (slug === null || slug === undefined) return null;
  const kept = slug.normalize("NFC").trim();
  if (!isSlug(kept)) {
    const suggestion = slugify(kept);
    const hint = suggestion === "" ? "" : ` Try ${JSON.stringify(suggestion)}.`;
    issues.add(
      path,
      `A slug is lower-case words of letters and digits joined by hyphens, at most ${MAX_SLUG_LENGTH} characters.${hint}`,
      { reason: "NOT_A_SLUG", limit: MAX_SLUG_LENGTH },
    );
  }
  return kept;
}
