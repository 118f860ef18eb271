import { readDay } from "../text/days.js";
import { weekdayNumbers } from "../lexicon/months.js";
import type { ReadParagraph } from "../phrases/speaker-phrases.js";
import type { PlacedAttribution } from "../attribution/ties.js";

/** How far from the words that name the speaker the day may be, in tokens. */
const reach = 9;

/**
 * The ISO day on which words were said, where exactly one is beside their speaker and verb, outside of quotation
 * marks: in full, or as a weekday, which is the last one up to the day of filing. Null when none does, or when it takes a
 * day of filing that the story does not state.
 */
export function findSaidOn(
  paragraph: ReadParagraph,
  { phrase, cue, rule }: PlacedAttribution,
  filedOn: string | null,
): string | null {
  if (cue === "" || rule === "label") return null;
  const days = new Set<string>();
  for (let at = Math.max(0, phrase.first - reach); at <= phrase.last + reach; at++) {
    if (!isBeside(paragraph, at, phrase.first, phrase.last)) continue;
    const day = dayAt(paragraph, at, filedOn);
    if (day) days.add(day);
  }
  const [only] = days;
  return days.size === 1 ? (only ?? null) : null;
}

/** Whether a token is in the sentence of the speaker with no quotation and no clause in between. */
function isBeside({ tokens, lexicon }: ReadParagraph, at: number, first: number, last: number): boolean {
  const token = tokens[at];
  if (token?.kind !== "word" || token.sentence !== tokens[first]?.sentence || (at >= first && at <= last)) return false;
  const between = at < first ? tokens.slice(at + 1, first) : tokens.slice(last + 1, at);
  return between.every(({ kind, lower }) =>
    kind === "word" ? !lexicon.particles.subordinates.has(lower) : lower === ",",
  );
}

function dayAt({ tokens, text, lexicon }: ReadParagraph, at: number, filedOn: string | null): string | null {
  const token = tokens[at];
  if (!token || lexicon.particles.shifting.has(tokens[at - 1]?.lower ?? "")) return null;
  const isNumbered = token.isCapital || /^\p{Nd}/u.test(token.text);
  const named = isNumbered ? readDay(text.slice(token.start, token.start + 40)) : null;
  if (named?.date) return named.date;
  if (filedOn === null) return null;
  if (named) return withinYear(text.slice(token.start, token.start + named.end), filedOn);
  const back = lexicon.particles.daysBack.get(token.lower);
  if (back !== undefined) return daysBefore(filedOn, back);
  const weekday = weekdayNumbers.get(token.lower);
  return weekday === undefined ? null : lastWeekday(filedOn, weekday);
}

/** "Nov. 20" without its year: the last one up to the day of filing. */
function withinYear(words: string, filedOn: string): string | null {
  const year = Number(filedOn.slice(0, 4));
  const days = [year, year - 1].map((each) => readDay(`${words.replace(/[.,]$/u, "")} ${each}`)?.date ?? null);
  return days.find((day) => day !== null && day <= filedOn) ?? null;
}

function lastWeekday(filedOn: string, weekday: number): string {
  const back = (new Date(filedOn).getUTCDay() - weekday + 7) % 7;
  return daysBefore(filedOn, back);
}

function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(day) - count * 86_400_000).toISOString().slice(0, 10);
}
