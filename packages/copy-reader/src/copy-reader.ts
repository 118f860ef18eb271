/* The package's entry: copy in any format becomes stories. */

export { type ChunkDecoder, decodeBytes, decodeChunks, type KnownEncoding } from "./intake/intake.decode.js";
export type { WireFormat } from "./intake/intake.format.js";
export { type CopyPiece, createSplitter, STREAMED, type StoryPiece } from "./intake/intake.pieces.js";
export {
  type Copy,
  type CopyFault,
  type CopyFormat,
  type CopyResult,
  type CopyResults,
  formatOf,
  readCopies,
  readCopy,
  type ReadCopy,
  readPiece,
  type TakenBack,
  tellCounts,
} from "./read-copy.js";
export { WireCopyError } from "./wire/wire.fault.js";
export type { WireElement, WirePerson, WirePost, WireStory } from "./wire/wire.story.js";
export { readWireCopy } from "./wire/wire.text.js";
