import {
  ADVERTISEMENT,
  ALL_RIGHTS_RESERVED,
  CONTACT,
  CONTACT_FOR,
  CONTACT_KIND,
  END_MARKS,
  MADE_BY,
  MORE_INFORMATION,
  PICTURE,
  READ_ALSO,
  RELATED,
  SHARE,
  SIGNED_END,
  SUBSCRIBE,
  SUBSCRIPTION,
  TRANSMISSION_FIELD,
  URGENCY,
  WITH_MATERIAL,
} from "../lexicon/furniture.js";
import { anyOf } from "../lexicon/wordings.js";
import { findClosingCredit, isCredit, isNameList } from "./credits.js";
import type { CopyBlock } from "./blocks.js";

/** Lines that agencies and content systems add around a story. Each form matches a whole line that can be nothing else. */
const wholeLine: readonly RegExp[] = [
  /^\W*(?:reuters?|rueters?|ruters?)\W*$/iu,
  new RegExp(String.raw`^[\s(<[/.*#=–—\-]*${anyOf(END_MARKS)}[\s)>\]/.*#=…–—\-]*$`, "iu"),
  /^[-–—#*=_.~\s]+$/u,
  /^[-–—#*\s(]*(?:30|0)[-–—#*\s)]*$/u,
  /^(?:©|\(c\)\s?\d|copyright\s*(?:©|\(c\)|:|\d{4})).{0,200}$/iu,
  /^(?:Copyright|COPYRIGHT)\s+by\s+(?:\p{Lu}[\p{L}.&'’-]*[\s,.]*){1,6}(?:\d{4}[.\s]*)?$/u,
  new RegExp(String.raw`^(?:[^"“„«]{0,99}[.,;:|©\d–—\-]\s*)?${anyOf(ALL_RIGHTS_RESERVED)}\b[^"“„«]{0,120}$`, "iu"),
  new RegExp(String.raw`^\(${anyOf(WITH_MATERIAL)}.{0,120}\)$`, "iu"),
  new RegExp(String.raw`^${anyOf(ADVERTISEMENT)}\W*$`, "iu"),
  new RegExp(String.raw`^${anyOf(READ_ALSO)}\s*:.{0,160}$`, "iu"),
  new RegExp(String.raw`^${anyOf(RELATED)}\s*:[^"“„«]{0,160}[^.!?"”»\s]$`, "iu"),
  new RegExp(String.raw`^${anyOf(SHARE)}\W*$`, "iu"),
  new RegExp(String.raw`^${anyOf(SUBSCRIBE)}\b(?=.{0,80}\b${anyOf(SUBSCRIPTION)}\b)[^"“„«,]{0,120}$`, "iu"),
  new RegExp(String.raw`^${anyOf(TRANSMISSION_FIELD)}s?\s*:.{0,159}[^.!?"”]$`, "iu"),
  new RegExp(String.raw`^${anyOf(URGENCY)}\W*$`, "iu"),
  /^(?:dpa|apa|afp|ap|epd|kna|sid|ots|tass|anp|efe|ansa)(?:\/\w+)?[-\s](?:[\w-]{1,24}\s){0,6}[\w-]{0,24}$/u,
  /^[a-z]{2,12}\/[a-z]{2,12}(?:\/[a-z]{2,12})?$/u,
];

const picture = new RegExp(
  String.raw`^(?:file )?${anyOf(PICTURE)}(?:\s${anyOf(MADE_BY)})?\s?:\s?(?<credit>.{1,120})$`,
  "iu",
);
const caption =
  /^(?<words>.{10,300}?)\s*\((?:AP|File|Reuters|AFP|EPA|Getty)?\s?(?:Photo|Foto|Image|Video|Illustration)s?[\s/:][^()]{1,80}\)$/u;
const contribution =
  /^\(?(?<names>\p{Lu}.{2,160}?),?\s(?:also )?contributed (?:reporting\b|to this (?:report|story|article))(?:\s(?:from|in)\s(?<place>[^.]{0,80}))?\.?\)?$/u;

/** Forms of the last lines only: the source of a release, the agency, the initials of an editor. */
const lastLine: readonly RegExp[] = [
  /^SOURCES?:?\s+\p{Lu}.{0,79}(?:[^.!?"”]|\b(?:Inc|Ltd|Co|Corp|Plc|plc)\.)$/u,
  /^\W*(?:PRNewswire|AP|AFP|Reuters|dpa|APA|UPI|EFE|TASS|ANSA|Xinhua|KNA|epd)\W*$/u,
  new RegExp(String.raw`^\(${anyOf(SIGNED_END)}\)\s?[\p{L}/]{1,12}$`, "iu"),
];

const contact = new RegExp(
  [
    String.raw`^(?:${anyOf(CONTACT_KIND)}[\s\-]?)?${anyOf(CONTACT)}(?:\s${anyOf(CONTACT_FOR)})?\s?:`,
    String.raw`^${anyOf(MORE_INFORMATION)}\b.{0,60}:$`,
  ].join("|"),
  "iu",
);

/** The longest line of the contacts at the end of a release, and how many of the last lines may be contacts. */
const longestContact = 120;
const mostContacts = 14;

/** The end of a whole sentence, before what an agency appends to it. */
const sentenceEnd = /[.!?…]["”»“’')\]]{0,3}$/u;

/** What an agency appends to the end of a story. Each is cut off only behind a whole sentence, a figure or a bracket. */
const hanging = /\s+(?:REUTERS?|Reuters?)\W{0,6}$/u;
const trailing: readonly RegExp[] = [
  /\s*\((?:END|ENDS|MORE|FIN|ENDE|FINE)\)\s*$/u,
  /\s+-{1,2}\s?(?:30|more|MORE|ends)\s?-{1,2}\s*$/u,
  /\s+#{2,}\s*$/u,
];

/** The paragraphs of a story, and what was left out around them. */
export interface WithoutFurniture {
  readonly kept: readonly CopyBlock[];
  /** The texts that were left out, in order. */
  readonly removed: readonly string[];
}

/**
 * Leaves out agency furniture: whole lines of it, and what it appends to the last paragraphs. `endsStory` is
 * false where more of the story follows the blocks.
 */
export function dropFurniture(blocks: readonly CopyBlock[], endsStory = true): WithoutFurniture {
  const removed: string[] = [];
  const own = endsStory ? withoutContacts(blocks) : blocks;
  const ownSet = new Set(own);
  removed.push(...blocks.filter((block) => !ownSet.has(block)).map(({ text }) => text));
  const lastFrom = endsStory ? own.length - 3 : Number.POSITIVE_INFINITY;
  const kept = own.flatMap((block, index) => {
    if (isFurniture(block.text, index >= lastFrom - 1 && index > 0)) {
      removed.push(block.text);
      return [];
    }
    const text = index >= lastFrom ? withoutTail(block.text) : block.text;
    if (text !== block.text) removed.push(block.text.slice(text.length).trim());
    return text === "" ? [] : [{ ...block, text }];
  });
  return { kept, removed };
}

function isFurniture(text: string, isLast: boolean): boolean {
  if (text.length > 420) return false;
  if (wholeLine.some((form) => form.test(text)) || isCredit(text) || isContribution(text)) return true;
  return isPictureCredit(text) || (isLast && lastLine.some((form) => form.test(text)));
}

function isContribution(text: string): boolean {
  const { names, place } = contribution.exec(text)?.groups ?? {};
  return names !== undefined && isNameList(names) && (place === undefined || isNameList(place));
}

/** “Photo: Ann Smith/Coast News”, or a caption with its credit in brackets; a sentence of the story has no such end. */
function isPictureCredit(text: string): boolean {
  const credit = picture.exec(text)?.groups?.["credit"];
  if (credit !== undefined) return !/["“„«»]|\p{Ll}{2}[.!?]$/u.test(credit) || isNameList(credit);
  return !/["“„«»]/u.test(caption.exec(text)?.groups?.["words"] ?? "“");
}

/**
 * Leaves out the contacts of a press release: their label near the end, and the short lines below it. One of them has an
 * address or a number.
 */
function withoutContacts(blocks: readonly CopyBlock[]): readonly CopyBlock[] {
  // Above the text they are lines of the head.
  const prose = blocks.findIndex(({ text }) => text.length > longestContact || isSentence(text));
  const from = prose < 0 ? blocks.length : Math.max(prose + 1, blocks.length - mostContacts);
  const at = blocks.findIndex(({ text }, index) => index >= from && opensContacts(text));
  if (at < 0) return blocks;
  const length = blocks.slice(at + 1).findIndex(({ text }) => text.length > longestContact || isSentence(text));
  const end = length < 0 ? blocks.length : at + 1 + length;
  const isReachable = blocks.slice(at, end).some(({ text }) => /@|\d{3}|https?:|www\./u.test(text));
  return isReachable ? [...blocks.slice(0, at), ...blocks.slice(end)] : blocks;
}

function opensContacts(text: string): boolean {
  return text.length <= longestContact && contact.test(text);
}

function isSentence(text: string): boolean {
  return /\p{Ll}{2}[.!?…]["”»“’)]{0,2}$/u.test(text) || /^["“„«].*["”“»]/u.test(text);
}

/** Only the tail is looked at, so a very long line costs no more than a short one. */
function withoutTail(text: string): string {
  const cut = Math.max(0, text.length - 40);
  const tail = trailing.reduce((rest, form) => rest.replace(form, ""), withoutAgency(text.slice(cut)));
  const plain = text.slice(0, cut) + tail;
  const credit = findClosingCredit(plain);
  return credit === null ? plain : plain.slice(0, credit).trimEnd();
}

/** “… her deputy told Reuters.” is a sentence of the story; “… on Monday. REUTER” is signed. */
function withoutAgency(tail: string): string {
  const at = hanging.exec(tail)?.index ?? -1;
  if (at < 0) return tail;
  const before = tail.slice(0, at);
  const isSigned = sentenceEnd.test(before) || (/\sREUTERS?\W{0,6}$/u.test(tail) && /[\d)%]$/u.test(before));
  return isSigned ? before : tail;
}
