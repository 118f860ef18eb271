/**
 * A letter with its combining marks, a syllable of Hangul, or a line break: the pieces of a text that are composed, or
 * normalised, without regard to their neighbours.
 */
const PIECE = /\r\n?|[\u1100-\u1112\uac00-\ud7a3][\u1161-\u1175]?[\u11a8-\u11c2]?\p{M}*|\P{M}\p{M}*|\p{M}+/gsu;

/** A piece as it is kept. */
function normalised(piece: string): string {
  return piece.startsWith("\r") ? "\n" : piece.normalize("NFC");
}

/**
 * Returns where an offset into a text as it was written is in the text as it is kept: its characters are composed, its
 * line breaks are line feeds, and white space at its ends is dropped. An offset outside of the one is outside of the other.
 */
export function keptOffsets(written: string, kept: string): (offset: number) => number {
  if (written === kept) return (offset) => offset;
  const moved = new Int32Array(written.length + 1);
  let [length, isStart, dropped] = [0, true, 0];
  for (const { index, 0: piece } of written.matchAll(PIECE)) {
    for (let at = 1; at < piece.length; at += 1) moved[index + at] = length + normalised(piece.slice(0, at)).length;
    length += normalised(piece).length;
    moved[index + piece.length] = length;
    isStart &&= piece.trim() === "";
    if (isStart) dropped = length;
  }
  return (offset) => {
    if (offset < 0) return offset;
    if (offset > written.length) return kept.length + 1;
    return Math.min(Math.max((moved[offset] ?? 0) - dropped, 0), kept.length);
  };
}
