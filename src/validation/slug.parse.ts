import { isSlug, MAX_SLUG_LENGTH, slugify } from "../lib/slug.js";
import type { Issues, Path } from "./issues.js";

/** A slug as it was given, or null where it is to be made; one that is not as slugs are is reported with a mend. */
export function readSlug(slug: string | null | undefined, path: Path, issues: Issues): string | null {
  if (slug === null || slug === undefined) return null;
  const kept = slug.normalize("NFC").trim();
  if (!isSlug(kept)) {
    const mend = slugify(kept);
    const hint = mend === "" ? "" : ` Try ${JSON.stringify(mend)}.`;
    issues.add(
      path,
      `A slug is lower-case words of letters and digits joined by hyphens, at most ${MAX_SLUG_LENGTH} characters.${hint}`,
    );
  }
  return kept;
}
