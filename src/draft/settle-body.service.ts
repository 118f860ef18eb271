import { refuse, type Work } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import type { Found } from "../embedded-post/references.js";
import { findReferences } from "../embedded-post/references.service.js";
import { ConflictError } from "../graphql/user-errors.js";
import type { BodyReader, ReadElement } from "./body.parse.js";
import { capturePosts } from "./capture-posts.service.js";
import { type DraftElement, partsOf } from "./draft-value.js";

/**
 * Completes a body that was read: looks up what it refers to, refuses the write with all issues when there are any,
 * then records its new posts.
 */
export async function settleBody(
  work: Work,
  tx: Transaction,
  reader: BodyReader,
  elements: readonly ReadElement[],
): Promise<readonly DraftElement[]> {
  const found = await findReferences(tx, reader.references);
  reader.references.report(found, reader.issues);
  if (reader.issues.error) refuse(reader.issues.error);
  const newPosts = elements.flatMap((element) => (element.kind === "newPost" ? [element.post] : []));
  const others = elements.flatMap((element) => (element.kind === "newPost" ? [] : [element]));
  const { before, references } = reader;
  const captured = await capturePosts(
    work,
    tx,
    newPosts,
    [partsOf(before), others],
    Object.fromEntries(references.keys()),
  );
  const body: DraftElement[] = [];
  for (const [at, element] of elements.entries()) {
    if (element.kind === "newPost") body.push({ kind: "post", id: captured[newPosts.indexOf(element.post)] ?? "" });
    else if (element.kind !== "paragraph") body.push(element);
    else body.push({ ...element, quotes: element.quotes.map((quote) => withRole(quote, reader, found)) });
    expectOnce(body, at);
  }
  return body;
}

function withRole<
  Quote extends { readonly id: string; readonly speakerId: string | null; readonly speakerRole: string | null },
>(quote: Quote, reader: BodyReader, found: Found): Quote {
  if (!reader.wantsRole.has(quote.id) || quote.speakerId === null) return quote;
  return { ...quote, speakerRole: found.roleOf(quote.speakerId) };
}

/** A new post can turn out to be one that is in the body already. */
function expectOnce(body: readonly DraftElement[], at: number): void {
  const last = body.at(-1);
  if (last?.kind !== "post" || body.filter(({ id }) => id === last.id).length === 1) return;
  refuse(new ConflictError("The post is already in this article.", ["input", "body", String(at)], "POST_IN_ARTICLE"));
}
