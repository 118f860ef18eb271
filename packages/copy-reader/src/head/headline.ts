import { DATELINE_LABEL, HEADLINE_LABEL } from "../lexicon/head-lines.js";
import { anyOf } from "../lexicon/wordings.js";
import { datelineConfidence } from "../story/confidence.js";
import { isContactLine, isJobLine, isNameLine, readByline } from "./bylines.js";
import { type FoundDateline, readDateline } from "./dateline.js";
import { type HeadDay, readDayLine, readFilingLine } from "./leading-days.js";
import { isKicker, readHeadLine, withoutVersion } from "./notes.js";
import type { CopyBlock } from "../layout/blocks.js";
import { FREE, joinReleases, releaseOfLine, warnOfEmbargo, type StoryRelease } from "../story/release.js";

/** The parts that are over a story, and the paragraphs under them. */
export interface StoryHead {
  readonly headline: string | null;
  readonly headlineReason: string;
  readonly byline: string | null;
  /** The day that a line above the text names. */
  readonly day: HeadDay | null;
  /** A dateline on a line of its own. */
  readonly filed: FoundDateline | null;
  /** What is between headline and byline or dateline: text that the dateline does not open. */
  readonly decks: readonly CopyBlock[];
  readonly body: readonly CopyBlock[];
  /** What an editor must know before the story goes out. */
  readonly warnings: readonly string[];
  /** Whether a line above the text is an embargo. */
  readonly release: StoryRelease;
}

const headlineLabel = new RegExp(String.raw`^${anyOf(HEADLINE_LABEL)}\s*:\s*`, "iu");
const datelineLabel = new RegExp(String.raw`^${anyOf(DATELINE_LABEL)}\s*:\s*(?<place>\p{L}.{1,80})$`, "iu");

/** No head has more lines than this. */
const mostHeadLines = 24;

/** A headline from outside the copy. */
export interface StatedHeadline {
  readonly text: string;
  /** Whether it takes the place of the copy's own headline, where that can be recognised. */
  readonly isReplacing: boolean;
}

/** Reads headline, byline and day above the text; the headline that was stated wins and is not repeated in the text. */
export function readHead(blocks: readonly CopyBlock[], stated: StatedHeadline | null): StoryHead {
  const text = stated?.text.trim() || null;
  const replaced = text !== null && stated?.isReplacing === true ? readReplaced(blocks, text) : null;
  return replaced ?? new HeadReader(blocks, text).read();
}

/** No sentence is taken away: what ends as one may be the first paragraph. */
const sentenceEnd = /[.!?。…؟]["”»“’)]*$/u;

/** The head with another headline in the place of its own; null when it has none, or already the same. */
function readReplaced(blocks: readonly CopyBlock[], stated: string): StoryHead | null {
  if (blocks.slice(0, mostHeadLines).some(({ text }) => sameWords(text, stated))) return null;
  const own = new HeadReader(blocks, null).read();
  if (own.headline === null || sentenceEnd.test(own.headline)) return null;
  const warning = `The copy's own headline “${own.headline.slice(0, 240)}” was replaced by the specified one.`;
  return { ...own, headline: stated, headlineReason: "It was specified.", warnings: [...own.warnings, warning] };
}

class HeadReader {
  #at = 0;
  #headline: string | null;
  #isFound = false;
  #byline: string | null = null;
  #day: HeadDay | null = null;
  #filed: FoundDateline | null = null;
  #decks: readonly CopyBlock[] = [];
  readonly #warnings: string[] = [];
  #release = FREE;
  readonly #isChronicle: boolean;

  constructor(
    readonly blocks: readonly CopyBlock[],
    readonly stated: string | null,
  ) {
    this.#headline = stated;
    const days = blocks.slice(0, 200).filter(({ text }) => readDayLine(text) !== null);
    this.#isChronicle = days.length > 2;
  }

  read(): StoryHead {
    while (this.#at < Math.min(this.blocks.length, mostHeadLines)) {
      if (!this.#takeLine() && !this.#takeHeadline() && !this.#takeDecks()) break;
    }
    return {
      headline: this.#headline,
      headlineReason: this.#isFound
        ? "The first line is short, is alone and does not end as a sentence."
        : "It was specified.",
      byline: this.#byline,
      day: this.#day,
      filed: this.#filed,
      decks: this.#decks,
      body: this.blocks.slice(this.#at),
      warnings: this.#warnings,
      release: this.#release,
    };
  }

  #takeLine(): boolean {
    const text = this.blocks[this.#at]?.text ?? "";
    const isTaken =
      this.#takeStated(text) || this.#takeByline(text) || this.#takeDay(text) || this.#takeFurniture(text);
    if (isTaken) this.#at++;
    return isTaken;
  }

  #takeStated(text: string): boolean {
    return this.stated !== null && sameWords(text, this.stated);
  }

  #takeDay(text: string): boolean {
    const day = readDayLine(text);
    if (!day) return this.#takeFiling(text);
    if (this.#isChronicle && (this.#headline !== null || this.#decks.length > 0) && this.#day !== null) return false;
    if (day.date !== null && (this.#day === null || (this.#day.isUpdate && !day.isUpdate))) this.#day = day;
    return true;
  }

  #takeFiling(text: string): boolean {
    const label = datelineLabel.exec(text)?.groups?.["place"];
    const found = label === undefined ? readFilingLine(text) : labelledDateline(label);
    if (!found || (label === undefined && this.#headline === null && this.#at > 0)) return false;
    this.#filed = found;
    return true;
  }

  #takeByline(text: string): boolean {
    if (this.#byline !== null) return this.#takeBelowByline(text);
    if (this.blocks.length - this.#at < 2) return false;
    const next = this.blocks[this.#at + 1]?.text ?? "";
    const found = readByline(text) ?? (isNameLine(text) && isJobLine(next) ? { text, date: null } : null);
    if (!found) return false;
    this.#byline = found.text;
    if (found.date !== null) this.#day ??= { text, date: found.date, isUpdate: false };
    return true;
  }

  #takeBelowByline(text: string): boolean {
    if (isContactLine(text)) return true;
    if (!isJobLine(text) || this.blocks.length - this.#at < 2) return false;
    this.#byline = `${this.#byline}, ${text}`;
    return true;
  }

  #takeFurniture(text: string): boolean {
    const kind = readHeadLine(text);
    if (kind === "embargo") {
      this.#warnings.push(warnOfEmbargo(text));
      this.#release = joinReleases(this.#release, releaseOfLine(text));
    }
    if (kind === "source") return this.#takeSource(text);
    const isOver = this.#headline === null && this.blocks.length - this.#at > 2;
    if (kind === "slug") return isOver;
    if (kind === "keyword") return isOver && this.#isHeadline(this.#at + 1);
    return kind !== null || (isOver && isKicker(text));
  }

  /** Who sends a release is no part of the text, and is kept as a warning. */
  #takeSource(text: string): boolean {
    const isHead = this.#decks.length === 0 && this.blocks.length - this.#at > 1;
    if (isHead) this.#warnings.push(`A line above the text names the sender: “${text.slice(0, 200)}”.`);
    return isHead;
  }

  #takeHeadline(): boolean {
    const first = this.blocks[this.#at];
    if (this.#headline !== null || !first || !this.#isHeadline(this.#at)) return false;
    this.#headline = withoutVersion(first.text.replace(headlineLabel, ""));
    this.#isFound = true;
    this.#at++;
    return true;
  }

  #isHeadline(at: number): boolean {
    const first = this.blocks[at];
    const following = behindBullets(this.blocks, at + 1).filter(({ text }) => !isAbove(text));
    const [second] = following;
    if (!first || !second || first.isList || first.text.length > 240) return false;
    if (headlineLabel.test(first.text) || (first.isSubhead === true && first.text.length <= 200)) return true;
    if (/\(@[\w.@-]+\)/u.test(first.text) || readDateline(first.text)) return false;
    const words = first.text.split(" ").length;
    if (this.#byline === null && readByline(this.blocks[at + 1]?.text ?? "")) return words <= 30;
    if (readDateline(second.text)?.dateline.place) return words <= 30;
    if (/[.!。…:,;؛]["”»“]?$/u.test(first.text)) return false;
    const longest = Math.max(...following.slice(0, 5).map((block) => block.text.length));
    return words <= 25 && first.text.length <= 200 && first.text.length < longest;
  }

  /** One or two lines below the headline, or any number of bullets, that a byline, a day or a dateline follows. */
  #takeDecks(): boolean {
    if (this.#headline === null || this.#decks.length > 0 || this.#byline !== null) return false;
    const bullets = countBullets(this.blocks, this.#at);
    const rest = this.blocks.slice(this.#at, this.#at + bullets + 4);
    const end = rest.findIndex(({ text }, index) => index >= bullets && this.#followsDeck(text));
    if (end < 1 || end > bullets + 2) return false;
    if (rest.slice(0, end).some(({ text }) => text.length > 300 || readDateline(text))) return false;
    this.#decks = rest.slice(0, end);
    this.#at += end;
    return true;
  }

  #followsDeck(text: string): boolean {
    if (readByline(text)) return true;
    if (readDayLine(text)) return !this.#isChronicle;
    return (readDateline(text)?.dateline.place ?? null) !== null;
  }
}

/** A summary above a story has at most this many bullets; what has more is a list. */
const mostBullets = 60;

/** Marks of an item that wires type where they have no bullet. */
const typedBullet = /^(?:--?|\*{1,3}|[—>»·])\s/u;

/** How many bullets follow each other from a place on. */
function countBullets(blocks: readonly CopyBlock[], at: number): number {
  const run = blocks.slice(at, at + mostBullets);
  const end = run.findIndex(({ isList, text }) => !isList && !typedBullet.test(text));
  return end < 0 ? run.length : end;
}

/** The blocks that show whether the line above them is a headline: those behind the bullets, where there are any. */
function behindBullets(blocks: readonly CopyBlock[], at: number): readonly CopyBlock[] {
  const from = at + countBullets(blocks, at);
  const start = from < blocks.length ? from : at;
  return blocks.slice(start, start + 7);
}

/** Whether a line is above a text without being any of it. */
function isAbove(text: string): boolean {
  return (
    readByline(text) !== null ||
    readDayLine(text) !== null ||
    readHeadLine(text) !== null ||
    readFilingLine(text) !== null
  );
}

function labelledDateline(value: string): FoundDateline {
  const found = readDateline(`${value} — The text follows.`)?.dateline;
  const dateline = found ? { ...found, text: value } : { text: value, place: value, date: null, agency: null };
  return {
    dateline,
    end: value.length,
    confidence: datelineConfidence.labelled,
    reason: "A label in the copy says so.",
  };
}

function sameWords(left: string, right: string): boolean {
  return left.length < 400 && fold(left.replace(headlineLabel, "")) === fold(right);
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
