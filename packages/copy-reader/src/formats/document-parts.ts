import { canonicalLanguage } from "../text/language-tag.js";
import type { WireRelease } from "../story/release.js";
import type { FoundPost, WireHandle, WireMark } from "../story/story-value.js";

/** What a piece of running text is for the reader. */
export type IntakeRole = "text" | "subhead" | "list";

/** A paragraph, a subhead or an item of a list as the document holds it. */
export interface IntakeText {
  readonly kind: "text";
  readonly role: IntakeRole;
  readonly text: string;
  /** The links and emphasis on it; absent where there are none. */
  readonly marks?: readonly WireMark[];
  /** The line of the document on which it begins, from 1. */
  readonly line: number;
}

/** A post of a social platform as its embed markup tells it. */
export interface IntakePost extends FoundPost {
  /** Whether the markup holds only the platform's notice that the post is gone. */
  readonly isGone?: boolean;
}

/** A piece of text or a post, in reading order. */
export type IntakeBlock = IntakeText | IntakePost;

/** Somebody whom the document's own data name. */
export interface IntakePerson {
  readonly name: string;
  readonly role: string | null;
  readonly handles: readonly WireHandle[];
}

/** Something that the document's own data say, and in which words an editor is told where. */
export interface Told {
  readonly value: string;
  /** A full sentence. */
  readonly reason: string;
}

/** A summary of the story in the document's own data. */
export interface IntakeSummary extends Told {
  /** Whether it is made for those who share the page, and may be that of the site. */
  readonly isShared?: boolean;
}

/** The dateline that the document's own data give; a field is null when they do not. */
export interface IntakeDateline {
  /** As it would stand in copy. */
  readonly text: string | null;
  readonly place: string | null;
  /** ISO calendar day. */
  readonly date: string | null;
  readonly agency: string | null;
  readonly reason: string;
}

/** The parts of one story, as a document in any format holds them. */
export interface IntakeParts {
  readonly headline: Told | null;
  readonly byline: Told | null;
  /** BCP 47. */
  readonly language: Told | null;
  readonly dateline: IntakeDateline | null;
  /** The ISO calendar day on which this version appeared, which gives a dateline its year. */
  readonly publishedOn: string | null;
  /** What its sender calls the story, the same in all its versions; null when the document does not say. */
  readonly ownId: string | null;
  /** Who sent it, as a letter has it; absent where that is no author of the story. */
  readonly source?: Told | null;
  readonly persons: readonly IntakePerson[];
  readonly blocks: readonly IntakeBlock[];
  /** The sender's summaries, the best first. */
  readonly summaries?: readonly IntakeSummary[];
  /** The names of what the sender files the story under. */
  readonly topics?: readonly string[];
  /** What an editor must know before the story goes out, in full sentences. */
  readonly warnings?: readonly string[];
  /** Whether its sender lets it be published; absent where nothing is told against that. */
  readonly release?: WireRelease | undefined;
}

/** The parts of a document that tells none but its text. */
export const NOTHING_TOLD = {
  headline: null,
  byline: null,
  language: null,
  dateline: null,
  publishedOn: null,
  ownId: null,
  persons: [],
} as const satisfies Omit<IntakeParts, "blocks">;

/** What the sender of the document already knows. */
export interface SenderOptions {
  readonly headline?: string | undefined;
  /** BCP 47. */
  readonly language?: string | undefined;
}

/** The told value, or null when there is none or it is empty; white space is collapsed. */
export function told(value: string | null | undefined, reason: string): Told | null {
  const text = collapse(value ?? "");
  return text === "" ? null : { value: text, reason };
}

/** White space as a browser shows it: one space for many, none at the ends. */
export function collapse(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** The ISO calendar day at the start of a moment in ISO 8601, also in its basic form, or null when it is none. */
export function dayOf(moment: string | null | undefined): string | null {
  const match = /^\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)/u.exec(moment ?? "");
  if (!match) return null;
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day ? null : day;
}

/** A BCP 47 tag in its usual form, or null when the text is none, such as "en_US.UTF-8" or "English". */
export function languageTag(text: string | null | undefined): string | null {
  const tag = (text ?? "").trim().replaceAll("_", "-");
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/iu.test(tag) ? canonicalLanguage(tag) : null;
}
