import type { WireStory, WireDateline, WireElement } from "../wire/wire.story.js";
import { readDay } from "../wire/wire.days.js";
import { readStoryParts } from "../wire/wire.text.js";
import { cleanParts } from "./intake.clean.js";
import type { IntakeBlock, IntakeParts, IntakePost, SenderOptions } from "./intake.parts.js";
import { addPersons } from "./intake.persons.js";
import { contradicts } from "./intake.script.js";
import { retellProposals } from "./intake.proposals.js";

/** What a document became, with what its sender calls the story. */
export interface AssembledStory {
  readonly story: WireStory;
  /** The same in all versions of the story; null when the document does not say. */
  readonly ownId: string | null;
}

/**
 * Makes a story of the parts that a document tells apart. Its text is read as plain wire copy is; what the sender knows
 * wins over what the document tells, and that over what is recognised. Throws a WireCopyError when there are more
 * paragraphs than one story can have.
 */
export function assembleStory(raw: IntakeParts, options: SenderOptions = {}): AssembledStory {
  const parts = cleanParts(raw);
  const { worded, pointing } = partPosts(parts.blocks);
  const isContradicted = parts.language !== null && contradicts(parts.language.value, worded);
  const language = options.language || (isContradicted ? null : (parts.language?.value ?? null));
  const headline = options.headline?.trim() || (parts.headline?.value ?? null);
  const read = readStoryParts({ headline, language, blocks: worded.map(toStoryPart) });
  const dateline = mergeDateline(read.dateline, parts);
  const told = { ...read, byline: parts.byline?.value ?? read.byline, dateline };
  const withPersons = addPersons(told, parts.persons);
  const story = {
    ...withPersons,
    proposals: retellProposals(withPersons, parts, { options, isContradicted }),
    warnings: [
      ...warningsOf(told, read),
      ...warn(parts, pointing, isContradicted),
      ...warnOfAuthors(withPersons.elements),
    ],
  };
  return { story, ownId: parts.ownId };
}

/** A dayless dateline is completed here, so that its warning may have become untrue. */
function warningsOf({ dateline }: WireStory, read: WireStory): readonly string[] {
  const isCompleted = dateline?.date !== null && read.dateline?.date === null;
  return isCompleted
    ? read.warnings.filter((warning) => !warning.startsWith("The dateline names a day"))
    : read.warnings;
}

interface PartedPosts {
  readonly worded: readonly IntakeBlock[];
  /** Posts to which the markup only points: without their words they cannot be kept. */
  readonly pointing: readonly IntakePost[];
}

/** A post that a document embeds twice stands in the story once. */
function partPosts(blocks: readonly IntakeBlock[]): PartedPosts {
  const seen = new Set<string>();
  const worded: IntakeBlock[] = [];
  const pointing: IntakePost[] = [];
  for (const block of blocks) {
    if (block.kind === "text") worded.push(block);
    else {
      const key = block.url ?? `${block.authorHandle}\n${block.text}`;
      if (!seen.has(key)) (block.text === "" ? pointing : worded).push(block);
      seen.add(key);
    }
  }
  return { worded, pointing };
}

function toStoryPart(block: IntakeBlock): Parameters<typeof readStoryParts>[0]["blocks"][number] {
  if (block.kind === "post") return { ...block, authorName: block.authorName || platformName(block) };
  const { text, line, role } = block;
  return { text, line, isList: role === "list", isSubhead: role === "subhead", followsBlank: true };
}

function platformName({ platform }: IntakePost): string {
  return platform === "X" ? "X" : platform.charAt(0) + platform.slice(1).toLowerCase().replace("_s", " S");
}

function mergeDateline(found: WireDateline | null, { dateline: told, publishedOn }: IntakeParts): WireDateline | null {
  if (!found && !told) return null;
  const text = found?.text ?? told?.text ?? told?.place ?? "";
  return {
    text,
    place: told?.place ?? found?.place ?? null,
    date: told?.date ?? found?.date ?? dayNear(text, publishedOn),
    agency: told?.agency ?? found?.agency ?? null,
  };
}

/** How far the day of filing may lie from the day of publication, in days. */
const FARTHEST_DAY = 10;

/** The day that a dateline names without its year, in the year in which it lies next to the publication. */
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

function warn(parts: IntakeParts, pointing: readonly IntakePost[], isContradicted: boolean): readonly string[] {
  const language = isContradicted
    ? [
        `The document calls its language ${parts.language?.value}, but its text is written otherwise, so that was not believed.`,
      ]
    : [];
  const posts = pointing.map(
    ({ url, line }) =>
      `Line ${line}: the words of the embedded post ${url ?? ""} are not in the document; add the post by hand.`,
  );
  return [...language, ...posts.slice(0, 20)];
}

function warnOfAuthors(elements: readonly WireElement[]): readonly string[] {
  return elements.flatMap((element, index) => {
    const isUnsigned = element.kind === "post" && element.platform === "YOUTUBE" && element.authorHandle === null;
    return isUnsigned ? [`elements[${index}]: the embedded video names no author; its platform stands in.`] : [];
  });
}
