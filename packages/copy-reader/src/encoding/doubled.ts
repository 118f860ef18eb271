import { windowsByte } from "../text/windows-1252.js";

/** Letters that the first bytes of UTF-8 become when it is read as windows-1252, before what its further bytes become. */
const DOUBLED = /[ÂÃÄÅÎÏÐÑ×ØÙÚÛà-ï][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u203a\u20ac\u2122ŠšŽž]/gu;

/** What the same places become when single characters of them were lost. */
const LEFT = /[ÐÑ×ØÙÚÛÎÏ](?=[\s\u0080-\u00bf\p{Lu}?\ufffd]|$)/gmu;

/** Fewer such places may be what an author meant to write. */
const FEWEST = 4;

/** No text was encoded more often than so. */
const MOST_ROUNDS = 3;

/** What an editor learns about text that was corrected. */
export const PUT_RIGHT = "The text had been encoded as UTF-8 twice before it came here; it was put right.";

/** Why text that cannot be corrected is refused. */
export const DOUBLED_AND_LOST =
  "The text was encoded as UTF-8 twice before it came here, and characters of it were lost; get it from its sender again.";

/** Text that was encoded as UTF-8 more than once. */
export interface DoubledText {
  /** The text as it was meant; null when characters of it were lost on the way. */
  readonly content: string | null;
}

/**
 * Undoes a second encoding of a whole text: UTF-8 that was read as windows-1252 or Latin-1 and written as UTF-8 again.
 * Null for text that was encoded once. A text of which only some lines were encoded twice is corrected line by line.
 */
export function undouble(content: string): DoubledText | null {
  if ((content.match(DOUBLED)?.length ?? 0) < FEWEST) return null;
  const lines = content.split("\n").map((line) => undoubleLine(line));
  const text = lines.join("\n");
  if (text === content) return isLost(content) ? { content: null } : null;
  return { content: isLost(text) ? null : text };
}

function undoubleLine(line: string): string {
  let text = line;
  for (let round = 0; round < MOST_ROUNDS && /[^\p{ASCII}]/u.test(text); round += 1) {
    const once = decodeAgain(text);
    if (once === null) return text;
    text = once;
  }
  return text;
}

/** Null when the characters are no UTF-8 that was misread. */
function decodeAgain(text: string): string | null {
  const bytes: number[] = [];
  for (const character of text) {
    const byte = windowsByte(character);
    if (byte === null) return null;
    bytes.push(byte);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

/** Whether words of another script than the Latin are still misread. */
function isLost(text: string): boolean {
  return (text.match(LEFT)?.length ?? 0) >= FEWEST * 2 && (text.match(/\p{L}{3}/gu)?.length ?? 0) > 0;
}
