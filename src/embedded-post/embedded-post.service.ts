import { createHash } from "node:crypto";
import type { Work } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { foldHandle } from "../person/handle.js";
import type { NewPost } from "./post.parse.js";

/** SHA-256 of a post's text in UTF-8, in hexadecimal digits. */
export function contentHashOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/**
 * The key of a post: that of the one the newsroom has already, told by its address, or by platform, handle, day and
 * text where an address is not known; else that of a new one. What was captured is never overwritten.
 */
export async function capturePost(work: Work, tx: Transaction, post: NewPost): Promise<string> {
  const contentHash = contentHashOf(post.text);
  const known = await findPost(tx, post, contentHash);
  if (known !== null) return known;
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

async function findPost(tx: Transaction, post: NewPost, contentHash: string): Promise<string | null> {
  const { url, platform, postedOn } = post;
  const alike = { platform, contentHash, postedOn: postedOn === null ? null : new Date(postedOn) };
  // Posts with two different addresses are two posts, whatever they say.
  const where = url === null ? alike : { OR: [{ url }, { ...alike, url: null }] };
  const select = { id: true, url: true, authorHandle: true };
  const found = await tx.embeddedPost.findMany({ where, select, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  const isSame = (one: (typeof found)[number]): boolean => foldedOf(one.authorHandle) === foldedOf(post.authorHandle);
  // The address says more than the words do.
  return (found.find((one) => url !== null && one.url === url) ?? found.find(isSame))?.id ?? null;
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
