import type { QuoteKind, QuoteVerdict } from "../generated/graphql";

/** What readers see of the comparison of a quote with its source. */
const VERDICTS: Readonly<Record<QuoteVerdict, string>> = {
  EXACT: "Word for word as in the source",
  MARKED_EDIT: "As in the source, with marked omissions or additions",
  ALTERED: "Differs from the source",
  NOT_FOUND: "Not found in the source",
  NOT_COMPARABLE: "Cannot be compared with the source",
  UNSOURCED: "No source to compare with",
};

/** The verdict in words; what is paraphrased or translated is not compared word for word. */
export function describeVerdict(kind: QuoteKind, verdict: QuoteVerdict): string {
  if (kind === "INDIRECT") return "Paraphrase";
  return kind === "TRANSLATED" ? `Translation. ${VERDICTS[verdict]}` : VERDICTS[verdict];
}

const PLATFORMS: Readonly<Record<string, string>> = {
  X: "X",
  LINKEDIN: "LinkedIn",
  TIKTOK: "TikTok",
  YOUTUBE: "YouTube",
  TRUTH_SOCIAL: "Truth Social",
  OTHER: "another platform",
};

/** The name of a platform as it writes it. */
export function platformName(platform: string): string {
  return PLATFORMS[platform] ?? platform.charAt(0) + platform.slice(1).toLowerCase();
}

const DAY = new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" });

/** A day or a moment as the day in UTC, in English. */
export function formatDay(isoDate: string): string {
  return DAY.format(new Date(isoDate));
}

/** The attributes of text in another language than the page's. */
export function languageOf({ language, direction }: { readonly language: string; readonly direction: string }): {
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
} {
  return { lang: language, dir: direction === "RTL" ? "rtl" : "ltr" };
}
