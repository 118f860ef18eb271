import { isFiniteCue } from "./wire.cues.js";
import { attributeInSentence } from "./wire.attribution.js";
import type { NamedEntity } from "./wire.persons.js";
import type { ReadParagraph, SpeakerPhrase } from "./wire.phrases.js";
import { listPhrases } from "./wire.phrases.js";
import { resolvePronoun } from "./wire.pronouns.js";
import type { ReadText } from "./wire.reading.js";
import { findRole } from "./wire.roles.js";
import { subjectAfter, subjectBefore } from "./wire.subjects.js";
import type { Attribution } from "./wire.ties.js";

/** Where a quotation stands: a quoted stretch of a paragraph. */
export interface QuoteSite {
  readonly paragraph: number;
  readonly span: number;
  /** The token that stands for it. */
  readonly token: number;
}

/** Who says a quotation, with the words that name them and the person they stand for. */
export interface SpokenQuote {
  readonly site: QuoteSite;
  readonly attribution: (Attribution & { readonly paragraph: number }) | null;
  readonly how: "stated" | "carried" | "introduced" | "continued" | "none";
  readonly entity: NamedEntity | null;
  readonly confidence: number;
}

type Placed = NonNullable<SpokenQuote["attribution"]>;

/** So many quotations back somebody may still be the one who speaks. */
const rememberedQuotes = 30;

/** Finds the speaker of every quoted stretch of a text, in reading order. */
export function findSpeakers(text: ReadText): readonly SpokenQuote[] {
  const sites = listSites(text);
  const local = sites.map((site) => placeLocal(text, site));
  const spoken: SpokenQuote[] = [];
  for (const [index, site] of sites.entries()) {
    spoken.push(speak(text, site, sites, local, spoken, index));
  }
  return spoken;
}

function listSites(text: ReadText): readonly QuoteSite[] {
  return text.paragraphs.flatMap((paragraph, index) =>
    paragraph.tokens.flatMap((token, at) =>
      token.kind === "quote" ? [{ paragraph: index, span: token.span, token: at }] : [],
    ),
  );
}

function placeLocal(text: ReadText, site: QuoteSite): Placed | null {
  const paragraph = text.paragraphs[site.paragraph];
  const found = paragraph ? attributeInSentence(paragraph, site.token) : null;
  return found && { ...found, paragraph: site.paragraph };
}

function speak(
  text: ReadText,
  site: QuoteSite,
  sites: readonly QuoteSite[],
  local: readonly (Placed | null)[],
  before: readonly SpokenQuote[],
  index: number,
): SpokenQuote {
  const own = local[index] ?? null;
  const previous = before.at(-1) ?? null;
  if (own && own.cue !== "") return resolve(text, site, own, "stated", before);
  if (previous && isContinuation(text, previous.site, site)) return follow(site, previous, "continued", 0.9);
  const reported = isReported(text, site) ? readReported(text, site) : null;
  if (reported) return resolve(text, site, reported, "introduced", before);
  if (own && !isVague(own)) return resolve(text, site, own, "stated", before);
  return (
    borrow(text, site, sites, local, before, index) ?? (own ? resolve(text, site, own, "stated", before) : nobody(site))
  );
}

/** A speaker from the neighbourhood, for a quotation whose own sentence names none. */
function borrow(
  text: ReadText,
  site: QuoteSite,
  sites: readonly QuoteSite[],
  local: readonly (Placed | null)[],
  before: readonly SpokenQuote[],
  index: number,
): SpokenQuote | null {
  const previous = before.at(-1) ?? null;
  if (previous && isNeighbour(text, previous.site, site)) return follow(site, previous, "carried", 0.88);
  const next = sites[index + 1];
  const following = local[index + 1];
  if (next && following && following.cue !== "" && isNeighbour(text, site, next)) {
    return resolve(text, site, following, "carried", before);
  }
  const introduced = readIntroduction(text, site, previous);
  if (introduced) return resolve(text, site, introduced, "introduced", before);
  const isNear = previous !== null && site.paragraph - previous.site.paragraph <= 1;
  return isNear ? follow(site, previous, "carried", 0.6) : null;
}

function nobody(site: QuoteSite): SpokenQuote {
  return { site, attribution: null, how: "none", entity: null, confidence: 0.3 };
}

/** The subject of a sentence that is neither a name nor a pronoun for a person says little. */
function isVague(own: Placed): boolean {
  return own.rule !== "possessive" && !own.isTight && (own.phrase.kind === "nominal" || own.phrase.pronoun === "it");
}

/** Whether the sentence is told in the mood of reported speech: the speaker stands in one before it. */
function isReported(text: ReadText, site: QuoteSite): boolean {
  if (text.lexicon.reported.size === 0) return false;
  const tokens = text.paragraphs[site.paragraph]?.tokens ?? [];
  const sentence = tokens[site.token]?.sentence;
  const own = tokens
    .slice(Math.max(0, site.token - 60), site.token + 40)
    .filter((token) => token.sentence === sentence);
  return own.some((token) => text.lexicon.reported.has(token.lower));
}

/** The nearest sentence before with a verb of saying, two paragraphs up at most. */
function readReported(text: ReadText, site: QuoteSite): Placed | null {
  for (let index = site.paragraph; index >= Math.max(0, site.paragraph - 1); index--) {
    const paragraph = text.paragraphs[index];
    const end = index === site.paragraph ? firstOfSentence(paragraph, site.token) : (paragraph?.tokens.length ?? 0);
    const phrase = paragraph && lastVoice(paragraph, end);
    if (phrase) return { phrase, rule: "subject", cue: "", isTight: false, confidence: 0.7, paragraph: index };
  }
  return null;
}

function firstOfSentence(paragraph: ReadParagraph | undefined, at: number): number {
  let first = at;
  while (first > 0 && paragraph?.tokens[first - 1]?.sentence === paragraph?.tokens[at]?.sentence) first--;
  return first;
}

function follow(site: QuoteSite, previous: SpokenQuote, how: "carried" | "continued", confidence: number): SpokenQuote {
  return { ...previous, site, how, confidence: Math.min(confidence, previous.confidence) };
}

/** A quotation left open is taken up again where the next paragraph begins with a mark. */
function isContinuation(text: ReadText, previous: QuoteSite, site: QuoteSite): boolean {
  const open = text.spans[previous.paragraph]?.[previous.span];
  return site.paragraph === previous.paragraph + 1 && site.token === 0 && open?.isClosed === false;
}

/** Whether two quotations of a paragraph share a sentence or stand in sentences one after the other. */
function isNeighbour(text: ReadText, previous: QuoteSite, site: QuoteSite): boolean {
  if (previous.paragraph !== site.paragraph) return false;
  const tokens = text.paragraphs[site.paragraph]?.tokens ?? [];
  const sentences = new Set(tokens.slice(previous.token + 1, site.token).map((token) => token.sentence));
  return sentences.size <= 1;
}

/** The sentence before a quotation that stands alone introduces its speaker. */
function readIntroduction(text: ReadText, site: QuoteSite, previous: SpokenQuote | null): Placed | null {
  const inside = introductionIn(text, site.paragraph, site.token);
  if (inside) return inside;
  const above = text.paragraphs[site.paragraph - 1];
  if (!above || site.token > 0) return null;
  const spoke = previous?.site.paragraph === site.paragraph - 1;
  const announces = /[:：]\s*$/u.test(above.text.slice(-4));
  return spoke && !announces ? null : introductionIn(text, site.paragraph - 1, above.tokens.length);
}

function introductionIn(text: ReadText, index: number, end: number): Placed | null {
  const paragraph = text.paragraphs[index];
  const last = paragraph?.tokens[end - 1];
  if (!paragraph || !last || last.kind === "quote") return null;
  let from = end - 1;
  while (from > 0 && from > end - 80 && paragraph.tokens[from - 1]?.sentence === last.sentence) from--;
  const phrase = mainSubject(paragraph, from, end);
  return phrase && { phrase, rule: "subject", cue: "", isTight: false, confidence: 0.65, paragraph: index };
}

/** The subject of the last verb of saying before a position. */
function lastVoice(paragraph: ReadParagraph, end: number): SpeakerPhrase | null {
  for (let cue = end - 1; cue >= 0 && cue > end - 120; cue--) {
    const token = paragraph.tokens[cue];
    if (!token || !isFiniteCue(paragraph, cue) || paragraph.lexicon.reported.has(token.lower)) continue;
    const low = firstOfSentence(paragraph, cue);
    const left = subjectBefore(paragraph, cue, low);
    if (left && left.score >= 6) return left.phrase;
    const right = subjectAfter(paragraph, cue, Math.min(paragraph.tokens.length, cue + 30));
    if (right ?? left) return right ?? left?.phrase ?? null;
  }
  return null;
}

function mainSubject(paragraph: ReadParagraph, from: number, end: number): SpeakerPhrase | null {
  for (let cue = end - 1; cue > from; cue--) {
    if (!isFiniteCue(paragraph, cue)) continue;
    const found = subjectBefore(paragraph, cue, from);
    if (found && found.score > 4) return found.phrase;
  }
  const phrases = listPhrases(paragraph, from, end);
  return phrases.find((phrase) => phrase.kind !== "nominal" && phrase.pronoun !== "it") ?? phrases[0] ?? null;
}

function resolve(
  text: ReadText,
  site: QuoteSite,
  attribution: Placed,
  how: SpokenQuote["how"],
  before: readonly SpokenQuote[],
): SpokenQuote {
  const found = resolvePhrase(text, attribution, before);
  const confidence = attribution.confidence * (how === "stated" ? 1 : 0.9) * found.certainty;
  return { site, attribution, how, entity: found.entity, confidence };
}

interface ResolvedPhrase {
  readonly entity: NamedEntity | null;
  readonly certainty: number;
}

function resolvePhrase(text: ReadText, place: Placed, before: readonly SpokenQuote[]): ResolvedPhrase {
  const { phrase } = place;
  if (phrase.mention) return { entity: text.entities.of(phrase.mention), certainty: 1 };
  const last = before.slice(-rememberedQuotes).findLast((quote) => quote.entity !== null) ?? null;
  if (phrase.pronoun === "he" || phrase.pronoun === "she") {
    const age = last ? place.paragraph - last.site.paragraph : 9;
    const found = resolvePronoun(text, {
      paragraph: place.paragraph,
      token: phrase.first,
      gender: phrase.pronoun,
      lastSpeaker: last?.entity ?? null,
      lastSpeakerAge: age,
    });
    return { entity: found?.entity ?? null, certainty: found ? 0.85 : 0.5 };
  }
  if (phrase.pronoun) return { entity: null, certainty: 0.8 };
  return { entity: byOffice(text, place), certainty: 0.85 };
}

/** "the Supreme Leader" is the person before whose name that office stands. */
function byOffice(text: ReadText, place: Placed): NamedEntity | null {
  const paragraph = text.paragraphs[place.paragraph];
  const tokens = paragraph?.tokens.slice(place.phrase.first, place.phrase.last + 1) ?? [];
  const head = tokens.at(-1)?.lower ?? "";
  const isDefinite =
    /^(?:the|der|die|das)$/u.test(tokens[0]?.lower ?? "") || tokens.some((token) => token.text === "'s");
  if (!isDefinite || !paragraph?.lexicon.titles.has(head)) return null;
  const nearby = text.entities.entities.filter((entity) => entity.isPerson && holds(text, entity, head));
  const met = nearby.filter((entity) => (entity.mentions[0]?.paragraph ?? 0) <= place.paragraph);
  return met.length === 1 ? (met[0] ?? null) : null;
}

const roleWords = new WeakMap<NamedEntity, ReadonlySet<string>>();

function holds(text: ReadText, entity: NamedEntity, office: string): boolean {
  let known = roleWords.get(entity);
  if (!known) {
    known = new Set((findRole(text, entity) ?? "").toLowerCase().split(/\s+/u));
    roleWords.set(entity, known);
  }
  return (
    known.has(office) || (office === "senator" && known.has("sen.")) || (office === "governor" && known.has("gov."))
  );
}
