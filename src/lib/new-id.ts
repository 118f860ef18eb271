import { v7 } from "uuid";

/** A new key: a UUID of version 7, so that later keys are greater and rows written together are adjacent in indexes. */
export function newId(): string {
  return v7();
}
