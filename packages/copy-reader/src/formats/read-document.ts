import { refuseForeignMarkup, refuseUnreadable } from "../story/fault.js";
import { judgeMojibake } from "../text/mojibake.js";
import { FREE, joinReleases } from "../story/release.js";
import { readPlainCopy } from "../story/read-plain-copy.js";
import { type AssembledStory, assembleStory } from "../assembly/assemble.js";
import type { CopyFormat } from "./format.js";
import { repairParts } from "../assembly/repaired-parts.js";
import type { DocumentParts, SenderOptions } from "./document-parts.js";
import { readHtml } from "./page/page.js";
import { readNewsml } from "./xml/newsml.js";
import { readNinjs } from "./json/ninjs.js";
import { readNitf } from "./xml/nitf.js";
import { isWithdrawal, type Withdrawal, withdrawOrRefuse } from "./notices.js";
import { readAgencyMessage } from "./envelope/messages.js";

/** The formats whose documents hold the parts of one story as separate fields, and are text themselves. */
export type DocumentFormat = Exclude<CopyFormat, "TEXT" | "EMAIL" | "WXR">;

const READERS = {
  HTML: readHtml,
  NINJS: readNinjs,
  NITF: readNitf,
  NEWSML_G2: readNewsml,
  IPTC7901: readAgencyMessage,
  ANPA: readAgencyMessage,
} as const;

/**
 * Reads a document into a story. Nothing in it is run and nothing is fetched; entities of its own are not expanded. Time
 * and memory are about linear in its length. Throws a CopyError with the line when it is broken, cut off, not text,
 * or holds no story; one that only takes a story back is a withdrawal.
 */
export function readDocument(
  format: DocumentFormat,
  content: string,
  options: SenderOptions = {},
): AssembledStory | Withdrawal {
  refuseUnreadable(content);
  // The readers of standards say themselves what they miss.
  if (format === "HTML") refuseForeignMarkup(content);
  return finishDocument(READERS[format](content), options);
}

/** Reads plain copy into a story. Throws a CopyError with the line when it is not text or holds no story. */
export function readTextCopy(content: string, options: SenderOptions = {}): AssembledStory {
  const { repair, warnings } = judgeMojibake([content]);
  const story = readPlainCopy(repair(content), options);
  return { kind: "story", story: { ...story, warnings: [...warnings, ...story.warnings] }, ownId: null };
}

/** Makes a story of the parts that a document holds as separate fields. Throws a CopyError when it holds none. */
export function finishDocument(
  read: DocumentParts | Withdrawal,
  options: SenderOptions = {},
): AssembledStory | Withdrawal {
  if (isWithdrawal(read)) return read;
  const { parts, warnings } = repairParts(read);
  const { story, ownId } = assembleStory(parts, options);
  const release = joinReleases(parts.release ?? FREE, story);
  const { elements, headline } = story;
  // A headline over an embed is a story; an embed alone is none.
  if (elements.every(({ text }) => text === "") && (elements.length === 0 || headline === null))
    return withdrawOrRefuse("The document holds no text of a story.", 1, release, ownId);
  return { kind: "story", story: { ...story, ...release, warnings: [...warnings, ...story.warnings] }, ownId };
}
