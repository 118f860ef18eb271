import type { Element } from "domhandler";
import { type PlacedBlock } from "./blocks.js";
import { fold } from "../fold-text.js";
import { attribute, classesOf, parentOf } from "./tree.js";

/** What is known of a page's story before its text is found. */
export interface StoryHints {
  readonly headline: string | null;
  /** What the page shows to those who share it; many pages print it above the text. */
  readonly descriptions: readonly string[];
  /** The whole text, where the page carries it apart. */
  readonly text: string | null;
  /** The address of the page, against which its relative links are resolved. */
  readonly base?: string | undefined;
}

const SHORTEST_LEAD = 40;
const LONGEST_LEAD = 900;

/** Right under the headline, prose of this length is a lead whatever it is called. */
const SHORTEST_PLAIN_LEAD = 90;

/** How far above the text a lead is, in blocks. */
const FARTHEST_LEAD = 12;

/** The same where no headline is seen above it. */
const NEAREST_LEAD = 4;

/** How many elements around a block are looked at for a name. */
const MOST_AROUND = 5;

const LEAD_NAME =
  /(?:^|[\s_-])(?:(?:article|art|story|entry|post|news|ts|atc|a|mod)?[-_]*(?:lead|leads|leadtext|lead-text|lede|intro|introtext|intro-text|introduction|standfirst|sub-?title|sub-?headline|subhead|dek|deck|teaser|teaser-text|excerpt|summary|abstract|chapo|chapeau|vorspann|sapo|perex|entradilla|bajada|ingress|manchet|description))(?:$|[\s_-])/iu;

/**
 * The lead that a page prints between its headline and the text, where it is not part of the text: what the page itself
 * describes the story with, or what is named so and is between the two.
 */
export function findLead(
  before: readonly PlacedBlock[],
  story: readonly PlacedBlock[],
  hints: StoryHints,
): readonly PlacedBlock[] {
  const stated = new Set(story.map(({ block }) => fold(block.text)));
  const head = hints.headline === null ? "" : fold(hints.headline);
  const near = before.filter(({ linkedShare }) => linkedShare < 0.5).slice(-FARTHEST_LEAD);
  const top = near.findLastIndex((placed) => isInHeading(placed) || (head !== "" && fold(placed.block.text) === head));
  return near.filter((placed, index) => {
    const { block, linkedShare } = placed;
    if (block.kind !== "text" || linkedShare > 0.3) return false;
    if (block.text.length < SHORTEST_LEAD || block.text.length > LONGEST_LEAD || stated.has(fold(block.text)))
      return false;
    if (isDescription(fold(block.text), hints)) return true;
    if (top < 0) return index >= near.length - NEAREST_LEAD && isNamedLead(placed);
    return index > top && (block.text.length >= SHORTEST_PLAIN_LEAD || isNamedLead(placed));
  });
}

/** Whether a text is a description of the story, or each is the beginning of the other. */
function isDescription(folded: string, { descriptions }: StoryHints): boolean {
  return descriptions.some((description) => {
    const stated = fold(description.replace(/\s*(?:\.\.\.|…|\[…\])\s*$/u, ""));
    return stated.length >= SHORTEST_LEAD && (folded.startsWith(stated) || stated.startsWith(folded));
  });
}

function isInHeading({ element }: PlacedBlock): boolean {
  let around: Element | null = element;
  for (let count = 0; around && count < MOST_AROUND; count += 1) {
    if (around.name === "h1") return true;
    around = parentOf(around);
  }
  return false;
}

function isNamedLead({ element }: PlacedBlock): boolean {
  let around: Element | null = element;
  for (let count = 0; around && count < MOST_AROUND; count += 1) {
    const names = `${classesOf(around).join(" ")} ${attribute(around, "itemprop") ?? ""}`.slice(0, 500);
    if (LEAD_NAME.test(names.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, "-"))) return true;
    around = parentOf(around);
  }
  return false;
}
