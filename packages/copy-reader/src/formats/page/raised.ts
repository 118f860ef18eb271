/** Characters that Unicode has above the line, with those that represent them in markup. */
const RAISED = new Map([..."0123456789+-=()n"].map((plain, at) => [plain, [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ"][at] ?? plain]));
/** The same below the line. */
const LOWERED = new Map([..."0123456789+-=()"].map((plain, at) => [plain, [..."₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"][at] ?? plain]));

/** What shows that raised letters are a variable of mathematics and not the end of an ordinal or an abbreviation. */
const VARIABLE = /^[xyzkmpq]$/u;
/** Letters of ordinals and abbreviations, such as those of 5th, 1er or Mme. */
const ENDING = /^[\p{L}\p{M}.ºª™℠®]+$/u;

/**
 * Raised text on the line, so that it cannot be taken for what it is raised above: digits as superscripts, other exponents
 * behind a caret. The letters of ordinals and abbreviations stay as they are.
 */
export function raiseText(text: string): string {
  const own = text.trim().replaceAll("−", "-");
  if (own === "") return text;
  const inUnicode = inCharacters(own, RAISED);
  if (inUnicode !== null) return inUnicode;
  if (ENDING.test(own) && !VARIABLE.test(own)) return text;
  // What is long is a remark above the line and no exponent.
  if (own.length > 12 || !/^[\p{L}\p{N}+\-*/.,()\s]+$/u.test(own)) return text;
  return /^[\p{L}\p{N}.]+$/u.test(own) ? `^${own}` : `^(${own})`;
}

/** Lowered text on the line: digits as subscripts, other characters unchanged. */
export function lowerText(text: string): string {
  return inCharacters(text.trim().replaceAll("−", "-"), LOWERED) ?? text;
}

function inCharacters(text: string, characters: ReadonlyMap<string, string>): string | null {
  const found = [...text].map((one) => characters.get(one));
  return text !== "" && found.every((one) => one !== undefined) ? found.join("") : null;
}

/** Digits and signs that mark a note. */
const NOTE = /^(?:\[?\p{Nd}{1,3}\]?|[*†‡§¶]{1,3})$/u;

/**
 * Whether raised text is the mark of a note: in brackets, a sign, or a number behind the end of a sentence or a closing
 * quotation mark, where no exponent can be.
 */
export function isRaisedNote(text: string, before: string): boolean {
  const own = text.trim();
  if (!NOTE.test(own)) return false;
  return /^[[*†‡§¶]/u.test(own) || /[.,;:!?…”’»"]\s*$/u.test(before.slice(-3));
}

const NOTE_NAME = /(?:^|[\s_-])(?:foot-?notes?|end-?notes?|fn|note-?ref|references?|cite|citation)(?:$|[\s_-])/iu;

/** Whether raised text is a number that its class names the mark of a note. */
export function isNamedNote(className: string | undefined, text: string): boolean {
  return className !== undefined && NOTE.test(text.trim()) && NOTE_NAME.test(className.slice(0, 500));
}
