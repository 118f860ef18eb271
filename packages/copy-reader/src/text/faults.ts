/** Opens and closes of explicit directions and isolates, as UAX #9 pairs them. */
const BIDI_OPENERS = /[\u202A\u202B\u202D\u202E\u2066-\u2068]/u;
const POP_DIRECTION = "\u202C";
const POP_ISOLATE = "\u2069";
const ISOLATES = /[\u2066-\u2068]/u;

/** Control characters, except for the line feed and the tab. */
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]/u;

function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const character of text) {
    if (BIDI_OPENERS.test(character)) open.push(ISOLATES.test(character) ? POP_ISOLATE : POP_DIRECTION);
    else if ((character === POP_DIRECTION || character === POP_ISOLATE) && open.pop() !== character) return false;
  }
  return open.length === 0;
}

/**
 * What makes a text unfit to be kept, in words for its author, or null when nothing does: half a surrogate pair, which
 * no encoding can carry; control characters; direction controls that are not closed, which would turn round what
 * is behind the text in a page.
 */
export function textFault(text: string): string | null {
  if (!text.isWellFormed()) return "holds half a surrogate pair, which is not a character";
  const control = CONTROLS.exec(text)?.[0];
  if (control !== undefined) {
    const code = (control.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return `holds the control character U+${code}`;
  }
  if (/[\u202A-\u202E\u2066-\u2069]/u.test(text) && !isBalanced(text))
    return "holds direction controls that are not closed";
  return null;
}

/** Nobody nests directions deeper; UAX #9 ends at 125. */
const MOST_OPEN = 125;

/**
 * The text with every direction control closed at its end and without closes of what was never opened; without any where
 * more are open than can be.
 */
export function closeDirections(text: string): string {
  if (!/[\u202A-\u202E\u2066-\u2069]/u.test(text) || isBalanced(text)) return text;
  const open: string[] = [];
  const kept: string[] = [];
  for (const character of text) {
    if (BIDI_OPENERS.test(character)) open.push(ISOLATES.test(character) ? POP_ISOLATE : POP_DIRECTION);
    else if ((character === POP_DIRECTION || character === POP_ISOLATE) && open.at(-1) !== character) continue;
    else if (character === POP_DIRECTION || character === POP_ISOLATE) open.pop();
    kept.push(character);
  }
  if (open.length > MOST_OPEN) return text.replace(/[\u202A-\u202E\u2066-\u2069]/gu, "");
  return kept.join("") + open.reverse().join("");
}

/** Whether a text shows nothing: it has only white space and characters without a shape of their own. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]*$/u.test(text);
}
