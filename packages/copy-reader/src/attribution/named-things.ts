import { titleSmallWords } from "../lexicon/small-words.js";
import { isBareCue } from "../quotation/cues.js";
import { isReported } from "../quotation/introductions.js";
import type { TokenisedText } from "../phrases/read-text.js";
import type { SpokenQuote } from "./speakers.js";
import type { QuoteSite } from "./ties.js";

/*
 * Words in quotation marks that are not spoken: the names of associations, ships, works and laws. What is before the
 * marks shows them.
 */

/** Scripts without spaces are counted by signs, about two to a word. */
export function splitWords(words: string): readonly string[] {
  return /[\u3040-\u30ff\u3400-\u9fff]/u.test(words) ? (words.match(/.{1,2}/gu) ?? []) : words.split(/\s+/u);
}

/** A title has a capital on every word of weight; a single word shows nothing. */
export function isTitleWord(words: string, list: readonly string[]): boolean {
  if (list.length < 2 || !/\p{Lu}/u.test(words)) return false;
  const weighty = list.filter(
    (word, index) => index === 0 || !titleSmallWords.has(word.toLowerCase().replace(/[^\p{L}]/gu, "")),
  );
  return weighty.length >= 2 && weighty.every((word) => /^[^\p{L}]*[\p{Lu}\p{N}]/u.test(word)) && list.length <= 12;
}

/** German compounds end in the word that names: "Fernsehserie". */
function isNamer(text: TokenisedText, word: string): boolean {
  const { namers, compounds } = text.lexicon;
  return namers.has(word) || (compounds && [...namers].some((namer) => namer.length > 4 && word.endsWith(namer)));
}

/** "in an interview on “The Morning Hour,” he said": what is behind a preposition or an article is a name. */
export function isPlaced(text: TokenisedText, { site }: SpokenQuote): boolean {
  const before = text.paragraphs[site.paragraph]?.tokens[site.token - 1]?.lower ?? "";
  return text.lexicon.prepositions.has(before) || text.lexicon.determiners.has(before);
}

/** "sagte der „Ostzeitung“", "die Agentur „Küste Heute“": words with capitals behind an article or a noun are a name. */
export function isNameOfThing(text: TokenisedText, spoken: SpokenQuote, list: readonly string[]): boolean {
  if (isApposedName(text, spoken, list) || isPlacedName(text, spoken, list)) return true;
  const { site } = spoken;
  if (!text.lexicon.capitalisesNouns || list.length > 3 || !list.every((word) => /^(?:\p{Lu}[^.!?]*|\d+)$/u.test(word)))
    return false;
  const tokens = text.paragraphs[site.paragraph]?.tokens ?? [];
  const before = tokens[site.token - 1];
  if (before?.kind !== "word" || before.sentence !== tokens[site.token]?.sentence) return false;
  if (text.lexicon.particles.definite.has(before.lower)) return list.length <= 2;
  return before.isCapital && !text.lexicon.cues.has(before.lower);
}

/** "die Vereinigung „Hand in Hand“", "Filme wie „Die Flut“": a noun right before the marks is what has the name. */
function isApposedName(text: TokenisedText, spoken: SpokenQuote, list: readonly string[]): boolean {
  const { lexicon, paragraphs } = text;
  const { tokens, mentionAt } = paragraphs[spoken.site.paragraph] ?? { tokens: [], mentionAt: [] };
  const at = spoken.site.token;
  const isLike = tokens[at - 1]?.lower === "wie";
  const noun = isLike ? tokens[at - 2] : tokens[at - 1];
  if (!lexicon.capitalisesNouns || noun?.kind !== "word" || !noun.isCapital || noun.sentence !== tokens[at]?.sentence)
    return false;
  if (lexicon.speechNouns.has(noun.lower) || lexicon.cues.has(noun.lower) || mentionAt[at - 1]?.kind === "person")
    return false;
  if ([...lexicon.speechNouns].some((each) => each.length > 3 && noun.lower.endsWith(each))) return false;
  const words = list.join(" ");
  if (/[.!?…]$/u.test(words) || list.length > longestName) return false;
  const cue = spoken.attribution?.cue.toLowerCase() ?? "";
  if (opensHigh(text, spoken)) {
    if (!endsHigh(list) && isReported(text, spoken.site)) return false;
    return isLike || (isDetermined(text, spoken.site) && !lexicon.predicatives.has(cue));
  }
  return !isLike && !hasCue(text, spoken) && lexicon.articles.has(tokens[at - 2]?.lower ?? "");
}

/** Whether an article is before the noun and its adjectives. */
function isDetermined({ paragraphs, lexicon }: TokenisedText, { paragraph, token }: QuoteSite): boolean {
  const tokens = paragraphs[paragraph]?.tokens ?? [];
  let at = token - 2;
  while (at > token - 5 && tokens[at]?.kind === "word" && tokens[at]?.text === tokens[at]?.lower && !isArticle(at))
    at--;
  return isArticle(at) || tokens[at]?.sentence !== tokens[token]?.sentence;
  function isArticle(index: number): boolean {
    const lower = tokens[index]?.lower ?? "";
    return lexicon.determiners.has(lower) || lexicon.particles.contractions.has(lower);
  }
}

/** Whether the last word has a capital, as that of most names. */
function endsHigh(list: readonly string[]): boolean {
  return /^[\p{Lu}\p{N}]/u.test(list.at(-1) ?? "");
}

/** "Mit „Wind aus Nord“ gewann sie": behind a preposition, without a verb of saying. */
function isPlacedName(text: TokenisedText, spoken: SpokenQuote, list: readonly string[]): boolean {
  if (!text.lexicon.capitalisesNouns || list.length > 6 || !opensHigh(text, spoken) || /[.!?…]$/u.test(list.join(" ")))
    return false;
  const tokens = text.paragraphs[spoken.site.paragraph]?.tokens ?? [];
  const before = tokens[spoken.site.token - 1];
  if (before === undefined || before.sentence !== tokens[spoken.site.token]?.sentence) return false;
  const isName = endsHigh(list) && !list.includes("zu");
  return isName && text.lexicon.particles.placing.has(before.lower) && !hasCue(text, spoken);
}

/** A name has no more words. */
const longestName = 9;

/** Whether a verb of saying ties the quotation to its speaker. */
function hasCue({ lexicon }: TokenisedText, { attribution, how }: SpokenQuote): boolean {
  const cue = attribution?.cue.toLowerCase() ?? "";
  return how === "stated" && cue !== "" && !lexicon.weakCues.has(cue);
}

/** Whether the quoted words begin with a capital or a figure, as names do. */
function opensHigh(text: TokenisedText, { site }: SpokenQuote): boolean {
  const span = text.spans[site.paragraph]?.[site.span];
  return (
    span !== undefined &&
    /^[^\p{L}\p{N}]*[\p{Lu}\p{Lo}\p{N}]/u.test(text.paragraphs[site.paragraph]?.text.slice(span.start, span.end) ?? "")
  );
}

/** "Filme wie „Die Flut“ und „Der Deich“": what a comma or "and" joins to a name is another one. */
export function followsNamed(text: TokenisedText, spoken: SpokenQuote, named: QuoteSite | null): boolean {
  const { site } = spoken;
  if (named === null || named.paragraph !== site.paragraph || !opensHigh(text, spoken) || hasCue(text, spoken))
    return false;
  const tokens = text.paragraphs[site.paragraph]?.tokens ?? [];
  const between = tokens.slice(named.token + 1, site.token);
  if (between.length === 0 || between.length > 2 || tokens[named.token]?.sentence !== tokens[site.token]?.sentence)
    return false;
  const { joining, listing } = text.lexicon.particles;
  return between.every(({ lower }) => lower === "," || joining.has(lower) || listing.has(lower));
}

/** "the so-called …", "a film called …": what is in marks is a name. */
export function isNamedThing(text: TokenisedText, spoken: SpokenQuote): boolean {
  const tokens = text.paragraphs[spoken.site.paragraph]?.tokens ?? [];
  const { soCalled, opensNamed } = text.lexicon.particles;
  const before = tokens[spoken.site.token - 1]?.lower ?? "";
  const next = tokens[spoken.site.token + 1]?.lower ?? "";
  const paragraph = text.paragraphs[spoken.site.paragraph];
  // "they might show “…”" names nothing: the word is a verb there.
  const isVerb = paragraph !== undefined && isBareCue(paragraph, spoken.site.token - 1);
  if (!isVerb && isNamer(text, before) && (opensHigh(text, spoken) || soCalled.has(before))) return true;
  // A headline with its author, as in a digest: "Ice closes harbour," by Mary Smith.
  if (next === "by" && paragraph?.mentionAt[spoken.site.token + 2]) return true;
  // "Die „Kampagne“ berichtete": what has an article and a verb of its own is somebody.
  const opensSentence = tokens[spoken.site.token - 2]?.sentence !== tokens[spoken.site.token - 1]?.sentence;
  return opensSentence && opensNamed.has(before) && text.lexicon.cues.has(next);
}
