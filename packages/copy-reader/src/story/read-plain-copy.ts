import { type FoundDateline, readDateline } from "../head/dateline.js";
import { buildElements, isPost, type StoryPart } from "./elements.js";
import { refuseForeignMarkup, refuseUnreadable, CopyError } from "./fault.js";
import { fileDateline } from "../head/leading-days.js";
import { dropFurniture } from "../layout/furniture.js";
import { readHead, type StoryHead, type StatedHeadline } from "../head/headline.js";
import { type JudgedLanguage, judgeLanguage } from "../text/language.js";
import { type CopyBlock, layOutCopy } from "../layout/blocks.js";
import { isDashSpeech } from "../phrases/dashes.js";
import type { LanguageLexicon } from "../lexicon/language-lexicon.js";
import { lexiconFor } from "../lexicon/by-language.js";
import { refuseEndless, refuseFloodOfQuotes, refuseUnwritable } from "../layout/refusals.js";
import { listStoryPersons } from "./people.js";
import { partPointers, placePosts, readPosts } from "../posts/collect.js";
import { numberItems } from "./numbered-items.js";
import { listProposals } from "./proposals.js";
import { uniteRepeatedPosts } from "../posts/repeated.js";
import { findQuotations } from "../quotation/spans.js";
import { readParagraphs } from "../phrases/read-text.js";
import type { StoryElement, CopyStory } from "./story-value.js";
import { warnOfPosts, warnOfRemoved } from "../text/bound-warnings.js";

/** What the sender of the copy already knows. */
export interface PlainCopyOptions {
  readonly headline?: string | undefined;
  /** BCP 47; recognised from the text when absent. */
  readonly language?: string | undefined;
}

/**
 * Reads plain wire copy into a story: headline, byline, dateline, paragraphs, quotations with their speakers, embedded
 * posts and persons, each with the reason why. Takes time about linear in the content. Throws a CopyError with the
 * line when the content is no readable text or more than the body of an article can hold.
 */
export function readPlainCopy(content: string, options: PlainCopyOptions = {}): CopyStory {
  refuseUnreadable(content);
  refuseForeignMarkup(content);
  const blocks = layOutCopy(content);
  refuseEndless(blocks);
  const pointed = partPointers(blocks);
  const { kept, removed } = dropFurniture(pointed.blocks);
  const head = readHead(kept, statedBySender(options.headline));
  const { dateline, body } = readFiling(head);
  const parts = placePosts(readPosts([...head.decks, ...body]), pointed.posts);
  refuseUnwritable(parts);
  refuseBarePointers(parts, head);
  return assemble({ head, dateline, parts, removed, stated: options.language, filedOn: null });
}

function statedBySender(headline: string | undefined): StatedHeadline | null {
  return headline === undefined ? null : { text: headline, isReplacing: true };
}

/** The parts of a story that a document holds as separate fields; what it does not distinguish is read from its text. */
export interface StoryParts {
  readonly headline: StatedHeadline | null;
  /** BCP 47. */
  readonly language: string | null;
  /** ISO day on which the story was filed or published, null when the document does not state it. */
  readonly filedOn: string | null;
  readonly blocks: readonly StoryPart[];
}

/**
 * Reads the parts of a story that a document holds as separate fields, in the way in which plain wire copy is read. Throws a
 * CopyError with the line when there is more than the body of an article can hold.
 */
export function readStoryParts({ headline, language: stated, filedOn, blocks }: StoryParts): CopyStory {
  refuseEndless(blocks);
  // A video or a post may be above the first words, which are the head nevertheless.
  const start = Math.max(
    0,
    blocks.findIndex((part) => !isPost(part)),
  );
  const post = blocks.findIndex((part, index) => index >= start && isPost(part));
  const opening = blocks
    .slice(start, post < 0 ? blocks.length : post)
    .filter((part): part is CopyBlock => !isPost(part));
  const rest = blocks.slice(start + opening.length);
  const opened = dropFurniture(opening, rest.length === 0);
  const head = readHead(opened.kept, headline);
  const { dateline, body } = readFiling(head);
  const { parts, removed } = readRuns([...blocks.slice(0, start), ...head.decks, ...body, ...rest]);
  refuseUnwritable(parts);
  const left = [...opened.removed, ...removed];
  return assemble({ head, dateline, parts, removed: left, stated: stated ?? undefined, filedOn });
}

interface ReadRuns {
  readonly parts: readonly StoryPart[];
  readonly removed: readonly string[];
}

/** Finds the posts that are signed plainly in the text between those that markup names. */
function readRuns(parts: readonly StoryPart[]): ReadRuns {
  const out: StoryPart[] = [];
  const removed: string[] = [];
  let run: CopyBlock[] = [];
  const close = (endsStory: boolean): void => {
    const own = dropFurniture(run, endsStory);
    removed.push(...own.removed);
    out.push(...readPosts(own.kept));
    run = [];
  };
  for (const [index, part] of parts.entries()) {
    if (!isPost(part)) run.push(part);
    else {
      close(!parts.slice(index + 1).some((each) => !isPost(each)));
      out.push(part);
    }
  }
  close(true);
  return { parts: out, removed };
}

/** A headline over the address of a post is a story; an address alone is none. */
function refuseBarePointers(parts: readonly StoryPart[], { headline }: StoryHead): void {
  const [first] = parts;
  if (first && headline === null && parts.every(({ text }) => text === ""))
    throw new CopyError("The content holds no text of a story.", first.line);
}

interface ReadParts {
  readonly head: StoryHead;
  readonly dateline: FoundDateline | null;
  readonly parts: readonly StoryPart[];
  /** What was left out as furniture around the story. */
  readonly removed: readonly string[];
  /** The language that the sender states, BCP 47. */
  readonly stated: string | undefined;
  /** ISO day on which the story was filed as far as its document states; its dateline's day goes before. */
  readonly filedOn: string | null;
}

interface Filing {
  readonly dateline: FoundDateline | null;
  /** The paragraphs without the dateline. */
  readonly body: readonly CopyBlock[];
}

/** The dateline that opens the text, or a line above it, with the day that the head states. */
function readFiling({ body, filed, day }: StoryHead): Filing {
  const opening = readDateline(body[0]?.text ?? "");
  return { dateline: fileDateline(opening ?? filed, day), body: withoutDateline(body, opening) };
}

function withoutDateline(body: readonly CopyBlock[], found: FoundDateline | null): readonly CopyBlock[] {
  const [first, ...rest] = body;
  if (!first || !found) return body;
  const text = first.text.slice(found.end).trim();
  return text === "" ? rest : [{ ...first, text }, ...rest];
}

interface StoryLanguage extends JudgedLanguage {
  readonly reason: string;
}

function findLanguage(parts: readonly StoryPart[], head: StoryHead, stated: string | undefined): StoryLanguage {
  if (stated !== undefined && stated !== "")
    return { tag: stated, confidence: 1, likely: stated, reason: "The sender named it." };
  const own = parts.filter((part) => !isPost(part)).map((part) => part.text);
  const found = judgeLanguage([...own, head.headline ?? ""].join("\n").slice(0, 8000));
  const isSure = found.tag !== "und";
  return {
    ...found,
    reason: isSure
      ? "Its script and small words are those of this language."
      : "The text is too short or too mixed to show its language.",
  };
}

/** A language below this confidence is reported with a warning. */
const doubtfulLanguage = 0.7;

function warnOfLanguage({ tag, confidence }: StoryLanguage): readonly string[] {
  if (confidence >= doubtfulLanguage) return [];
  if (tag === "und") return ["The text does not show its language; name it with `language`."];
  return [`The language “${tag}” is not certain; name it with \`language\` if it is another.`];
}

/** Reads language, quotations and persons of the parts, and puts the story together. */
function assemble(read: ReadParts): CopyStory {
  const { head, dateline } = read;
  const language = findLanguage(read.parts, head, read.stated);
  const lexicon = lexiconFor(language.likely ?? language.tag);
  const united = uniteRepeatedPosts(read.parts);
  const parts = numberItems(united.parts.map((part) => asSpeech(part, lexicon)));
  const paragraphs = parts.flatMap((part) => (isPost(part) ? [] : part.text));
  const text = readParagraphs(paragraphs, lexicon);
  const quotations = findQuotations(text);
  const speakers = new Set(quotations.flatMap(({ spoken }) => spoken.entity ?? []));
  const persons = listStoryPersons(text, speakers, parts.filter(isPost));
  const elements = buildElements(parts, text, quotations, persons, dateline?.dateline.date ?? read.filedOn);
  refuseFloodOfQuotes(elements);
  const story = {
    head,
    dateline,
    language: language.tag,
    languageConfidence: language.confidence,
    languageReason: language.reason,
    elements,
    persons,
  };
  return {
    headline: head.headline,
    byline: head.byline,
    language: language.tag,
    dateline: dateline?.dateline ?? null,
    elements,
    persons,
    proposals: listProposals(story),
    warnings: [...listWarnings(read, elements), ...united.warnings, ...warnOfLanguage(language)],
    ...head.release,
  };
}

/** What looked like an item of a list is speech where a reporting clause follows: “– Vi väntar, säger Erik Lund.” */
function asSpeech(part: StoryPart, lexicon: LanguageLexicon): StoryPart {
  if (isPost(part) || part.dashed === undefined || !isDashSpeech(part.dashed, lexicon)) return part;
  return { ...part, text: part.dashed, isList: false };
}

function listWarnings(read: ReadParts, elements: readonly StoryElement[]): readonly string[] {
  const quotes = elements.flatMap((element) => (element.kind === "paragraph" ? element.quotes : []));
  const unnamed = quotes.filter((quote) => quote.speakerKey === null && quote.speakerRole === null).length;
  const dayless = read.dateline && read.dateline.dateline.date === null && /\d/u.test(read.dateline.dateline.text);
  return [
    ...(read.head.headline === null ? ["The copy has no headline; specify one."] : []),
    ...read.head.warnings,
    ...(dayless ? ["The dateline names a day without its year, so no date was taken from it."] : []),
    ...(unnamed > 0 ? [`${unnamed} of ${quotes.length} quotations name no speaker.`] : []),
    ...warnOfRemoved(read.removed),
    ...warnOfPosts(elements),
    ...(elements.length === 0 ? ["The copy holds no paragraph below its headline."] : []),
  ];
}
