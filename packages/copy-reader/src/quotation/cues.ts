import type { LanguageLexicon } from "../lexicon/language-lexicon.js";
import { phraseAt, type ReadParagraph, type SpeakerPhrase } from "../phrases/speaker-phrases.js";
import { subjectAfter } from "../attribution/subjects.js";

/** A particle that names a source, with the phrase behind it. */
export interface SourceNaming {
  readonly phrase: SpeakerPhrase;
  readonly words: string;
}

/** Whether the token is a finite verb of saying here, not a noun, a passive or part of a name. */
export function isFiniteCue(paragraph: ReadParagraph, index: number): boolean {
  const { tokens, lexicon } = paragraph;
  const token = tokens[index];
  if (token?.kind !== "word") return false;
  if (!lexicon.cues.has(token.lower)) return isPluralCue(paragraph, index);
  if (
    paragraph.mentionAt[index] ||
    (token.isCapital && !opensSentence(paragraph, index) && !lexicon.particles.posting.has(token.lower))
  )
    return false;
  const before = verbBefore(paragraph, index);
  if (lexicon.passives.has(before)) return false;
  if (lexicon.verbSecond || !lexicon.determiners.has(before)) return true;
  return lexicon.particles.alone.has(before) && !lexicon.nounCues.has(token.lower);
}

/** "officials say", "they argue": the bare form behind a plural. */
function isPluralCue(paragraph: ReadParagraph, index: number): boolean {
  const { lexicon, tokens } = paragraph;
  if (!lexicon.bare.has(tokens[index]?.lower ?? "") || lexicon.verbSecond) return false;
  const before = verbBefore(paragraph, index);
  return (
    (lexicon.particles.plurals.has(before) || /[^s'’]s$/u.test(before)) &&
    !lexicon.passives.has(before) &&
    !lexicon.auxiliaries.has(before) &&
    !lexicon.cues.has(before)
  );
}

function opensSentence(paragraph: ReadParagraph, index: number): boolean {
  return paragraph.tokens[index - 1]?.sentence !== paragraph.tokens[index]?.sentence;
}

/** The word before a verb, adverbs left out. */
function verbBefore(paragraph: ReadParagraph, index: number): string {
  const { tokens, lexicon } = paragraph;
  let at = index - 1;
  while (at > index - 3 && lexicon.adverbs.has(tokens[at]?.lower ?? "")) at--;
  return tokens[at]?.lower ?? "";
}

/** Whether the token is a bare verb of saying behind "to", "and" or an auxiliary. */
export function isBareCue(paragraph: ReadParagraph, index: number): boolean {
  const { lexicon, tokens } = paragraph;
  if (!lexicon.bare.has(tokens[index]?.lower ?? "")) return false;
  const before = tokens[index - 1]?.lower ?? "";
  return before === "to" || before === "and" || lexicon.auxiliaries.has(before) || lexicon.adverbs.has(before);
}

/** A form that is a noun as well speaks only for a name or a pronoun. */
export function fitsCue(paragraph: ReadParagraph, cue: number, phrase: SpeakerPhrase): boolean {
  const { lexicon, tokens } = paragraph;
  if (!lexicon.nounCues.has(tokens[cue]?.lower ?? "")) return true;
  return phrase.kind !== "nominal" || lexicon.titles.has(tokens[phrase.last]?.lower ?? "");
}

/** "according to Smith", "laut Schmidt"; null when no such particle is at the token. */
export function sourceAt(paragraph: ReadParagraph, from: number, to: number): SourceNaming | null {
  const behind = namedBefore(paragraph, from);
  if (behind) return behind;
  const length = sourceLength(paragraph, from);
  if (length === 0) return null;
  const found = subjectAfter(paragraph, from + length - 1, to) ?? phraseAt(paragraph, from + length, to);
  const words = paragraph.tokens.slice(from, from + length).map((token) => token.text);
  return found && { phrase: found, words: words.join(" ") };
}

/** "dem Bericht zufolge": a particle behind the source it names. */
function namedBefore(paragraph: ReadParagraph, at: number): SourceNaming | null {
  const { tokens, lexicon } = paragraph;
  const particle = tokens[at];
  if (!particle || !lexicon.postpositions.has(particle.lower)) return null;
  for (let first = Math.max(0, at - 12); first < at; first++) {
    const phrase = phraseAt(paragraph, first, at);
    if (phrase && phrase.last === at - 1 && phrase.kind !== "pronoun") return { phrase, words: particle.text };
  }
  return null;
}

const sourceOpeners = new WeakMap<LanguageLexicon, ReadonlySet<string>>();

/** The first words of the particles, so that most tokens are passed over at once. */
function openersOf(lexicon: LanguageLexicon): ReadonlySet<string> {
  const openers = sourceOpeners.get(lexicon) ?? new Set(lexicon.sources.flatMap(([first]) => first ?? []));
  sourceOpeners.set(lexicon, openers);
  return openers;
}

function sourceLength(paragraph: ReadParagraph, from: number): number {
  const { tokens, lexicon } = paragraph;
  if (!openersOf(lexicon).has(tokens[from]?.lower ?? "")) return 0;
  const fits = lexicon.sources.filter((source) => source.every((word, index) => tokens[from + index]?.lower === word));
  return fits.reduce((longest, source) => Math.max(longest, source.length), 0);
}
