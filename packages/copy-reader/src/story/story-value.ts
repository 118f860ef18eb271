import type { ReadingReason } from "./reasons.js";
import type { StoryRelease } from "./release.js";

/** The platforms a post can have been published on, as the contract names them. */
export type SocialPlatform =
  | "X"
  | "BLUESKY"
  | "MASTODON"
  | "THREADS"
  | "FACEBOOK"
  | "INSTAGRAM"
  | "TELEGRAM"
  | "TIKTOK"
  | "YOUTUBE"
  | "TRUTH_SOCIAL"
  | "OTHER";

/** How the words of a quotation relate to what was said, as the contract names it. */
export type StoryQuoteKind = "DIRECT" | "PARTIAL" | "INDIRECT" | "TRANSLATED";

/** One quotation in a paragraph; offsets are UTF-16 code units into the paragraph's text, without quotation marks. */
export interface StoryQuote {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: StoryQuoteKind;
  /** The key of a person of the story, null when the speaker is unnamed, no person, or not found. */
  readonly speakerKey: string | null;
  /** The words that name the speaker where the quotation is, such as "he"; null when nothing names one. */
  readonly speakerText: string | null;
  readonly speakerRole: string | null;
  /** ISO calendar day, null when the text does not state it. */
  readonly saidOn: string | null;
  /** Index into the story's elements of the post the words can be checked against. */
  readonly sourcePost: number | null;
  /** Quotations with the same number are parts of one utterance. */
  readonly utterance: number;
  /** From 0 to 1: how sure the speaker is. */
  readonly confidence: number;
  readonly reasons: readonly ReadingReason[];
}

/** A link or emphasis on a stretch of a paragraph; offsets are UTF-16 code units into its text, the end excluded. */
export type TextMark =
  | { readonly kind: "link"; readonly start: number; readonly end: number; readonly href: string }
  | { readonly kind: "emphasis"; readonly start: number; readonly end: number }
  | { readonly kind: "strong"; readonly start: number; readonly end: number };

/** What a paragraph is for the reader. */
export type ParagraphRole = "text" | "subhead" | "list";

/** What a paragraph is in the body of an article, as the contract names it. */
export type StoryStyle = "BODY" | "HEADING" | "SUBHEADING" | "BULLET" | "NUMBERED" | "BLOCK_QUOTE";

/** A picture that copy shows or refers to. It is not fetched. */
export interface ShownImage {
  /** Its address, the name of its file where the copy has no address, or its media type where the copy has neither. */
  readonly url: string;
  readonly caption: string | null;
  readonly credit: string | null;
  /** Empty where the copy has none. */
  readonly alt: string;
  /** Whether the copy names it as the picture of the whole story. */
  readonly isLead: boolean;
  /** Its file, where that is within the copy. */
  readonly content?: Uint8Array;
  /** The line of the copy on which it is, from 1. */
  readonly line: number;
}

/** A picture at its place in the story. */
export interface StoryImage extends ShownImage {
  readonly kind: "image";
  /** Index into the story's elements of the one that it is before; their number where it is below the last. */
  readonly before: number;
}

/** A paragraph of the story with the quotations in it, in order. */
export interface StoryParagraph {
  readonly kind: "paragraph";
  readonly text: string;
  readonly role: ParagraphRole;
  readonly style: StoryStyle;
  /** The line of the copy on which it begins, from 1. */
  readonly line: number;
  readonly quotes: readonly StoryQuote[];
  /** The links and emphasis that the markup of a document has; absent in plain text. */
  readonly marks?: readonly TextMark[];
}

/** A post of a social platform as it was read. */
export interface FoundPost {
  readonly kind: "post";
  readonly platform: SocialPlatform;
  readonly authorName: string;
  /** With its leading @, null when neither signature nor markup has one. */
  readonly authorHandle: string | null;
  /** Empty when the copy only points at the post. */
  readonly text: string;
  /** ISO calendar day, null when none is stated. */
  readonly postedOn: string | null;
  readonly url: string | null;
  /** BCP 47, null when it is neither stated nor seen from the text. */
  readonly language: string | null;
  /** The line of the copy on which it begins, from 1. */
  readonly line: number;
}

/** A post that is in the story. */
export interface StoryPost extends FoundPost {
  /** The key of a person of the story, null when it is not sure that the account is theirs. */
  readonly authorKey: string | null;
}

/** A paragraph or a post, in reading order. */
export type StoryElement = StoryParagraph | StoryPost;

/** An account of a person on a platform; the handle has its leading @. */
export interface AccountHandle {
  readonly platform: SocialPlatform;
  readonly handle: string;
}

/** Somebody the story names. */
export interface StoryPerson {
  /** Unique within the story. */
  readonly key: string;
  readonly name: string;
  /** The office or description the story has, null when it has none. */
  readonly role: string | null;
  /** Other forms of the name in the story, without the name itself. */
  readonly aliases: readonly string[];
  readonly handles: readonly AccountHandle[];
  readonly confidence: number;
  readonly reasons: readonly ReadingReason[];
}

/** One thing that was read and why, for an editor to accept or refuse. */
export interface ReadingProposal {
  /** Such as `dateline.place` or `elements[2].quotes[0].speaker`. */
  readonly path: string;
  readonly value: string;
  readonly confidence: number;
  /** Why, in English. */
  readonly reason: string;
  /** The same without the words of a language; empty where only `reason` says it. */
  readonly reasons: readonly ReadingReason[];
}

/** Where and when the story was filed. */
export interface StoryDateline {
  /** As it is in the copy, with its closing dash. */
  readonly text: string;
  readonly place: string | null;
  /** ISO calendar day, null when the copy has no full date. */
  readonly date: string | null;
  readonly agency: string | null;
}

/** What was read from wire copy: proposals for a draft, not facts. */
export interface CopyStory extends StoryRelease {
  readonly headline: string | null;
  readonly byline: string | null;
  /** The sender's summary that the text does not say already; absent or null where a document has none. */
  readonly standfirst?: string | null;
  /** What the sender files the story under, each once; absent where a document does not state it. */
  readonly topics?: readonly string[];
  /** BCP 47. */
  readonly language: string;
  readonly dateline: StoryDateline | null;
  readonly elements: readonly StoryElement[];
  /** In reading order, each once; absent where the copy has none. */
  readonly images?: readonly StoryImage[];
  readonly persons: readonly StoryPerson[];
  readonly proposals: readonly ReadingProposal[];
  readonly warnings: readonly string[];
}
