/* The package's entry: copy in any format becomes stories. */

export { type ChunkDecoder, decodeBytes, decodeChunks, type KnownEncoding } from "./encoding/decode.js";
export type { CopyFormat } from "./formats/format.js";
export { type CopyPiece, createSplitter, type ExportedPictures, STREAMED, type StoryPiece } from "./formats/pieces.js";
export {
  type Copy,
  type FaultResult,
  type RequestedFormat,
  type CopyResult,
  type CopyResults,
  formatOf,
  readCopies,
  readCopy,
  type StoryResult,
  readPiece,
  type WithdrawalResult,
  describeCounts,
} from "./read-copy.js";
export { CopyError } from "./story/fault.js";
export type { StoryElement, StoryImage, StoryPerson, StoryPost, CopyStory } from "./story/story-value.js";
export { readPlainCopy } from "./story/read-plain-copy.js";
