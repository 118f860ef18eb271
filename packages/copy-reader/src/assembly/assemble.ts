import type { CopyStory, StoryDateline } from "../story/story-value.js";
import { readDay } from "../text/days.js";
import { isBlank } from "../text/faults.js";
import { boundWarnings } from "../text/bound-warnings.js";
import { readStoryParts } from "../story/read-plain-copy.js";
import { PLATFORM_NAMES } from "../text/platform-names.js";
import type { StatedHeadline } from "../head/headline.js";
import { fold } from "../formats/fold-text.js";
import { cleanParts } from "./clean.js";
import type { DocumentBlock, DocumentParts, DocumentPost, SenderOptions } from "../formats/document-parts.js";
import { addPersons } from "./known-persons.js";
import { chooseSummary } from "./summary.js";
import { placeInStory } from "./placed-images.js";
import { contradicts } from "./script-check.js";
import { describeProposals } from "./described-proposals.js";

/** What a document became, with what its sender calls the story. */
export interface AssembledStory {
  readonly kind: "story";
  readonly story: CopyStory;
  /** The same in all versions of the story; null when the document does not say. */
  readonly ownId: string | null;
}

/**
 * Makes a story of the parts that a document holds as separate fields. Its text is read as plain wire copy is; what the
 * sender knows wins over what the document states, and that over what is recognised. Throws a CopyError when there is
 * more than the body of an article can hold.
 */
export function assembleStory(raw: DocumentParts, options: SenderOptions = {}): AssembledStory {
  const parts = cleanParts(raw);
  const placed = uniteEmbeds(parts.blocks.filter((block) => block.kind === "post" || !isBlank(block.text)));
  const blocks = placed.filter((block) => !isGone(block));
  const isContradicted = parts.language !== null && contradicts(parts.language.value, blocks);
  const language = options.language || (isContradicted ? null : (parts.language?.value ?? null));
  const read = readStoryParts({
    headline: statedHeadline(parts, options),
    language,
    filedOn: parts.dateline?.date ?? parts.publishedOn,
    blocks: blocks.map(toStoryPart),
  });
  const dateline = mergeDateline(read.dateline, parts);
  const stated = { ...read, byline: parts.byline?.value ?? read.byline, dateline };
  const { standfirst, warnings } = chooseSummary(parts.summaries ?? [], read);
  const summed = {
    ...stated,
    standfirst: standfirst?.value ?? null,
    topics: parts.topics ?? [],
    ...imagesOf(parts, read),
  };
  const withPersons = addPersons(summed, parts.persons);
  const story = {
    ...withPersons,
    proposals: describeProposals(withPersons, parts, { options, isContradicted, standfirst }),
    warnings: [
      ...(parts.warnings ?? []),
      ...warnings,
      ...warningsOf(stated, read),
      ...(isContradicted ? [warnOfLanguage(parts)] : []),
      ...warnOfReplaced(parts, options),
      ...warnOfGone(placed.filter(isGone)),
    ],
  };
  return { kind: "story", story, ownId: parts.ownId };
}

/** No story has more pictures. */
const MOST_IMAGES = 100;

/** Each picture once. */
function imagesOf({ images = [], blocks }: DocumentParts, { elements }: CopyStory): Pick<CopyStory, "images"> {
  const own = images.filter(({ url, content }, at) => content || images.findIndex((each) => each.url === url) === at);
  return own.length === 0 ? {} : { images: placeInStory(own.slice(0, MOST_IMAGES), blocks, elements) };
}

/** The sender's headline goes before the document's, and takes the place of one that the text alone has. */
function statedHeadline({ headline }: DocumentParts, options: SenderOptions): StatedHeadline | null {
  const bySender = options.headline?.trim();
  if (bySender) return { text: bySender, isReplacing: headline === null };
  return headline && { text: headline.value, isReplacing: false };
}

function warnOfReplaced({ headline }: DocumentParts, options: SenderOptions): readonly string[] {
  const bySender = options.headline?.trim();
  if (!bySender || headline === null || fold(headline.value) === fold(bySender)) return [];
  return [`The copy's own headline “${headline.value.slice(0, 240)}” was replaced by the specified one.`];
}

/** A dayless dateline is completed here, so that its warning may have become untrue. */
function warningsOf({ dateline }: CopyStory, read: CopyStory): readonly string[] {
  const isCompleted = dateline?.date !== null && read.dateline?.date === null;
  return isCompleted
    ? read.warnings.filter((warning) => !warning.startsWith("The dateline names a day"))
    : read.warnings;
}

/** A post that a document embeds twice is in the story once, with its words where one of the two has them. */
function uniteEmbeds(blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  const places = new Map<string, number>();
  const out: DocumentBlock[] = [];
  for (const block of blocks) {
    const key = block.kind === "text" ? null : (block.url ?? `${block.authorHandle}\n${block.text}`);
    const place = key === null ? undefined : places.get(key);
    if (place === undefined) {
      if (key !== null) places.set(key, out.length);
      out.push(block);
    } else if (out[place]?.text === "") out[place] = block;
  }
  return out;
}

function isGone(block: DocumentBlock): block is DocumentPost {
  return block.kind === "post" && block.isGone === true;
}

function toStoryPart(block: DocumentBlock): Parameters<typeof readStoryParts>[0]["blocks"][number] {
  if (block.kind === "post")
    return { ...block, authorName: block.authorName || (PLATFORM_NAMES[block.platform] ?? block.platform) };
  const { text, line, role, style, marks = [] } = block;
  const source = marks.length > 0 ? { marked: { text, marks } } : {};
  return {
    text,
    line,
    isList: role === "list",
    isSubhead: role === "subhead",
    followsBlank: true,
    ...(style && { style }),
    ...source,
  };
}

function mergeDateline(
  found: StoryDateline | null,
  { dateline: stated, publishedOn }: DocumentParts,
): StoryDateline | null {
  if (!found && !stated) return null;
  const text = found?.text ?? stated?.text ?? stated?.place ?? "";
  return {
    text,
    place: stated?.place ?? found?.place ?? null,
    date: stated?.date ?? found?.date ?? dayNear(text, publishedOn),
    agency: stated?.agency ?? found?.agency ?? null,
  };
}

/** How far the day of filing may lie from the day of publication, in days. */
const FARTHEST_DAY = 10;

/** The day that a dateline names without its year, in the year in which it is next to the publication. */
function dayNear(dateline: string, publishedOn: string | null): string | null {
  if (publishedOn === null) return null;
  const published = Date.parse(publishedOn);
  const year = Number(publishedOn.slice(0, 4));
  const words = dateline.slice(0, 200).split(/[\s,()]+/u);
  for (const [at] of words.entries()) {
    for (const candidate of [year, year - 1, year + 1]) {
      const day =
        readDay(
          `${words
            .slice(at, at + 2)
            .join(" ")
            .replace(/\.$/u, "")} ${candidate}`,
        )?.date ?? null;
      if (day !== null && Math.abs(Date.parse(day) - published) <= FARTHEST_DAY * 86_400_000) return day;
    }
  }
  return null;
}

function warnOfLanguage({ language }: DocumentParts): string {
  return `The document calls its language ${language?.value}, but its text is written otherwise, so that was not believed.`;
}

function warnOfGone(posts: readonly DocumentPost[]): readonly string[] {
  const warnings = posts.map(
    ({ url, line }) =>
      `The embedded post ${url} is gone: the document holds only the platform's notice (line ${line}), so no post was made of it.`,
  );
  return boundWarnings(warnings, (more) => `${more} more embedded posts are gone as well.`);
}
