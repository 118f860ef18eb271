import { isDeepStrictEqual } from "node:util";
import { createHash } from "node:crypto";
import { isApproved } from "../auth/approved.service.js";
import { refuse, type Work } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import type { Prisma } from "../generated/prisma/client.js";
import { encodeNodeId } from "../graphql/node-id.js";
import { ConflictError, ForbiddenError } from "../graphql/user-errors.js";
import type { Path } from "../validation/issues.js";
import { foldHandle } from "../person/handle.js";
import { foldName } from "../person/person.mentions.js";
import { checkQuoteOfKind, SourceText } from "../quote-check/check.js";
import { addressKeyOf } from "./address-key.js";
import type { NewPost } from "./post.parse.js";

const UNFILLED =
  "The newsroom has this post by its address alone, in an article that is approved, scheduled or published: an EDITOR or ADMIN has to add its text. Place it by its id meanwhile.";

/** SHA-256 of a post's text in UTF-8, in hexadecimal digits. */
export function contentHashOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/**
 * Returns the key of a post: of the one that the newsroom has already (see `findKnownPost`), or of a new one. What was
 * captured is never overwritten; a post of which only the address is known gets its words.
 *
 * A post of an input that contradicts the known one is refused, as is an author's text for a post of an approved article.
 * A post of an imported text is then the known one, unchanged.
 */
export async function capturePost(work: Work, tx: Transaction, post: NewPost): Promise<string> {
  const contentHash = contentHashOf(post.text);
  const known = await findKnownPost(tx, post, contentHash);
  if (known !== null) {
    if (post.path) expectSame(known, post, post.path);
    if (post.text !== "" && known.text === "") await fillWords(work, tx, known.id, { ...post, contentHash });
    return known.id;
  }
  const { path: _path, ...columns } = post;
  const id = work.newId();
  const now = work.clock.now();
  await tx.embeddedPost.create({
    data: {
      ...columns,
      id,
      addressKey: post.url === null ? null : addressKeyOf(post.url),
      authorId: post.authorId ?? (await ownerOf(tx, post)),
      postedOn: post.postedOn === null ? null : new Date(post.postedOn),
      contentHash,
      capturedAt: now,
      createdAt: now,
    },
  });
  return id;
}

/** Refuses a post of an input that is known by its address with another text or author. */
function expectSame(known: KnownPost, post: NewPost, path: Path): void {
  const field = contradiction(known, post);
  if (field === null) return;
  const id = encodeNodeId("EmbeddedPost", known.id);
  const message = `The newsroom has the post at this address with another ${field.noun}. Place it by its id ${id}, or correct it with updateEmbeddedPost.`;
  refuse(new ConflictError(message, [...path, field.name], "POST_DIFFERS"));
}

function contradiction(known: KnownPost, post: NewPost): { readonly name: string; readonly noun: string } | null {
  if (known.authorId !== null && post.authorId !== null && known.authorId !== post.authorId) {
    return { name: "authorId", noun: "author" };
  }
  if (isOtherHandle(known.authorHandle, post.authorHandle)) return { name: "authorHandle", noun: "handle" };
  // A post of which only the address is known has no words yet, and no author's name but a makeshift one.
  if (known.text === "" || post.text === "") return null;
  if (known.text !== post.text) return { name: "text", noun: "text" };
  const isNamed = known.authorHandle === null || post.authorHandle === null;
  if (isNamed && !isSameName(known.authorName, post.authorName)) return { name: "authorName", noun: "author" };
  return null;
}

function isOtherHandle(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && foldHandle(one) !== foldHandle(other);
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
  const known = await findKnownPost(tx, post, contentHashOf(post.text));
  return { knownId: known?.id ?? null, authorId: post.authorId ?? (await ownerOf(tx, post)) };
}

async function fillWords(
  work: Work,
  tx: Transaction,
  id: string,
  { path, text, contentHash, authorName, language, postedOn, postedAt }: NewPost & { readonly contentHash: string },
): Promise<void> {
  const before = await tx.embeddedPost.findUniqueOrThrow({ where: { id } });
  if (await isApproved(tx, "post", id)) {
    // An import was not asked to change what readers see.
    if (!path) return;
    if (work.actor.role === "AUTHOR") refuse(new ForbiddenError(UNFILLED, [...path, "text"], "APPROVED_TEXT"));
  }
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
      version: { increment: 1 },
    },
    select: { id: true },
  });
  await recheckQuotes(tx, id, text);
}

/** A quote whose comparison has another result than before; the verdicts can be equal. */
export interface ChangedCheck {
  readonly from: string;
  readonly to: string;
}

/**
 * Compares every quote of a post, in all heads, with a text of it, and stores the results that differ from those before.
 * The post is locked with `UPDATE`.
 *
 * @param isWritten whether they are stored; otherwise they are returned only.
 */
export async function recheckQuotes(
  tx: Transaction,
  sourceId: string,
  text: string,
  isWritten = true,
): Promise<{ readonly checked: number; readonly changed: readonly ChangedCheck[] }> {
  const quotes = await tx.quote.findMany({ where: { sourceId }, orderBy: [{ id: "asc" }, { head: "asc" }] });
  const source = new SourceText(text);
  const changed: ChangedCheck[] = [];
  for (const { id, head, kind, text: words, ...before } of quotes) {
    const { verdict, similarity, differences } = checkQuoteOfKind(kind, words, source);
    const after = { verdict, similarity, differences: differences.map((each) => ({ ...each })) };
    const { verdict: from, similarity: likeness, differences: listed } = before;
    if (isDeepStrictEqual({ verdict: from, similarity: likeness, differences: listed }, after)) continue;
    changed.push({ from, to: verdict });
    // Not by its key alone: the article may be taken from readers meanwhile.
    if (isWritten) await tx.quote.updateMany({ where: { id, head, sourceId }, data: after });
  }
  return { checked: quotes.length, changed };
}

/** The fields of a known post that are compared. */
const COMPARED = { id: true, text: true, authorName: true, authorHandle: true, authorId: true } as const;
type KnownPost = Pick<Prisma.EmbeddedPostGetPayload<object>, keyof typeof COMPARED>;

/**
 * The post that the newsroom has already. A post with an address is the one at this address, in any spelling, and no
 * other. A post without an address is the one of the same platform, day, text and author; the author is the same when
 * the handles are, or the names where neither post has a handle. A post without address and words is always new.
 */
async function findKnownPost(tx: Transaction, post: NewPost, contentHash: string): Promise<KnownPost | null> {
  const orderBy = [{ createdAt: "asc" }, { id: "asc" }] as const;
  const { url, platform, postedOn } = post;
  if (url !== null) {
    const where = { OR: [{ addressKey: addressKeyOf(url) }, { url }] };
    return tx.embeddedPost.findFirst({ where, select: COMPARED, orderBy: [...orderBy] });
  }
  if (post.text === "") return null;
  const where = { platform, contentHash, postedOn: postedOn === null ? null : new Date(postedOn) };
  const alike = await tx.embeddedPost.findMany({ where, select: COMPARED, orderBy: [...orderBy] });
  return alike.find((known) => isSameAuthor(known, post)) ?? null;
}

function isSameAuthor(known: KnownPost, post: NewPost): boolean {
  if (known.authorId !== null && post.authorId !== null && known.authorId !== post.authorId) return false;
  if (known.authorHandle !== null && post.authorHandle !== null) {
    return foldHandle(known.authorHandle) === foldHandle(post.authorHandle);
  }
  const hasHandle = known.authorHandle !== null || post.authorHandle !== null;
  return !hasHandle && isSameName(known.authorName, post.authorName);
}

/** Names are compared after folding. Names without letters, which fold to nothing, are compared unfolded. */
function isSameName(one: string, other: string): boolean {
  const folded = foldName(one);
  return folded === "" ? one === other : folded === foldName(other);
}

/** The person of the newsroom who has the post's account. */
async function ownerOf(tx: Transaction, { platform, authorHandle }: NewPost): Promise<string | null> {
  if (authorHandle === null) return null;
  const key = { platform, folded: foldHandle(authorHandle) };
  const account = await tx.socialAccount.findUnique({ where: { platform_folded: key } });
  return account?.personId ?? null;
}
