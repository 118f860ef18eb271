import { z } from "zod";

/** The key and version of an article after a write. */
export interface WrittenArticle {
  /** The bare key. */
  readonly articleId: string;
  readonly version: number;
}

/** An article after a write, and the bare key of the part that the write was about. */
export interface WrittenPart extends WrittenArticle {
  readonly partId: string;
}

/** How the result of a write of an article is kept for its idempotency key. */
export const WRITTEN_ARTICLE = z.object({ articleId: z.uuid(), version: z.int() });

/** How the result of a write of an article's part is kept. */
export const WRITTEN_PART = WRITTEN_ARTICLE.extend({ partId: z.uuid() });
