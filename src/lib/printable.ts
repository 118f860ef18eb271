const CONTROLS = /\p{Cc}/gu;

/** Control characters, line ends, and those that change the direction of the text after them. */
const UNFIT_FOR_LINES = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

function escape(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 2 ? `\\u{${code}}` : `\\x${code.padStart(2, "0")}`;
}

/** A text of several lines that a terminal only shows: control characters but line feeds and tabs are written out. */
export function printable(text: string): string {
  return text.replaceAll(CONTROLS, (character) => (/[\n\t]/.test(character) ? character : escape(character)));
}

/** A text that is safe to print on one line of a terminal, such as a file name, which may contain any character. */
export function printableLine(text: string): string {
  return text.replaceAll(UNFIT_FOR_LINES, escape);
}
