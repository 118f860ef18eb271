import type { Database } from "../database/client.js";
import { PUBLISHED_VIEW, type View } from "../graphql/loading/view.js";
import { PREVIEW_KEY, readPreview } from "./preview.js";
import { installationKey } from "./installation-key.service.js";

/** Returns what a preview token lets its holder see; null when the token is forged, malformed or expired. */
export type OpenPreview = (token: string, now: Date) => Promise<View | null>;

/**
 * Opens preview tokens of a database. The key is looked up when the first token comes, and then kept. The token of a
 * killed article opens nothing any more, its draft included: its holder sees what every reader sees.
 */
export function previewOpener(database: Database): OpenPreview {
  let key: Promise<Uint8Array> | null = null;
  return async (token, now) => {
    key ??= installationKey(database, PREVIEW_KEY).catch((error: unknown) => {
      // What failed once is asked for again by the next token.
      key = null;
      throw error;
    });
    const articleId = readPreview(token, now, await key);
    if (articleId === null) return null;
    const article = await database.prisma.article.findUnique({ where: { id: articleId }, select: { state: true } });
    return article?.state === "KILLED" ? PUBLISHED_VIEW : { kind: "PREVIEW", articleId };
  };
}
