import type { Work } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { joinKeys, type SharedKeys } from "../database/row-locks.js";
import { capturePost, planCapture } from "../embedded-post/embedded-post.service.js";
import type { NewPost } from "../embedded-post/post.parse.js";
import type { DraftElement } from "./draft-value.js";
import { lockShared } from "./shared-rows.service.js";

/**
 * Records the new posts of a body, after locking all that the body refers to. Returns their bare keys in the order of
 * `posts`. Does nothing when there are none.
 *
 * @param bodies what the article contains before and after the write, without the new posts.
 */
export async function capturePosts(
  work: Work,
  tx: Transaction,
  posts: readonly NewPost[],
  bodies: readonly (readonly DraftElement[])[],
  more: SharedKeys,
): Promise<readonly string[]> {
  if (posts.length === 0) return [];
  const known: string[] = [];
  const authors: string[] = [];
  for (const post of posts) {
    const { knownId, authorId } = await planCapture(tx, post);
    if (knownId !== null) known.push(knownId);
    if (authorId !== null) authors.push(authorId);
  }
  await lockShared(tx, bodies, joinKeys(more, { EmbeddedPost: known, Person: authors }), "UPDATE");
  const keys: string[] = [];
  for (const at of orderByUrl(posts)) {
    const post = posts[at];
    if (post) keys[at] = await capturePost(work, tx, post);
  }
  return keys;
}

/** Places in a list of posts, ordered by address, so that two writers of the same new posts wait in one order. */
function orderByUrl(posts: readonly NewPost[]): readonly number[] {
  const urlAt = (at: number): string => posts[at]?.url ?? "";
  return [...posts.keys()].sort((a, b) => (urlAt(a) < urlAt(b) ? -1 : Number(urlAt(a) > urlAt(b))));
}
