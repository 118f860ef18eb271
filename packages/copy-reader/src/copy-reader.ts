/* The package's entry: copy in any format becomes stories. */

export { type ChunkDecoder, decodeBytes, decodeChunks, type KnownEncoding } from "./encoding/decode.js";
export type { WireFormat } from "./formats/format.js";
export { type CopyPiece, createSplitter, STREAMED, type StoryPiece } from "./formats/pieces.js";
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
export { WireCopyError } from "./story/fault.js";
export type { WireElement, WirePerson, WirePost, WireStory } from "./story/story-value.js";
export { readWireCopy } from "./story/read-plain-copy.js";
