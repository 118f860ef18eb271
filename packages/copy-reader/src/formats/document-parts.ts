import { canonicalLanguage } from "../text/language-tag.js";
import type { StoryRelease } from "../story/release.js";
import type { FoundPost, AccountHandle, ShownImage, StoryStyle, TextMark } from "../story/story-value.js";

/** What a piece of running text is for the reader. */
export type DocumentRole = "text" | "subhead" | "list";

/** A paragraph, a subhead or an item of a list as the document holds it. */
export interface DocumentText {
  readonly kind: "text";
  readonly role: DocumentRole;
  /** What its markup says that it is; absent in formats without markup. */
  readonly style?: StoryStyle;
  readonly text: string;
  /** The links and emphasis on it; absent where there are none. */
  readonly marks?: readonly TextMark[];
  /** The line of the document on which it begins, from 1. */
  readonly line: number;
}

/** A post of a social platform as its embed markup states it. */
export interface DocumentPost extends FoundPost {
  /** Whether the markup holds only the platform's notice that the post is gone. */
  readonly isGone?: boolean;
}

/** A piece of text or a post, in reading order. */
export type DocumentBlock = DocumentText | DocumentPost;

/** A picture at its place among the blocks of a document. */
export interface DocumentImage extends ShownImage {
  /** Index into the blocks of the one that it is before; their number where it is below the last. */
  readonly before: number;
}

/** A person that the document's own data name. */
export interface DocumentPerson {
  readonly name: string;
  readonly role: string | null;
  readonly handles: readonly AccountHandle[];
}

/** A value in the document's own data, with a sentence for editors about its origin. */
export interface StatedValue {
  readonly value: string;
  /** A full sentence. */
  readonly reason: string;
}

/** A summary of the story in the document's own data. */
export interface DocumentSummary extends StatedValue {
  /** Whether it is made for those who share the page, and may be that of the site. */
  readonly isShared?: boolean;
}

/** The dateline in the document's own data; a field is null when they lack it. */
export interface DocumentDateline {
  /** As it would be in copy. */
  readonly text: string | null;
  readonly place: string | null;
  /** ISO calendar day. */
  readonly date: string | null;
  readonly agency: string | null;
  readonly reason: string;
}

/** The parts of one story, as a document in any format holds them. */
export interface DocumentParts {
  readonly headline: StatedValue | null;
  readonly byline: StatedValue | null;
  /** BCP 47. */
  readonly language: StatedValue | null;
  readonly dateline: DocumentDateline | null;
  /** The ISO calendar day on which this version appeared; its year completes a dateline. */
  readonly publishedOn: string | null;
  /** The sender's identifier of the story, the same in all its versions; null when the document has none. */
  readonly ownId: string | null;
  /** Who sent it, as a letter has it; absent where that is no author of the story. */
  readonly source?: StatedValue | null;
  readonly persons: readonly DocumentPerson[];
  readonly blocks: readonly DocumentBlock[];
  /** The pictures that it shows or refers to; absent where there are none. */
  readonly images?: readonly DocumentImage[];
  /** The sender's summaries, the best first. */
  readonly summaries?: readonly DocumentSummary[];
  /** The names of what the sender files the story under. */
  readonly topics?: readonly string[];
  /** What an editor must know before the story goes out, in full sentences. */
  readonly warnings?: readonly string[];
  /** Whether its sender lets it be published; absent where nothing speaks against that. */
  readonly release?: StoryRelease | undefined;
}

/** The parts of a document that states none but its text. */
export const NOTHING_STATED = {
  headline: null,
  byline: null,
  language: null,
  dateline: null,
  publishedOn: null,
  ownId: null,
  persons: [],
} as const satisfies Omit<DocumentParts, "blocks">;

/** What the sender of the document already knows. */
export interface SenderOptions {
  readonly headline?: string | undefined;
  /** BCP 47. */
  readonly language?: string | undefined;
}

/** The stated value, or null when there is none or it is empty; white space is collapsed. */
export function stated(value: string | null | undefined, reason: string): StatedValue | null {
  const text = collapse(value ?? "");
  return text === "" ? null : { value: text, reason };
}

/** White space as a browser shows it: one space for many, none at the ends. */
export function collapse(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** The ISO calendar day at the start of a moment in ISO 8601, also in its basic form, or null when it is not one. */
export function dayOf(moment: string | null | undefined): string | null {
  const match = /^\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)/u.exec(moment ?? "");
  if (!match) return null;
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day ? null : day;
}

/** A BCP 47 tag in its usual form, or null when the text is not one, such as "en_US.UTF-8" or "English". */
export function languageTag(text: string | null | undefined): string | null {
  const tag = (text ?? "").trim().replaceAll("_", "-");
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/iu.test(tag) ? canonicalLanguage(tag) : null;
}
