import { leadingArticles } from "../lexicon/persons.js";
import { findAuthors } from "../posts/accounts.js";
import { type CandidatePost, type Evidence, findEvidence, weightyWords } from "../quotation/evidence.js";
import { phraseWords } from "../phrases/extent.js";
import type { CopyBlock } from "../layout/blocks.js";
import { marksWithin } from "../layout/marked-source.js";
import type { FoundQuotation } from "../quotation/spans.js";
import type { TokenisedText } from "../phrases/read-text.js";
import { explainSpeaker } from "../attribution/reasons.js";
import { because, type ReadingReason } from "./reasons.js";
import { findRoleAt } from "../phrases/roles.js";
import { findSaidOn } from "../quotation/said-on.js";
import type { SpokenQuote } from "../attribution/speakers.js";
import type {
  FoundPost,
  StoryElement,
  StoryParagraph,
  ParagraphRole,
  StoryPerson,
  StoryQuote,
  StoryStyle,
} from "./story-value.js";

/** A paragraph or a post before it is put together. */
export type StoryPart = CopyBlock | FoundPost;

interface Sources {
  readonly text: TokenisedText;
  readonly persons: ReadonlyMap<string, StoryPerson>;
  readonly posts: readonly CandidatePost[];
  readonly filedOn: string | null;
  /** The words of each utterance, of all quotations that are parts of it. */
  readonly utterances: ReadonlyMap<number, string>;
}

/** Whether a part is a post. */
export function isPost(part: StoryPart): part is FoundPost {
  return "kind" in part;
}

/** Puts paragraphs with their quotations and posts with their authors together, in reading order; `filedOn` is an ISO day. */
export function buildElements(
  parts: readonly StoryPart[],
  text: TokenisedText,
  quotations: readonly FoundQuotation[],
  persons: readonly StoryPerson[],
  filedOn: string | null,
): readonly StoryElement[] {
  const authors = findAuthors(parts.filter(isPost), text.entities.entities);
  const posts = parts.flatMap((part, element): readonly CandidatePost[] =>
    isPost(part) ? [{ element, authorKey: authors.get(part)?.key ?? null, words: weightyWords(part.text) }] : [],
  );
  const utterances = joinUtterances(quotations);
  const sources = { text, posts, filedOn, utterances, persons: new Map(persons.map((person) => [person.key, person])) };
  const byParagraph = groupByParagraph(quotations);
  let paragraph = 0;
  return parts.map((part, index): StoryElement => {
    if (isPost(part)) return { ...part, authorKey: authors.get(part)?.key ?? null };
    const quotes = (byParagraph.get(paragraph++) ?? []).map((quotation) => buildQuote(sources, quotation));
    return toParagraph(part, roleOf(part, index, parts[index + 1]), quotes);
  });
}

function toParagraph(block: CopyBlock, role: ParagraphRole, quotes: readonly StoryQuote[]): StoryParagraph {
  const { text, line, marked } = block;
  const marks = marksWithin(marked, text);
  return {
    kind: "paragraph",
    text,
    role,
    style: styleOf(block, role),
    line,
    quotes,
    ...(marks.length > 0 ? { marks } : {}),
  };
}

/** What begins the text of an item whose number is a part of it. */
const NUMBERED = /^(?:\(?\d{1,3}[.)]|\(?[a-z]\))\s/u;

/** The style in the markup, or the one that the layout shows. An item that has its number in its text is no item of a list that is numbered. */
function styleOf({ style, text }: CopyBlock, role: ParagraphRole): StoryStyle {
  if (style !== undefined && style !== "BULLET") return style;
  if (role === "list" || style === "BULLET") return NUMBERED.test(text) ? "BODY" : "BULLET";
  return role === "subhead" ? "HEADING" : "BODY";
}

function groupByParagraph(quotations: readonly FoundQuotation[]): ReadonlyMap<number, readonly FoundQuotation[]> {
  const groups = new Map<number, FoundQuotation[]>();
  for (const quotation of quotations) {
    const group = groups.get(quotation.spoken.site.paragraph);
    if (group) group.push(quotation);
    else groups.set(quotation.spoken.site.paragraph, [quotation]);
  }
  return groups;
}

/** An interrupted quotation is compared with its source whole: its halves may be too short to be recognised. */
function joinUtterances(quotations: readonly FoundQuotation[]): ReadonlyMap<number, string> {
  const utterances = new Map<number, string>();
  for (const { utterance, text } of quotations) {
    const before = utterances.get(utterance);
    utterances.set(utterance, before === undefined ? text : `${before} ${text}`);
  }
  return utterances;
}

/** A short line without an end, over a longer paragraph, is a subhead. */
function roleOf(block: CopyBlock, index: number, next: StoryPart | undefined): ParagraphRole {
  if (block.isList) return "list";
  if (block.isSubhead) return "subhead";
  const isShort = block.text.length <= 80 && block.text.split(" ").length <= 10;
  if (!isShort || index === 0 || next === undefined || isPost(next)) return "text";
  const isBare = !/[.!?,;:…。"”“»\d]$/u.test(block.text) && !/["“„«]/u.test(block.text);
  return isBare && next.text.length > block.text.length * 2 ? "subhead" : "text";
}

function buildQuote(sources: Sources, quotation: FoundQuotation): StoryQuote {
  const { spoken, start, end, text, kind, utterance } = quotation;
  const person = sources.persons.get(spoken.entity?.key ?? "") ?? null;
  const words = speakerWords(sources.text, spoken);
  const evidence = findEvidence(sources.utterances.get(utterance) ?? text, person?.key ?? null, sources.posts);
  return {
    start,
    end,
    text,
    kind,
    speakerKey: person?.key ?? null,
    speakerText: words,
    speakerRole: person ? (roleAt(sources, spoken) ?? person.role) : describeSpeaker(spoken, words),
    saidOn: saidOn(sources, spoken),
    sourcePost: evidence?.element ?? null,
    utterance,
    confidence: Math.round(spoken.confidence * 100) / 100,
    reasons: [...explainSpeaker(spoken, words), ...explainEvidence(evidence, sources.posts)],
  };
}

function roleAt({ text }: Sources, { attribution }: SpokenQuote): string | null {
  return findRoleAt(text, attribution?.phrase.mention ?? null);
}

/** A longer description is not kept as an office, in UTF-16 code units. */
const longestRole = 120;

const leadingArticle = new RegExp(`^(?:${leadingArticles})\\s+`, "iu");

/** A speaker who is no person of the story is kept by the words that describe them: "harbour master", "Finance Ministry". */
function describeSpeaker({ attribution }: SpokenQuote, words: string | null): string | null {
  if (words === null || attribution?.phrase.kind === "pronoun" || words.length > longestRole) return null;
  return words.replace(leadingArticle, "");
}

function saidOn({ text, filedOn }: Sources, { attribution }: SpokenQuote): string | null {
  const paragraph = attribution && text.paragraphs[attribution.paragraph];
  return paragraph ? findSaidOn(paragraph, attribution, filedOn) : null;
}

function explainEvidence(evidence: Evidence | null, posts: readonly CandidatePost[]): readonly ReadingReason[] {
  if (evidence) return [because("POST_HOLDS_WORDS", [], Math.round(evidence.share * 100))];
  return posts.length > 0 ? [because("NO_POST_HOLDS_WORDS")] : [];
}

function speakerWords(text: TokenisedText, { attribution }: SpokenQuote): string | null {
  const paragraph = attribution && text.paragraphs[attribution.paragraph];
  return paragraph ? phraseWords(paragraph, attribution.phrase) : null;
}
