import { type Draft, type DraftElement, type DraftParagraph, paragraphsOf } from "../draft/draft-value.js";
import type { WrittenArticle } from "../draft/written.js";
import { changeArticleFor, expectEditable } from "../draft/change.service.js";
import { saveDraft } from "../draft/store.service.js";
import { takeSlug } from "../draft/slug.service.js";
import { refuse, type Work } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { NotFoundError, UserError } from "../graphql/user-errors.js";
import type { RestoreRevisionInput } from "./revision.inputs.js";
import { keysReferredTo, mapReferences } from "../draft/quote-fields.js";
import { textOfDocument } from "../draft/draft-document.js";
import type { RevisionDocument } from "./revision.document.js";
import { recordRevision } from "./revision.service.js";

/** An article after a revision was brought back, and what of it could not come back, in sentences. */
export interface RestoredArticle extends WrittenArticle {
  readonly notRestored: readonly string[];
}

/**
 * Makes an earlier revision the working draft: body, quotes, attributions, posts, topics and the article's own columns.
 * Its slug comes back unless another article has it by now. Leaves a revision of what is brought back and, where none
 * holds it yet, one of the draft that it replaces.
 */
export async function restoreRevision(work: Work, input: RestoreRevisionInput): Promise<RestoredArticle | UserError> {
  const target = { id: input.articleId, expectedVersion: input.expectedVersion, field: "articleId" };
  const done = await changeArticleFor(work, target, "restoreRevision", async (at) => {
    const { tx, draft } = at;
    expectEditable(work, draft);
    const restore = new Restore(tx, await documentOf(tx, draft.articleId, input.number));
    if (!(await isOnRecord(tx, draft))) {
      await recordRevision(work, tx, draft.articleId, "DRAFT", `Before restoring revision ${input.number}`);
    }
    const text = await restore.text();
    const slug = await restore.slug(draft, text.slug, at.now);
    await saveDraft(tx, draft, { ...draft, ...text, slug }, at);
    await recordRevision(work, tx, draft.articleId, "DRAFT", `Restored revision ${input.number}`);
    return restore.missing;
  });
  return done instanceof UserError ? done : { ...done.written, notRestored: done.result };
}

async function documentOf(tx: Transaction, articleId: string, number: number): Promise<RevisionDocument> {
  const where = { articleId_number: { articleId, number } };
  const revision = await tx.revision.findUnique({ where, select: { document: true } });
  if (!revision) return refuse(new NotFoundError(`The article has no revision ${number}.`, ["input", "number"]));
  // The database made the document from its own rows, and its type is that of those rows.
  return revision.document as unknown as RevisionDocument;
}

/** Whether the newest revision holds the draft as it is, so that nothing is lost when it is replaced. */
async function isOnRecord(tx: Transaction, { articleId, version }: Draft): Promise<boolean> {
  // Raw because only one number of the document is needed, which can be megabytes. It leans on the key by number.
  const rows = await tx.$queryRaw<{ version: number | null }[]>`
    SELECT (document->'article_head'->0->>'version')::integer AS version FROM revision
    WHERE article_id = ${articleId}::uuid ORDER BY number DESC LIMIT 1`;
  return rows[0]?.version === version;
}

/** Restores what still exists: a merged person is replaced by the remaining one, a deleted one is reported. */
class Restore {
  readonly missing: string[] = [];

  constructor(
    readonly tx: Transaction,
    readonly document: RevisionDocument,
  ) {}

  async text() {
    const text = textOfDocument(this.document);
    const quotes = paragraphsOf(text.body).flatMap((paragraph) => paragraph.quotes);
    const persons = await this.#persons(keysReferredTo("Person", quotes));
    const known = await this.#existing(text.topicIds, text.body);
    const topicIds = text.topicIds.filter((id) => this.#expect(known, id, "topic"));
    const body = text.body.flatMap((element): DraftElement[] => {
      if (element.kind === "post") return this.#expect(known, element.id, "post") ? [element] : [];
      return [this.#withReferences(element, persons, known)];
    });
    return { ...text, topicIds, body };
  }

  /** The revision's slug, or the draft's where another article has the revision's by now. */
  async slug(draft: Draft, slug: string, now: Date): Promise<string> {
    if (slug === draft.slug || (await takeSlug(this.tx, draft.articleId, slug, now))) return slug;
    this.missing.push(`The slug ${slug} belongs to another article; the draft keeps ${draft.slug}.`);
    return draft.slug;
  }

  #name(id: string): string {
    return this.document.names[id] ?? id;
  }

  #expect(known: ReadonlySet<string>, id: string, what: string): boolean {
    if (!known.has(id)) this.missing.push(`The ${what} “${this.#name(id)}” is not there any more.`);
    return known.has(id);
  }

  /** The persons that the revision's speakers are now: themselves, or the persons they were merged into. */
  async #persons(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(keys)];
    const persons = await this.tx.person.findMany({ where: { id: { in: ids } }, select: { id: true } });
    const merges = await this.tx.personMerge.findMany({ where: { id: { in: ids } }, include: { into: true } });
    for (const { name, into } of merges) {
      this.missing.push(`${name} was merged into ${into.name} since; the quotes name ${into.name}.`);
    }
    const found = new Map([
      ...persons.map(({ id }) => [id, id] as const),
      ...merges.map(({ id, intoId }) => [id, intoId] as const),
    ]);
    for (const id of ids)
      if (!found.has(id)) this.missing.push(`${this.#name(id)} is not there any more; the quotes name nobody.`);
    return found;
  }

  async #existing(topicIds: readonly string[], body: readonly DraftElement[]): Promise<ReadonlySet<string>> {
    const posts = body.flatMap((element) =>
      element.kind === "post" ? [element.id] : keysReferredTo("EmbeddedPost", element.quotes),
    );
    const found = await Promise.all([
      this.tx.topic.findMany({ where: { id: { in: [...topicIds] } }, select: { id: true } }),
      this.tx.embeddedPost.findMany({ where: { id: { in: posts } }, select: { id: true } }),
    ]);
    return new Set(found.flat().map(({ id }) => id));
  }

  #withReferences(
    paragraph: DraftParagraph,
    persons: ReadonlyMap<string, string>,
    known: ReadonlySet<string>,
  ): DraftParagraph {
    const quotes = paragraph.quotes.map((quote) => ({
      ...quote,
      ...mapReferences(quote, (type, key) => {
        if (type === "Person") return persons.get(key) ?? null;
        return known.has(key) ? key : null;
      }),
    }));
    return { ...paragraph, quotes };
  }
}
