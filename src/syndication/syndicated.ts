import type { HeadContent } from "../draft/head-fields.js";
import type { TextDirection } from "../draft/article.type.js";
import type { PostAvailability } from "../embedded-post/embedded-post.type.js";
import type { PostPlatform } from "../person/platform.type.js";
import type { Mark } from "../marked-text/marks.js";
import type { ParagraphStyle } from "../marked-text/paragraph-style.type.js";
import type { DifferenceKind, QuoteKind, QuoteVerdict } from "../quote-check/quote-kinds.type.js";
import type { CorrectionKind } from "../revision/revision.type.js";

/** The newsroom whose articles leave in the formats of the trade. */
export interface SyndicatedSite {
  /** The address of this server, such as `https://cms.example`; a slash at its end does not count. */
  readonly baseUrl: string;
  /** The address of an article at the newsroom's own site, with `{slug}` and perhaps `{section}`; null: readers use the reading pages. */
  readonly articleUrl: string | null;
  /** The name of the publication. */
  readonly title: string;
  /** The language of the publication, a BCP 47 tag; each article has its own language. */
  readonly language: string;
}

/** A published article with everything that its formats contain, as readers see it. Moments are RFC 3339, in UTC. */
export interface SyndicatedArticle extends Omit<HeadContent, "datelineText" | "datelinePlace" | "datelineOn"> {
  /** The global id. */
  readonly id: string;
  /** The absolute address at which readers find it: see `readerAddress`. */
  readonly url: string;
  readonly direction: TextDirection;
  /** The date is an ISO day. */
  readonly dateline: { readonly text: string; readonly place: string | null; readonly date: string | null } | null;
  readonly version: number;
  /** Whether it is shown to those who may see drafts, instead of to readers. */
  readonly isPreview: boolean;
  /** Whether readers see this text; false for a draft that differs from what is published. */
  readonly isPublished: boolean;
  /** Number of words in the paragraphs. */
  readonly wordCount: number;
  readonly firstPublishedAt: string;
  readonly publishedAt: string;
  readonly updatedAt: string;
  /** The section that it is in; null without one. */
  readonly section: SyndicatedTopic | null;
  readonly topics: readonly SyndicatedTopic[];
  /** Who wrote it, in printed order; `creditsOf` adds the further names of the byline. */
  readonly authors: readonly SyndicatedAuthor[];
  /** The translations that readers see, by language. */
  readonly translations: readonly SyndicatedTranslation[];
  /** The id of the translation that is the original; null where the article is the original, or readers do not see it. */
  readonly originalId: string | null;
  /** All persons quoted or mentioned, in order of first appearance. */
  readonly persons: readonly SyndicatedPerson[];
  /** In the order in which readers got them. */
  readonly corrections: readonly SyndicatedCorrection[];
  /** The picture that teasers show; null without one. */
  readonly leadImage: SyndicatedFigure | null;
  /** In reading order. */
  readonly body: readonly SyndicatedElement[];
  /** The posts that quotes are checked against and that are not in the body themselves. */
  readonly sources: readonly SyndicatedPost[];
}

/** What a list of addresses has of an article: of its body the pictures alone. */
export type ListedArticle = Pick<
  SyndicatedArticle,
  | "url"
  | "headline"
  | "language"
  | "firstPublishedAt"
  | "publishedAt"
  | "updatedAt"
  | "translations"
  | "leadImage"
  | "body"
>;

/** A subject that an article is filed under, or the section that it is in. */
export interface SyndicatedTopic {
  readonly slug: string;
  readonly name: string;
}

/** A person who is quoted or mentioned. */
export interface SyndicatedPerson {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** The current office or description. */
  readonly role: string | null;
  readonly accounts: readonly { readonly platform: PostPlatform; readonly handle: string }[];
}

/** A person who wrote or made an article. */
export interface SyndicatedAuthor extends SyndicatedName {
  /** What the person did, as printed, such as "photographer". */
  readonly role: string | null;
}

/** The same story in another language. */
export interface SyndicatedTranslation {
  readonly id: string;
  readonly url: string;
  readonly headline: string;
  readonly language: string;
}

/** Enough of a person to point at. */
export interface SyndicatedName {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** A correction that readers see. */
export interface SyndicatedCorrection {
  readonly kind: CorrectionKind;
  readonly note: string;
  readonly correctedAt: string;
}

/** A part of the body. */
export type SyndicatedElement = SyndicatedParagraph | SyndicatedPost | SyndicatedFigure;

/** An image where the article shows it, with the texts to show. */
export interface SyndicatedFigure {
  readonly kind: "figure";
  readonly id: string;
  readonly caption: string | null;
  /** Empty without one. */
  readonly alt: string;
  readonly image: SyndicatedImage;
}

/** A picture as everybody can load it. */
export interface SyndicatedImage {
  readonly id: string;
  /** SHA-256 of the original file, hexadecimal. */
  readonly contentHash: string;
  /** Of its full rendition, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly headline: string | null;
  readonly credit: string | null;
  readonly copyright: string | null;
  readonly usageTerms: string | null;
  readonly takenAt: string | null;
  readonly place: string | null;
  /** In a format that every client shows. */
  readonly full: ImageRendition;
  /** For browsers, which choose one; by ascending width. */
  readonly renditions: readonly ImageRendition[];
}

/** A picture in one size and format. */
export interface ImageRendition {
  /** Absolute and immutable. */
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly mediaType: string;
}

/** A paragraph with its marks and quotes; offsets are UTF-16 code units into the text. */
export interface SyndicatedParagraph {
  readonly kind: "paragraph";
  readonly id: string;
  readonly style: ParagraphStyle;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly quotes: readonly SyndicatedQuote[];
}

/** Quoted words, their place in the paragraph, and their comparison with the source. */
export interface SyndicatedQuote {
  readonly id: string;
  /** Without its quotation marks. */
  readonly text: string;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly kind: QuoteKind;
  readonly speaker: SyndicatedName | null;
  /** The speaker's office when the words were said. */
  readonly speakerRole: string | null;
  /** An ISO day. */
  readonly saidOn: string | null;
  readonly occasion: string | null;
  /** The id of a post of the body or of the article's other sources. */
  readonly sourceId: string | null;
  readonly verdict: QuoteVerdict;
  /** From 0 to 1; null without a source. */
  readonly similarity: number | null;
  readonly differences: readonly SyndicatedDifference[];
}

/** One place where a quote differs from its source. */
export interface SyndicatedDifference {
  readonly kind: DifferenceKind;
  /** The words as quoted; null when they were left out. */
  readonly quoted: string | null;
  /** The words of the source; null when it has none there. */
  readonly original: string | null;
}

/** A post of a social platform, as it was captured. */
export interface SyndicatedPost {
  readonly kind: "post";
  readonly id: string;
  readonly platform: PostPlatform;
  readonly url: string | null;
  readonly authorName: string;
  /** With its leading @. */
  readonly authorHandle: string | null;
  /** The author, if it is a person of the newsroom. */
  readonly author: SyndicatedName | null;
  readonly text: string;
  /** A BCP 47 tag; null when not known. */
  readonly language: string | null;
  /** An ISO day. */
  readonly postedOn: string | null;
  readonly postedAt: string | null;
  readonly capturedAt: string;
  /** SHA-256 of the text in UTF-8, hexadecimal. */
  readonly contentHash: string;
  readonly availability: PostAvailability;
}

/** When what readers see last changed: the later of the change of the text and its publication. */
export function modifiedAt(article: Pick<SyndicatedArticle, "updatedAt" | "publishedAt">): string {
  return Date.parse(article.updatedAt) > Date.parse(article.publishedAt) ? article.updatedAt : article.publishedAt;
}

/** When any of the articles last changed; null of none. */
export function newestChange(articles: readonly SyndicatedArticle[]): string | null {
  return (
    articles
      .map(modifiedAt)
      .sort((one, other) => Date.parse(one) - Date.parse(other))
      .at(-1) ?? null
  );
}

/** The paragraphs of an article, in reading order. */
export function syndicatedParagraphs(article: SyndicatedArticle): SyndicatedParagraph[] {
  return article.body.filter((element) => element.kind === "paragraph");
}

/** The pictures of an article, the lead image first, each image once. */
export function picturesOf({ leadImage, body }: Pick<SyndicatedArticle, "leadImage" | "body">): SyndicatedFigure[] {
  const inBody = body.filter((element) => element.kind === "figure");
  const all = leadImage ? [leadImage, ...inBody] : inBody;
  return all.filter((figure, at) => all.findIndex(({ image }) => image.id === figure.image.id) === at);
}

/** The lead image, unless the body shows the same image. */
export function ownLeadImage({ leadImage, body }: SyndicatedArticle): SyndicatedFigure | null {
  const isShown = body.some((part) => part.kind === "figure" && part.image.id === leadImage?.image.id);
  return isShown ? null : leadImage;
}

/** Every quote of an article, in reading order. */
export function quotesOf(article: SyndicatedArticle): SyndicatedQuote[] {
  return syndicatedParagraphs(article).flatMap(({ quotes }) =>
    [...quotes].sort((one, other) => one.start - other.start),
  );
}

/** Every post that an article shows: those of the body, then the other sources of its quotes. */
export function postsOf(article: SyndicatedArticle): SyndicatedPost[] {
  return [...article.body.filter((element) => element.kind === "post"), ...article.sources];
}

/** The post that a quote is checked against; null when it has none. */
export function sourceOf(article: SyndicatedArticle, quote: SyndicatedQuote): SyndicatedPost | null {
  if (quote.sourceId === null) return null;
  return postsOf(article).find(({ id }) => id === quote.sourceId) ?? null;
}

/**
 * Whether a quote contains the speaker's own words, so that its verdict applies to them. Words in the
 * article's words or in translation cannot be the source's word for word.
 */
export function hasSpeakersWords(quote: SyndicatedQuote): boolean {
  return quote.kind === "DIRECT" || quote.kind === "PARTIAL";
}

/**
 * The language that quoted words are in: the source's for the speaker's own words that were found there, the article's
 * for all others.
 */
export function languageOfQuote(article: SyndicatedArticle, quote: SyndicatedQuote): string {
  const isFound = hasSpeakersWords(quote) && quote.verdict !== "NOT_FOUND";
  return (isFound && sourceOf(article, quote)?.language) || article.language;
}
