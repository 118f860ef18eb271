/**
 * The characters that windows-1252 has from 0x80 to 0x9f, where Latin-1 has control characters; 0x81, 0x8d, 0x8f, 0x90 and
 * 0x9d represent themselves. The decoder of some Node versions reads windows-1252 as if it were Latin-1.
 */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Control characters from 0x80 on as windows-1252 means them. */
export function fromWindows(text: string): string {
  return text.replace(/[\u0080-\u009f]/gu, (character) => HIGH[character.charCodeAt(0) - 0x80] ?? character);
}

/** The byte that windows-1252 has for a character, or null when it has none. */
export function windowsByte(character: string): number | null {
  const high = HIGH.indexOf(character);
  if (high >= 0) return high + 0x80;
  const code = character.charCodeAt(0);
  return code <= 0xff ? code : null;
}

/** The characters that windows-1252 has for the bytes from one to another, both included. */
export function windowsCharacters(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => fromWindows(String.fromCharCode(from + at)));
}
