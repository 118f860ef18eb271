import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

const MAX_BYTES = 64 * 1024 * 1024;
/** A larger document is parsed and validated each time. */
const MAX_DOCUMENT_BYTES = 2 * 1024 * 1024;

/** What one token costs in memory: the token itself and its part of the syntax tree, as measured in Node 20. */
const BYTES_PER_TOKEN = 500;

/** The text that a document was parsed from is kept for the positions in errors, comments included. */
function sizeOf(document: DocumentNode): number {
  return 1 + 2 * (document.loc?.source.body.length ?? 0) + BYTES_PER_TOKEN * (document.tokenCount ?? 0);
}

/** Where Apollo keeps the documents that it has parsed and validated; the least recently used make room for others. */
export interface DocumentStore {
  readonly get: (key: string) => Promise<DocumentNode | undefined>;
  readonly set: (key: string, document: DocumentNode) => Promise<void>;
  readonly delete: (key: string) => Promise<boolean>;
}

/** A store that is bounded in bytes. */
export function createDocumentStore(): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: MAX_BYTES,
    maxEntrySize: MAX_DOCUMENT_BYTES,
    sizeCalculation: sizeOf,
  });
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => void documents.set(key, document),
    delete: async (key) => documents.delete(key),
  };
}
