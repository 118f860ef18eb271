import { findClosingCredit, isCredit, isNameList } from "./credits.js";
import type { CopyBlock } from "./blocks.js";

/** Lines that agencies and content systems add around a story. Each form matches a whole line that can be nothing else. */
const wholeLine: readonly RegExp[] = [
  /^\W*(?:reuters?|rueters?|ruters?)\W*$/iu,
  /^[\s(<[/.*#=–—-]*(?:end|ends|ends?\/\w{1,4}|ende|fin|fim|fine|schluss|more|mais|suite|sigue|folgt|endall|endit|more to (?:come|follow)|mehr folgt)[\s)>\]/.*#=…–—-]*$/iu,
  /^[-–—#*=_.~\s]+$/u,
  /^[-–—#*\s(]*(?:30|0)[-–—#*\s)]*$/u,
  /^(?:©|\(c\)\s?\d|copyright\s*(?:©|\(c\)|:|\d{4})).{0,200}$/iu,
  /^(?:Copyright|COPYRIGHT)\s+by\s+(?:\p{Lu}[\p{L}.&'’-]*[\s,.]*){1,6}(?:\d{4}[.\s]*)?$/u,
  /^(?:[^"“„«]{0,99}[.,;:|©\d–—-]\s*)?(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati)\b[^"“„«]{0,120}$/iu,
  /^\((?:with (?:inputs?|reporting|files?|agenc)\b|mit material|avec (?:afp|agences)|con información).{0,120}\)$/iu,
  /^(?:advertisement|advertising|anzeige|publicité|publicidad|story continues below(?: advertisement)?|article continues below)\W*$/iu,
  /^(?:read more|see also|related stories|also read|more on this(?: story)?|don['’]t miss|mehr zum thema|lesen sie auch|weiterlesen|lire aussi|à lire aussi|lea también|lee también|leggi anche|leia também|اقرأ أيضا|اقرأ أيضًا|بیشتر بخوانید)\s*:.{0,160}$/iu,
  /^(?:related|more|mehr)\s*:[^"“„«]{0,160}[^.!?"”»\s]$/iu,
  /^share(?: (?:this|on|via))?(?:\s(?:this|on|via|with|to|by|and|or|your|friends|story|article|post|page|link|facebook|twitter|x|whatsapp|linkedin|e-?mail|telegram|reddit))*\W*$/iu,
  /^(?:sign up (?:for|to)|subscribe (?:to|now))\b(?=.{0,80}\b(?:newsletters?|podcasts?|channel|updates|alerts|feed|e-?mails?|inbox|now|today|here)\b)[^"“„«,]{0,120}$/iu,
  /^(?:newsml|nitf|slug|keyword|topic|category|priority|urgency|word ?count|byline-?title|date ?written)s?\s*:.{0,159}[^.!?"”]$/iu,
  /^(?:flash|urgent|bulletin|alert|eilmeldung|عاجل|update \d{1,2}|\d(?:st|nd|rd|th) (?:ld|lead)[-\s\w]{0,40})\W*$/iu,
  /^(?:dpa|apa|afp|ap|epd|kna|sid|ots|tass|anp|efe|ansa)(?:\/\w+)?[-\s](?:[\w-]{1,24}\s){0,6}[\w-]{0,24}$/u,
  /^[a-z]{2,12}\/[a-z]{2,12}(?:\/[a-z]{2,12})?$/u,
];

const picture =
  /^(?:file )?(?:photos?|fotos?|images?|bild|picture|photograph|crédit photo|fotografía|video|photo credit|credit)(?:\s(?:by|credit|von|de|par))?\s?:\s?(?<credit>.{1,120})$/iu;
const caption =
  /^(?<words>.{10,300}?)\s*\((?:AP|File|Reuters|AFP|EPA|Getty)?\s?(?:Photo|Foto|Image|Video|Illustration)s?[\s/:][^()]{1,80}\)$/u;
const contribution =
  /^\(?(?<names>\p{Lu}.{2,160}?),?\s(?:also )?contributed (?:reporting\b|to this (?:report|story|article))(?:\s(?:from|in)\s(?<place>[^.]{0,80}))?\.?\)?$/u;

/** Forms of the last lines only: the source of a release, the agency, the initials of an editor. */
const lastLine: readonly RegExp[] = [
  /^SOURCES?:?\s+\p{Lu}.{0,79}(?:[^.!?"”]|\b(?:Inc|Ltd|Co|Corp|Plc|plc)\.)$/u,
  /^\W*(?:PRNewswire|AP|AFP|Reuters|dpa|APA|UPI|EFE|TASS|ANSA|Xinhua|KNA|epd)\W*$/u,
  /^\((?:schluss|ende|fin|fine|end)\)\s?[\p{L}/]{1,12}$/iu,
];

const contact =
  /^(?:(?:media|press|presse|medien|news|public)[\s-]?)?(?:contacts?|kontakt|inquiries|enquiries|anfragen|ansprechpartner(?:in)?|contacto|contatti)(?:\s(?:for (?:the )?media|presse|de prensa|information))?\s?:|^(?:for (?:more|further|additional) information|für (?:weitere|nähere) informationen|rückfragen?|pour plus d['’]informations?|para más información)\b.{0,60}:$/iu;

/** The contacts at the end of a release have no longer lines than this, and are among so many. */
const longestContact = 120;
const mostContacts = 14;

/** The end of a whole sentence, before what an agency hangs on it. */
const sentenceEnd = /[.!?…]["”»“’')\]]{0,3}$/u;

/** What an agency hangs on the end of a story. Each is cut off only behind a whole sentence, a figure or a bracket. */
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
 * Leaves out agency furniture: whole lines of it, and what it hangs on the end of the last paragraphs. `endsStory` is
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
