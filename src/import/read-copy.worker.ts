import { type Copy, type CopyResult, type CopyResults, readCopies, readCopy } from "@dateline/copy-reader";

/*
 * What a worker thread runs. It imports nothing but the reading of copy, so that a thread starts quickly.
 */

/** Reads copy of one story. */
export function readOne(copy: Copy): Promise<CopyResult> {
  return readCopy(copy);
}

/** Reads each story of some copy. */
export function readAll(copy: Copy): Promise<CopyResults> {
  return readCopies(copy);
}
