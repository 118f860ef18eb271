import { type Draft, type DraftElement, type DraftParagraph, partsOf } from "../draft/draft-value.js";
import type { WrittenArticle } from "../draft/written.js";
import { changeArticleFor, expectEditable } from "../draft/change.service.js";
import { saveDraft } from "../draft/store.service.js";
import { takeSlug } from "../draft/slug.service.js";
import { refuse, type Work } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { joinKeys, SHARED_TYPES, sharedRows, type SharedKeys, type SharedType } from "../database/row-locks.js";
import { Prisma } from "../generated/prisma/client.js";
import { NotFoundError, UserError } from "../graphql/user-errors.js";
import type { RestoreRevisionInput } from "./revision.inputs.js";
import { mapHeadReferences, referencesOfHead } from "../draft/head-fields.js";
import { mapReferences } from "../draft/quote-fields.js";
import { mapEntries, sharedOfLists } from "../draft/head-lists.js";
import { findOriginal } from "../draft/original.service.js";
import { lockExisting, sharedBy } from "../draft/shared-rows.service.js";
import type { ReferencedType } from "../embedded-post/references.js";
import { type DraftText, textOfDocument } from "../draft/draft-document.js";
import type { RevisionDocument } from "./revision.document.js";
import { recordRevision } from "./revision.service.js";

const { raw, sql } = Prisma;

/** An article after the restoration of a revision, and sentences about what could not be restored. */
export interface RestoredArticle extends WrittenArticle {
  readonly notRestored: readonly string[];
}

/**
 * Makes an earlier revision the working draft: body, quotes, attributions, posts, figures, topics and the article's own columns.
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
    const text = await restore.text(draft);
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

/** Whether the newest revision equals the draft. If so, nothing is lost when the draft is replaced. */
async function isOnRecord(tx: Transaction, { articleId, version }: Draft): Promise<boolean> {
  // Raw because only one number of the document is needed, which can be megabytes. It uses the key by number.
  const rows = await tx.$queryRaw<{ version: number | null }[]>`
    SELECT (document->'article_head'->0->>'version')::integer AS version FROM revision
    WHERE article_id = ${articleId}::uuid ORDER BY number DESC LIMIT 1`;
  return rows[0]?.version === version;
}

/** Restores what still exists: a merged row is replaced by the remaining one, a deleted one is reported. */
class Restore {
  readonly missing: string[] = [];

  constructor(
    readonly tx: Transaction,
    readonly document: RevisionDocument,
  ) {}

  /** The text of the revision with what it refers to today, which is locked. */
  async text({ articleId }: Draft): Promise<DraftText> {
    const text = textOfDocument(this.document);
    const now = await this.#findNow(keysOf(text));
    // Articles are never deleted.
    const keyNow = (type: ReferencedType, key: string): string | null =>
      type === "Article" ? key : (now.get(key) ?? null);
    const leadImage = text.leadImage && now.has(text.leadImage.imageId) ? text.leadImage : null;
    const body = text.body.flatMap((element): DraftElement[] => {
      if (element.kind === "post") return now.has(element.id) ? [element] : [];
      if (element.kind === "figure") return now.has(element.imageId) ? [element] : [];
      return [withReferences(element, keyNow)];
    });
    const restored = { ...text, ...mapHeadReferences(text, keyNow), ...mapEntries(text, keyNow), leadImage, body };
    const translationOfId = await this.#original(articleId, restored.translationOfId);
    await lockExisting(this.tx, keysOf(restored));
    return { ...restored, translationOfId };
  }

  /** The original today of what the revision was a translation of. */
  async #original(articleId: string, wanted: string | null): Promise<string | null> {
    if (wanted === null) return null;
    const found = await findOriginal(this.tx, { articleId, wanted });
    if (found.original === null) this.missing.push(`It is no translation any more. ${found.reason}`);
    return found.original;
  }

  /** The revision's slug, or the draft's where another article has the revision's by now. */
  async slug(draft: Draft, slug: string, now: Date): Promise<string> {
    if (slug === draft.slug || (await takeSlug(this.tx, draft.articleId, slug, now))) return slug;
    this.missing.push(`The slug ${slug} belongs to another article; the draft keeps ${draft.slug}.`);
    return draft.slug;
  }

  /** The keys that rows have now: their own, or those of the rows they were merged into. Reports those that are gone. */
  async #findNow(keys: SharedKeys): Promise<ReadonlyMap<string, string>> {
    const now = new Map<string, string>();
    for (const type of SHARED_TYPES) {
      const wanted = [...new Set(keys[type] ?? [])];
      for (const id of await this.#existing(type, wanted)) now.set(id, id);
      for (const { id, name, intoId, into } of await this.#merged(type, wanted)) {
        now.set(id, intoId);
        this.missing.push(`${name} was merged into ${into} since, which the draft names instead.`);
      }
      for (const id of wanted.filter((each) => !now.has(each))) {
        this.missing.push(`The ${sharedRows(type).noun} “${this.document.names[id] ?? id}” is not there any more.`);
      }
    }
    return now;
  }

  /** Raw because the table depends on the type, whose key it uses. */
  async #existing(type: SharedType, keys: readonly string[]): Promise<readonly string[]> {
    if (keys.length === 0) return [];
    const rows = await this.tx.$queryRaw<{ id: string }[]>(
      sql`SELECT id FROM ${raw(sharedRows(type).table)} WHERE id = ANY(${[...keys]}::uuid[])`,
    );
    return rows.map(({ id }) => id);
  }

  async #merged(type: SharedType, keys: readonly string[]): Promise<readonly MergedRow[]> {
    const { table, merges } = sharedRows(type);
    if (keys.length === 0 || merges === undefined) return [];
    return this.tx.$queryRaw(sql`
      SELECT m.id, m.name, m.into_id AS "intoId", i.name AS into
      FROM ${raw(merges)} m JOIN ${raw(table)} i ON i.id = m.into_id
      WHERE m.id = ANY(${[...keys]}::uuid[]) ORDER BY m.id`);
  }
}

interface MergedRow {
  readonly id: string;
  readonly name: string;
  readonly intoId: string;
  readonly into: string;
}

/** The keys of all shared rows that a text refers to. */
function keysOf(text: DraftText): SharedKeys {
  return joinKeys(sharedBy(partsOf(text)), referencesOfHead(text), sharedOfLists(text));
}

function withReferences(
  paragraph: DraftParagraph,
  keyNow: (type: ReferencedType, key: string) => string | null,
): DraftParagraph {
  const quotes = paragraph.quotes.map((quote) => ({ ...quote, ...mapReferences(quote, keyNow) }));
  return { ...paragraph, quotes };
}
