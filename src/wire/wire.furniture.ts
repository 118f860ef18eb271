import type { CopyBlock } from "./wire.layout.js";

/** Lines that agencies and content systems add around a story and that no reader should see. */
const wholeLine: readonly RegExp[] = [
  /^\W*(?:reuters?|rueters?|ruters?)\W*$/iu,
  /^\W*(?:end|ends|ends?\/\w{1,4}|ende|fin|fim|fine|more|mais|suite|sigue|folgt|endall|endit|more to (?:come|follow)|mehr folgt)\W*$/iu,
  /^[-–—#*=_.~\s\d]*(?:30|0)?[-–—#*=_.~\s]*$/u,
  /^(?:©|\(c\)|copyright\b).{0,160}$/iu,
  /^\(?(?:additional |further )?(?:reporting|writing|editing|compiled) (?:and \w+ )?by\b.{0,240}\)?$/iu,
  /^(?:advertisement|advertising|anzeige|publicité|publicidad|story continues below(?: advertisement)?)\W*$/iu,
  /^(?:read more|see also|related|mehr zum thema|lire aussi|lea también)\s*:.{0,160}$/iu,
  /^(?:newsml|nitf|slug|keyword|topic|category|priority|urgency|word ?count|embargo|byline-?title|date ?written)s?\s*:.{0,160}$/iu,
  /^(?:flash|urgent|bulletin|alert|eilmeldung|update \d{1,2}|\d(?:st|nd|rd|th) (?:ld|lead)[-\s\w]{0,40})\W*$/iu,
  /^(?:dpa|apa|afp|ap|epd|kna|sid|ots|tass|anp|efe|ansa)(?:\/\w+)?[-\s](?:[\w-]{1,24}\s){0,6}[\w-]{0,24}$/u,
  /^[a-z]{2,12}\/[a-z]{2,12}(?:\/[a-z]{2,12})?$/u,
];

const trailing: readonly RegExp[] = [
  /\s+(?:REUTERS?|Reuters?)\W{0,6}$/u,
  /\s*\((?:END|ENDS|MORE|FIN|ENDE|FINE)\)\s*$/u,
  /\s+-{1,2}\s?(?:30|more|MORE|ends)\s?-{1,2}\s*$/u,
  /\s+#{2,}\s*$/u,
];

/** Takes agency furniture away: whole lines of it, and what it hangs on the end of the last paragraphs. */
export function dropFurniture(blocks: readonly CopyBlock[]): readonly CopyBlock[] {
  const lastFrom = blocks.length - 3;
  return blocks.flatMap((block, index) => {
    if (block.text.length <= 260 && wholeLine.some((form) => form.test(block.text))) return [];
    const text = index >= lastFrom ? withoutTail(block.text) : block.text;
    return text === "" ? [] : [{ ...block, text }];
  });
}

/** Only the tail is looked at, so a very long line costs no more than a short one. */
function withoutTail(text: string): string {
  const cut = Math.max(0, text.length - 40);
  const tail = trailing.reduce((rest, form) => rest.replace(form, ""), text.slice(cut));
  return text.slice(0, cut) + tail;
}
