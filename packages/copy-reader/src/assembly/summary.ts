import type { CopyStory } from "../story/story-value.js";
import { fold } from "../formats/fold-text.js";
import type { DocumentSummary } from "../formats/document-parts.js";

/** What becomes the standfirst, and what editors learn of the summaries that do not. */
export interface ChosenSummary {
  readonly standfirst: DocumentSummary | null;
  /** Full sentences that quote them. */
  readonly warnings: readonly string[];
}

/** A longer summary is no standfirst, in UTF-16 code units. */
const LONGEST_STANDFIRST = 1900;

const LONGEST_QUOTED = 500;

/**
 * The first of the sender's summaries that the text does not say already becomes the standfirst. One that is made for
 * sharing only does where it is a whole sentence about the story, and none does that differs from the text in a few words
 * only; all that are left are quoted in warnings.
 */
export function chooseSummary(
  summaries: readonly DocumentSummary[],
  { headline, elements }: Pick<CopyStory, "headline" | "elements">,
): ChosenSummary {
  const texts = elements.filter(({ kind }) => kind === "paragraph").map(({ text }) => fold(text));
  const whole = ` ${fold(headline ?? "")} \n ${texts.join(" ")} `;
  const seen = new Set<string>();
  const unstated = summaries.filter(({ value }) => {
    const folded = fold(value);
    const isNew = folded !== "" && !seen.has(folded) && !isStated(value, whole);
    seen.add(folded);
    return isNew;
  });
  const words = new Set(whole.split(/\s+/u));
  const pairs = new Set(pairsOf(whole));
  const isFit = ({ value, isShared }: DocumentSummary): boolean =>
    value.length <= LONGEST_STANDFIRST &&
    !isNearlyStated(value, pairs) &&
    !saysStated(value, whole) &&
    (isShared !== true || isAbout(value, words));
  const standfirst = unstated.find(isFit) ?? null;
  return { standfirst, warnings: unstated.filter((one) => one !== standfirst).map(warnOfSummary) };
}

const ENDED = /[.!?。؟]["”»’)]*$/u;

/** Whether the text or the headline contains a summary word by word, also one that was cut off. */
function isStated(summary: string, whole: string): boolean {
  const isMarked = /(?:\.\.\.|…|\[…\])\s*$/u.test(summary);
  const words = fold(summary).split(" ");
  // What was cut off may end within a word.
  if (isMarked) return words.length === 1 || whole.includes(` ${words.slice(0, -1).join(" ")} `);
  return whole.includes(` ${words.join(" ")}${ENDED.test(summary) ? " " : ""}`);
}

/** Whether the text contains one of the sentences of a summary. */
function saysStated(summary: string, whole: string): boolean {
  const sentences = summary.split(/(?<=[.!?。؟]["”»’)]{0,2})\s+/u).slice(0, MOST_SENTENCES);
  return sentences.some((one) => fold(one).split(" ").length >= FEWEST_WORDS && isStated(one, whole));
}

const MOST_SENTENCES = 50;

/** How much of a summary may differ from a text that has the same meaning. */
const MOST_DIFFERENT = 0.2;

function isNearlyStated(summary: string, pairs: ReadonlySet<string>): boolean {
  const own = pairsOf(fold(summary));
  return own.length > 0 && own.filter((pair) => !pairs.has(pair)).length <= own.length * MOST_DIFFERENT;
}

function pairsOf(text: string): readonly string[] {
  const words = text.split(/\s+/u).filter((word) => word !== "");
  return words.slice(1).map((word, at) => `${words[at]} ${word}`);
}

/** Shorter words say little of what a text is about. */
const SHORTEST_WORD = 4;

const FEWEST_WORDS = 6;

/** A description of the story shares this part of its longer words with it; that of a site does not. */
const LEAST_SHARED = 0.4;

function isAbout(summary: string, words: ReadonlySet<string>): boolean {
  if (!ENDED.test(summary) || summary.endsWith("...")) return false;
  const own = fold(summary).split(" ");
  const long = own.filter((word) => word.length >= SHORTEST_WORD);
  const shared = long.filter((word) => words.has(word)).length;
  return own.length >= FEWEST_WORDS && shared >= long.length * LEAST_SHARED;
}

function warnOfSummary({ value, isShared }: DocumentSummary): string {
  const text = value.length <= LONGEST_QUOTED ? value : `${value.slice(0, LONGEST_QUOTED).toWellFormed()}…`;
  return isShared
    ? `The page is described as “${text}”, which is not in the draft; use it as the standfirst if it fits.`
    : `The document has the summary “${text}”, which is not in the draft; use it as the standfirst if it fits.`;
}
