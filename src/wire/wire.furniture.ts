import type { CopyBlock } from "./wire.layout.js";

/** Lines that agencies and content systems add around a story and that no reader should see. */
const wholeLine: readonly RegExp[] = [
  /^\W*(?:reuters?|rueters?|ruters?)\W*$/iu,
  /^\W*(?:end|ends|ends?\/\w{1,4}|ende|fin|fim|fine|schluss|more|mais|suite|sigue|folgt|endall|endit|more to (?:come|follow)|mehr folgt)\W*$/iu,
  /^[-–—#*=_.~\s]+$/u,
  /^[-–—#*\s(]*(?:30|0)[-–—#*\s)]*$/u,
  /^(?:©|\(c\)\s?\d|copyright\s*(?:©|\(c\)|:|\d{4}|by\s)).{0,200}$/iu,
  /^.{0,100}\b(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati)\b.{0,120}$/iu,
  /^\(?(?:additional |further )?(?:reporting|writing|editing|compiled) (?:and \w+ )?by\b.{0,240}\)?$/iu,
  /^\(?\p{Lu}.{2,160}\bcontributed (?:reporting\b|to this (?:report|story|article))[^.]{0,80}\.?\)?$/u,
  /^\((?:with (?:inputs?|reporting|files?|agenc)\b|mit material|avec (?:afp|agences)|con información).{0,120}\)$/iu,
  /^(?:advertisement|advertising|anzeige|publicité|publicidad|story continues below(?: advertisement)?|article continues below)\W*$/iu,
  /^(?:read more|see also|related|related stories|also read|more|more on this(?: story)?|don['’]t miss|mehr zum thema|mehr|lesen sie auch|weiterlesen|lire aussi|à lire aussi|lea también|lee también|leggi anche|leia também|اقرأ أيضا|اقرأ أيضًا|بیشتر بخوانید)\s*:.{0,160}$/iu,
  /^(?:share|share (?:this|on|via)\b[\p{L}\s/]{0,40}|sign up (?:for|to)\b.{0,120}|subscribe (?:to|now)\b.{0,120})\W*$/iu,
  /^(?:newsml|nitf|slug|keyword|topic|category|priority|urgency|word ?count|byline-?title|date ?written)s?\s*:.{0,160}$/iu,
  /^(?:flash|urgent|bulletin|alert|eilmeldung|عاجل|update \d{1,2}|\d(?:st|nd|rd|th) (?:ld|lead)[-\s\w]{0,40})\W*$/iu,
  /^(?:dpa|apa|afp|ap|epd|kna|sid|ots|tass|anp|efe|ansa)(?:\/\w+)?[-\s](?:[\w-]{1,24}\s){0,6}[\w-]{0,24}$/u,
  /^[a-z]{2,12}\/[a-z]{2,12}(?:\/[a-z]{2,12})?$/u,
  /^(?:file )?(?:photos?|fotos?|images?|bild|picture|photograph|crédit photo|fotografía|video|photo credit|credit)(?:\s(?:by|credit|von|de|par))?\s?:\s?.{1,120}$/iu,
  /^.{10,300}\((?:AP|File|Reuters|AFP|EPA|Getty)?\s?(?:Photo|Foto|Image|Video|Illustration)s?[\s/:][^()]{1,80}\)$/u,
];

/** What only the last lines of copy can be: who sent it, and a line of initials. */
const lastLine: readonly RegExp[] = [
  /^SOURCES?:?\s+\p{Lu}.{1,80}$/u,
  /^\W*(?:PRNewswire|AP|AFP|Reuters|dpa|APA|UPI|EFE|TASS|ANSA|Xinhua|KNA|epd)\W*$/u,
  /^\((?:schluss|ende|fin|fine|end)\)\s?[\p{L}/]{1,12}$/iu,
];

const contact =
  /^(?:(?:media|press|presse|medien|news|public)[\s-]?)?(?:contacts?|kontakt|inquiries|enquiries|anfragen|ansprechpartner(?:in)?|contacto|contatti)(?:\s(?:for (?:the )?media|presse|de prensa|information))?\s?:|^(?:for (?:more|further|additional) information|für (?:weitere|nähere) informationen|rückfragen?|pour plus d['’]informations?|para más información)\b.{0,60}:$/iu;

/** The contacts at the end of a release have no longer lines than this, and are among so many. */
const longestContact = 120;
const mostContacts = 14;

const trailing: readonly RegExp[] = [
  /\s+(?:REUTERS?|Reuters?)\W{0,6}$/u,
  /\s*\((?:END|ENDS|MORE|FIN|ENDE|FINE)\)\s*$/u,
  /\s+-{1,2}\s?(?:30|more|MORE|ends)\s?-{1,2}\s*$/u,
  /\s+#{2,}\s*$/u,
];

/** Takes agency furniture away: whole lines of it, and what it hangs on the end of the last paragraphs. */
export function dropFurniture(blocks: readonly CopyBlock[]): readonly CopyBlock[] {
  const kept = withoutContacts(blocks);
  const lastFrom = kept.length - 3;
  return kept.flatMap((block, index) => {
    const isLast = index >= lastFrom - 1 && index > 0;
    if (isFurniture(block.text, isLast)) return [];
    const text = index >= lastFrom ? withoutTail(block.text) : block.text;
    return text === "" ? [] : [{ ...block, text }];
  });
}

function isFurniture(text: string, isLast: boolean): boolean {
  if (text.length > 320) return false;
  return wholeLine.some((form) => form.test(text)) || (isLast && lastLine.some((form) => form.test(text)));
}

/** Takes the contacts of a press release away: their label near the end, and the short lines below it. */
function withoutContacts(blocks: readonly CopyBlock[]): readonly CopyBlock[] {
  const from = Math.max(1, blocks.length - mostContacts);
  const at = blocks.findIndex(
    ({ text }, index) => index >= from && text.length <= longestContact && contact.test(text),
  );
  if (at < 0) return blocks;
  const length = blocks
    .slice(at + 1)
    .findIndex(({ text }) => text.length > longestContact || /\p{Ll}{3}[.!?]$/u.test(text));
  return length < 0 ? blocks.slice(0, at) : [...blocks.slice(0, at), ...blocks.slice(at + 1 + length)];
}

/** Only the tail is looked at, so a very long line costs no more than a short one. */
function withoutTail(text: string): string {
  const cut = Math.max(0, text.length - 40);
  const tail = trailing.reduce((rest, form) => rest.replace(form, ""), text.slice(cut));
  return text.slice(0, cut) + tail;
}
