import type { PostAvailability } from "../embedded-post/embedded-post.type.js";
import type { QuoteVerdict } from "../quote-check/quote-kinds.type.js";
import type { CorrectionKind } from "../revision/revision.type.js";

/** Why a reader gets a notice instead of an article: it was killed, it does not exist, or it has another address. */
export type NoticeKind = "GONE" | "MISSING" | "MOVED";

/** The fixed texts of a page, in one language. Words in braces are placeholders. */
export interface Wording {
  readonly skip: string;
  /** Takes `{moment}`. */
  readonly published: string;
  /** Takes `{moment}`. */
  readonly updated: string;
  readonly draft: string;
  readonly changes: string;
  readonly corrections: Readonly<Record<CorrectionKind, string>>;
  readonly quoted: string;
  /** Takes `{number}`. */
  readonly quote: string;
  /** Takes `{number}`. */
  readonly quoteInText: string;
  readonly unnamed: string;
  readonly verdicts: Readonly<Record<QuoteVerdict, string>>;
  /** In the place of a verdict on words that are the article's. */
  readonly paraphrase: string;
  /** In the place of a verdict on words in translation. */
  readonly translation: string;
  /** Takes `{share}`. */
  readonly share: string;
  /** Takes `{quoted}`, and `{original}` where the words were changed. */
  readonly differences: { readonly ADDED: string; readonly REMOVED: string; readonly CHANGED: string };
  /** Takes `{source}`. */
  readonly source: string;
  readonly sources: string;
  /** Takes `{author}`. */
  readonly post: string;
  /** Takes `{author}` and `{platform}`. */
  readonly postOn: string;
  readonly original: string;
  /** Takes `{day}`, the day of the capture. */
  readonly availability: Readonly<Record<PostAvailability, string>>;
  /** The text of GONE takes `{moment}`, when the article was killed, that of MOVED `{address}`. */
  readonly notices: Readonly<Record<NoticeKind, { readonly title: string; readonly text: string }>>;
}
