import type { ImportFormat } from "../api/generated/graphql.ts";
import { type KeptWork, openWorkStore, type WorkStore } from "../api/kept-work.ts";
import type { WireCopy } from "./copy-files.ts";
import type { Decision, Decisions } from "./decisions.ts";

/** An article that a story has become, or was already. */
export interface StoryArticle {
  readonly id: string;
  readonly headline: string;
}

/** What a story has become. */
export interface MadeArticle extends StoryArticle {
  /** Whether the story was an article already, such as that of the same story earlier in the copy: nothing was written. */
  readonly wasKnown: boolean;
}

/** What was decided on one story. Values that nobody touched are those that were read. */
export interface StoryReview {
  readonly headline: string | null;
  readonly decisions: Decisions;
  readonly isLeftOut: boolean;
  readonly made: MadeArticle | null;
  /** Why making its draft failed the last time. */
  readonly fault: string | null;
}

/** All that was done with copy and is not on the server yet. It is plain JSON. */
export interface WireWork {
  /** The text that is pasted and not read yet. */
  readonly pasted: string;
  readonly importFormat: ImportFormat;
  readonly copies: readonly WireCopy[];
  /** The key of the story that is reviewed; null where the list of stories is shown. */
  readonly shown: string | null;
  /** By the keys of the stories. */
  readonly reviews: Readonly<Record<string, StoryReview>>;
}

/** Nothing pasted and nothing read. */
export const NO_WORK: WireWork = { pasted: "", importFormat: "AUTO", copies: [], shown: null, reviews: {} };

const NO_REVIEW: StoryReview = { headline: null, decisions: {}, isLeftOut: false, made: null, fault: null };

/** The key of a story: its copy, and its place in it. */
export function storyKey(copy: WireCopy, place: number): string {
  return `${copy.id} ${place}`;
}

/** What was decided on a story. */
export function reviewOf({ reviews }: WireWork, key: string): StoryReview {
  return reviews[key] ?? NO_REVIEW;
}

/** The work after something was decided on a story. */
export function withReview(work: WireWork, key: string, change: Partial<StoryReview>): WireWork {
  return { ...work, reviews: { ...work.reviews, [key]: { ...reviewOf(work, key), ...change } } };
}

/** The work after a decision on a part of a story. */
export function withDecision(work: WireWork, key: string, path: string, decision: Decision): WireWork {
  return withReview(work, key, { decisions: { ...reviewOf(work, key).decisions, [path]: decision } });
}

/** Whether there is nothing to keep. */
export function isNothing({ pasted, copies }: WireWork): boolean {
  return pasted.trim() === "" && copies.length === 0;
}

/** The work with copy, as it is kept in the browser. */
export interface KeptWireWork extends KeptWork {
  readonly format: typeof WIRE_FORMAT;
  readonly work: WireWork;
}

/** The shape of kept work. */
export const WIRE_FORMAT = 1;

/** Where the work with copy of one person is kept. */
export function openWireStore(viewerId: string): WorkStore<KeptWireWork> {
  return openWorkStore(`wire.${viewerId}`, WIRE_FORMAT);
}
