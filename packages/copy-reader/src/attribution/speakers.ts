import { carryConfidence, certaintyOfPronoun, resolveCertainty } from "../story/confidence.js";
import { isSubjectless } from "./after.js";
import { attributeInSentence } from "./in-sentence.js";
import { isReported, readIntroduction, readReported, readSummary } from "../quotation/introductions.js";
import { findHolder, genderOfDescription } from "./offices.js";
import type { NamedEntity } from "../phrases/persons.js";
import { resolvePronoun } from "./pronouns.js";
import { findNewcomer } from "./newcomers.js";
import type { TokenisedText } from "../phrases/read-text.js";
import { lastOfSpan, type PlacedAttribution, type QuoteSite } from "./ties.js";

/** Who says a quotation, with the words that name them and the person they refer to. */
export interface SpokenQuote {
  readonly site: QuoteSite;
  readonly attribution: PlacedAttribution | null;
  readonly how: "stated" | "carried" | "introduced" | "continued" | "none";
  readonly entity: NamedEntity | null;
  readonly confidence: number;
}

/** This many quotations back somebody may still be the one who speaks. */
const rememberedQuotes = 30;

/** Finds the speaker of every quoted stretch of a text, in reading order. */
export function findSpeakers(text: TokenisedText): readonly SpokenQuote[] {
  const sites = listSites(text);
  const local = sites.map((site) => placeLocal(text, site));
  const spoken: SpokenQuote[] = [];
  for (const [index, site] of sites.entries()) {
    spoken.push(speak(text, site, sites, local, spoken, index));
  }
  return spoken;
}

function listSites(text: TokenisedText): readonly QuoteSite[] {
  return text.paragraphs.flatMap((paragraph, index) =>
    paragraph.tokens.flatMap((token, at) =>
      token.kind === "quote" && paragraph.tokens[at - 1]?.span !== token.span
        ? [{ paragraph: index, span: token.span, token: at }]
        : [],
    ),
  );
}

function placeLocal(text: TokenisedText, site: QuoteSite): PlacedAttribution | null {
  const paragraph = text.paragraphs[site.paragraph];
  const found = paragraph ? attributeInSentence(paragraph, site.token) : null;
  return found && { ...found, paragraph: site.paragraph };
}

function speak(
  text: TokenisedText,
  site: QuoteSite,
  sites: readonly QuoteSite[],
  local: readonly (PlacedAttribution | null)[],
  before: readonly SpokenQuote[],
  index: number,
): SpokenQuote {
  const own = local[index] ?? null;
  const previous = before.at(-1) ?? null;
  if (own && own.cue !== "") return resolve(text, site, own, "stated", before);
  if (previous && isContinuation(text, previous.site, site))
    return follow(site, previous, "continued", carryConfidence.continued);
  if (previous && resumesTurn(text, previous.site, site))
    return follow(site, previous, "carried", carryConfidence.neighbour);
  const unspoken = readSubjectless(text, site, before);
  if (unspoken) return unspoken;
  const summed = readSummary(text, site);
  if (summed) return resolve(text, site, summed, "stated", before);
  const reported = isReported(text, site) ? readReported(text, site) : null;
  if (reported && previous && standsBehind(previous, reported))
    return follow(site, previous, "carried", carryConfidence.reported);
  if (reported) return resolve(text, site, reported, "introduced", before);
  if (own && previous && goesOn(text, site, own, previous))
    return follow(site, previous, "carried", carryConfidence.near);
  if (own && !isVague(own)) return resolve(text, site, own, "stated", before);
  return (
    borrow(text, site, sites, local, before, index) ?? (own ? resolve(text, site, own, "stated", before) : nobody(site))
  );
}

/** This many paragraphs on, a verb without a subject may still be that of anybody who spoke last. */
const subjectlessParagraphs = 3;

/** "«…», afirma.": the speaker is the person that the sentence before introduces, otherwise the one who spoke last. */
function readSubjectless(text: TokenisedText, site: QuoteSite, before: readonly SpokenQuote[]): SpokenQuote | null {
  const paragraph = text.paragraphs[site.paragraph];
  if (!paragraph || !isSubjectless(paragraph, lastOfSpan(paragraph, site.token))) return null;
  const previous = before.at(-1) ?? null;
  const introduced = readIntroduction(text, site, previous?.site.paragraph === site.paragraph - 1);
  const mention = introduced?.phrase.mention;
  if (introduced && mention && text.entities.of(mention)?.isPerson)
    return resolve(text, site, introduced, "introduced", before);
  const isNear = previous !== null && site.paragraph - previous.site.paragraph <= subjectlessParagraphs;
  return previous?.entity && isNear ? follow(site, previous, "carried", carryConfidence.subjectless) : null;
}

/** "Smith “misspoke that day”" behind words of Jones: the quotation holds the verb, so that Smith is only spoken of. */
function goesOn(text: TokenisedText, site: QuoteSite, own: PlacedAttribution, previous: SpokenQuote): boolean {
  const paragraph = text.paragraphs[site.paragraph];
  const span = text.spans[site.paragraph]?.[site.span];
  if (!paragraph || !span || paragraph.lexicon.verbSecond || own.rule !== "subject" || own.isTight) return false;
  if (own.phrase.last !== site.token - 1 || site.paragraph !== previous.site.paragraph || !previous.entity)
    return false;
  return /^\p{Ll}/u.test(paragraph.text.slice(span.start, span.end));
}

/** A speaker from the neighbourhood, for a quotation whose own sentence names none. */
function borrow(
  text: TokenisedText,
  site: QuoteSite,
  sites: readonly QuoteSite[],
  local: readonly (PlacedAttribution | null)[],
  before: readonly SpokenQuote[],
  index: number,
): SpokenQuote | null {
  const previous = before.at(-1) ?? null;
  const newcomer = previous && isNeighbour(text, previous.site, site) ? findNewcomer(text, site, previous) : null;
  if (newcomer) return resolve(text, site, newcomer, "introduced", before);
  if (previous && isNeighbour(text, previous.site, site))
    return follow(site, previous, "carried", carryConfidence.neighbour);
  const next = sites[index + 1];
  const following = local[index + 1];
  const leads =
    next && (isNeighbour(text, site, next) || (isHeading(text, site) && next.paragraph <= site.paragraph + 2));
  if (leads && following && following.cue !== "") return resolve(text, site, following, "carried", before);
  const introduced = readIntroduction(text, site, previous?.site.paragraph === site.paragraph - 1);
  if (introduced && isSomebody(introduced)) return resolve(text, site, introduced, "introduced", before);
  const distance = previous?.attribution ? site.paragraph - previous.site.paragraph : Number.POSITIVE_INFINITY;
  if (previous && distance <= 1 && text.lexicon.guesses && !opensTurn(text, site))
    return follow(site, previous, "carried", carryConfidence.near);
  return introduced && resolve(text, site, introduced, "introduced", before);
}

/** A name or a pronoun for persons: what a quotation that is alone can be taken to be said by. */
function isSomebody({ phrase, cue }: PlacedAttribution): boolean {
  if (cue !== "") return true;
  return phrase.mention !== null
    ? phrase.mention.kind !== "place"
    : phrase.kind === "pronoun" && phrase.pronoun !== "it";
}

/** A quotation that is a subhead: its words come again, or are spoken of, in what follows. */
function isHeading(text: TokenisedText, site: QuoteSite): boolean {
  const paragraph = text.paragraphs[site.paragraph];
  const span = text.spans[site.paragraph]?.[site.span];
  if (!paragraph || !span || paragraph.tokens.length !== 1 || span.end - span.start > 90) return false;
  return !/[.!?,…]$/u.test(paragraph.text.slice(span.start, span.end));
}

/** Each dash at the head of a paragraph is the turn of another speaker. */
function opensTurn(text: TokenisedText, site: QuoteSite): boolean {
  return text.spans[site.paragraph]?.[site.span]?.isDash === true && site.token === 0;
}

/** Speech that goes on behind its reporting clause has the speaker that the clause names. */
function resumesTurn(text: TokenisedText, previous: QuoteSite, site: QuoteSite): boolean {
  return (
    text.spans[site.paragraph]?.[site.span]?.isDash === true && site.token > 0 && previous.paragraph === site.paragraph
  );
}

function nobody(site: QuoteSite): SpokenQuote {
  return { site, attribution: null, how: "none", entity: null, confidence: carryConfidence.nobody };
}

/** Whether the last speaker is named further away than another person. */
function standsBehind({ attribution }: SpokenQuote, other: PlacedAttribution): boolean {
  if (!attribution || attribution.cue === "" || attribution.paragraph < other.paragraph) return false;
  return attribution.paragraph > other.paragraph || attribution.phrase.first > other.phrase.first;
}

/** The subject of a sentence is weak evidence unless it is a name or a pronoun for a person. */
function isVague(own: PlacedAttribution): boolean {
  return own.rule !== "possessive" && !own.isTight && (own.phrase.kind === "nominal" || own.phrase.pronoun === "it");
}

function follow(site: QuoteSite, previous: SpokenQuote, how: "carried" | "continued", confidence: number): SpokenQuote {
  return { ...previous, site, how, confidence: Math.min(confidence, previous.confidence) };
}

/** A quotation left open is taken up again where the next paragraph begins with a mark. */
function isContinuation(text: TokenisedText, previous: QuoteSite, site: QuoteSite): boolean {
  const open = text.spans[previous.paragraph]?.[previous.span];
  return site.paragraph === previous.paragraph + 1 && site.token === 0 && open?.isClosed === false;
}

/** Whether two quotations of a paragraph share a sentence or are in sentences one after the other. */
function isNeighbour(text: TokenisedText, previous: QuoteSite, site: QuoteSite): boolean {
  if (previous.paragraph !== site.paragraph) return false;
  const paragraph = text.paragraphs[site.paragraph];
  if (!paragraph) return false;
  const between = paragraph.tokens.slice(lastOfSpan(paragraph, previous.token) + 1, site.token);
  const sentences = new Set(between.map((token) => token.sentence));
  return sentences.size <= 1;
}

function resolve(
  text: TokenisedText,
  site: QuoteSite,
  attribution: PlacedAttribution,
  how: SpokenQuote["how"],
  before: readonly SpokenQuote[],
): SpokenQuote {
  const found = resolvePhrase(text, attribution, before);
  const confidence = attribution.confidence * (how === "stated" ? 1 : resolveCertainty.elsewhere) * found.certainty;
  return { site, attribution, how, entity: found.entity, confidence };
}

interface ResolvedPhrase {
  readonly entity: NamedEntity | null;
  readonly certainty: number;
}

function resolvePhrase(text: TokenisedText, place: PlacedAttribution, before: readonly SpokenQuote[]): ResolvedPhrase {
  const { phrase, paragraph } = place;
  if (phrase.mention) return { entity: text.entities.of(phrase.mention), certainty: resolveCertainty.name };
  const last = before.slice(-rememberedQuotes).findLast((quote) => quote.entity !== null) ?? null;
  if (phrase.pronoun === "he" || phrase.pronoun === "she") return resolveGender(text, place, phrase.pronoun, last);
  if (phrase.pronoun) return { entity: null, certainty: resolveCertainty.group };
  const isNear = last !== null && paragraph - last.site.paragraph <= 1;
  const holder = findHolder(text, { paragraph, phrase, lastSpeaker: isNear ? last.entity : null });
  if (holder) return { entity: holder, certainty: resolveCertainty.office };
  const own = text.paragraphs[paragraph];
  const gender = own ? genderOfDescription(own, phrase) : null;
  const described = gender ? resolveGender(text, place, gender, last) : null;
  return described?.entity?.isPerson
    ? { ...described, certainty: resolveCertainty.description }
    : { entity: null, certainty: resolveCertainty.office };
}

function resolveGender(
  text: TokenisedText,
  { paragraph, phrase }: PlacedAttribution,
  gender: "he" | "she",
  last: SpokenQuote | null,
): ResolvedPhrase {
  const lastSpeakerAge = last ? paragraph - last.site.paragraph : 9;
  const found = resolvePronoun(text, {
    paragraph,
    token: phrase.first,
    gender,
    lastSpeaker: last?.entity ?? null,
    lastSpeakerAge,
    lastAsked: last !== null && lastSpeakerAge === 1 && asksSomething(text, last),
  });
  return { entity: found?.entity ?? null, certainty: certaintyOfPronoun(found?.lead ?? null) };
}

/** Whether a quotation is a question that its speaker asks. */
function asksSomething(text: TokenisedText, { site, attribution }: SpokenQuote): boolean {
  const span = text.spans[site.paragraph]?.[site.span];
  const words = span ? text.paragraphs[site.paragraph]?.text.slice(span.start, span.end) : "";
  return words?.endsWith("?") === true && text.lexicon.particles.asking.has(attribution?.cue.toLowerCase() ?? "");
}
