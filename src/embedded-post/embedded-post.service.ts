import { createHash } from "node:crypto";
import { isBeforeReaders } from "../auth/published.service.js";
import type { Work } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { foldHandle } from "../person/handle.js";
import { checkQuote } from "../quote/quote.check.js";
import type { NewPost } from "./post.parse.js";

/** SHA-256 of a post's text in UTF-8, in hexadecimal digits. */
export function contentHashOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/**
 * The key of a post: that of the one the newsroom has already, told by its address, or by platform, handle, day and
 * text where an address is not known; else that of a new one. Posts without words are the same only by their address.
 * What was captured is never overwritten; words are filled in where only the address was kept, unless the post stands
 * before readers, where an editor fills them in.
 */
export async function capturePost(work: Work, tx: Transaction, post: NewPost): Promise<string> {
  const contentHash = contentHashOf(post.text);
  const known = await findPost(tx, post, contentHash);
  if (known !== null) {
    if (post.text !== "") await fillWords(work, tx, known, { ...post, contentHash });
    return known;
  }
  const id = work.newId();
  const now = work.clock.now();
  await tx.embeddedPost.create({
    data: {
      ...post,
      id,
      authorId: post.authorId ?? (await ownerOf(tx, post)),
      postedOn: post.postedOn === null ? null : new Date(post.postedOn),
      contentHash,
      capturedAt: now,
      createdAt: now,
    },
  });
  return id;
}

/** What capturing a new post will need locked: the post that the newsroom has already, and its author. */
export interface CapturePlan {
  /** The bare key; null when the post is new. */
  readonly knownId: string | null;
  /** The bare key; null when the author is no person of the newsroom. */
  readonly authorId: string | null;
}

/** Looks up what capturing a post will need locked. Writes nothing. */
export async function planCapture(tx: Transaction, post: NewPost): Promise<CapturePlan> {
  const knownId = await findPost(tx, post, contentHashOf(post.text));
  return { knownId, authorId: post.authorId ?? (await ownerOf(tx, post)) };
}

async function fillWords(
  work: Work,
  tx: Transaction,
  id: string,
  { text, contentHash, authorName, language, postedOn, postedAt }: NewPost & { readonly contentHash: string },
): Promise<void> {
  const before = await tx.embeddedPost.findUniqueOrThrow({ where: { id } });
  if (before.text !== "" || (await isBeforeReaders(tx, "post", id))) return;
  await tx.embeddedPost.update({
    where: { id },
    data: {
      text,
      contentHash,
      authorName,
      language,
      postedOn: postedOn === null ? before.postedOn : new Date(postedOn),
      postedAt: postedAt ?? before.postedAt,
      capturedAt: work.clock.now(),
    },
    select: { id: true },
  });
  await recheckQuotes(tx, id, text);
}

/** Compares every quote of a post, in all heads, with a new text of it. The post is locked with `UPDATE`. */
export async function recheckQuotes(tx: Transaction, sourceId: string, text: string): Promise<void> {
  const quotes = await tx.quote.findMany({ where: { sourceId }, select: { id: true, head: true, text: true } });
  for (const { id, head, text: words } of quotes) {
    const { verdict, similarity, differences } = checkQuote(words, text);
    // Not by its key alone: the article may be taken from readers meanwhile.
    await tx.quote.updateMany({
      where: { id, head, sourceId },
      data: { verdict, similarity, differences: differences.map((each) => ({ ...each })) },
    });
  }
}

async function findPost(tx: Transaction, post: NewPost, contentHash: string): Promise<string | null> {
  const { url, platform, postedOn } = post;
  // Having no words in common is nothing in common.
  if (post.text === "") return url === null ? null : keyByUrl(tx, url);
  const alike = { platform, contentHash, postedOn: postedOn === null ? null : new Date(postedOn) };
  // Posts with two different addresses are two posts, whatever they say.
  const where = url === null ? alike : { OR: [{ url }, { ...alike, url: null }] };
  const select = { id: true, url: true, authorHandle: true };
  const found = await tx.embeddedPost.findMany({ where, select, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  const isSame = (one: (typeof found)[number]): boolean => foldedOf(one.authorHandle) === foldedOf(post.authorHandle);
  // The address says more than the words do.
  return (found.find((one) => url !== null && one.url === url) ?? found.find(isSame))?.id ?? null;
}

async function keyByUrl(tx: Transaction, url: string): Promise<string | null> {
  return (await tx.embeddedPost.findUnique({ where: { url }, select: { id: true } }))?.id ?? null;
}

/** One account is one account, however its handle is written. */
function foldedOf(handle: string | null): string | null {
  return handle === null ? null : foldHandle(handle);
}

/** Whoever the newsroom knows to have the post's account. */
async function ownerOf(tx: Transaction, { platform, authorHandle }: NewPost): Promise<string | null> {
  if (authorHandle === null) return null;
  const key = { platform, folded: foldHandle(authorHandle) };
  const account = await tx.socialAccount.findUnique({ where: { platform_folded: key } });
  return account?.personId ?? null;
}
