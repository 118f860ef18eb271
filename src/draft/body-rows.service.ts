import { isDeepStrictEqual } from "node:util";
import type { Transaction } from "../database/client.js";
import { Prisma } from "../generated/prisma/client.js";
import { findMentions, type NamedPerson } from "../person/person.mentions.js";
import {
  type Draft,
  type DraftElement,
  type DraftFigure,
  type DraftParagraph,
  paragraphsOf,
  wordsOf,
} from "./draft-value.js";
import { type CheckedQuote, checkQuotes } from "./quote-checks.service.js";
import { rowOfAttribution } from "./quote-fields.js";
import { type JsonRow, replaceRows, rowsOfDraft, type RowsPut, type TextTable } from "./rows.js";

const { sql } = Prisma;

/*
 * The rows that the difference between the bodies of two drafts is, for each table.
 */

/** A paragraph with its place in the body. */
type PlacedParagraph = DraftParagraph & { readonly position: number };

function placedParagraphs(body: readonly DraftElement[]): readonly PlacedParagraph[] {
  return body.flatMap((element, position) => (element.kind === "paragraph" ? [{ ...element, position }] : []));
}

/** What differs between two bodies, under the old ids. What is drawn from the body follows. */
export async function putBody(
  tx: Transaction,
  before: Draft,
  after: Draft,
  named: readonly NamedPerson[],
): Promise<readonly RowsPut[]> {
  const [old, all] = [placedParagraphs(before.body), placedParagraphs(after.body)];
  return [
    ...putParagraphs(after.articleId, old, all),
    ...(await putQuotes(tx, after.articleId, old, all)),
    ...replaceRows(after.articleId, PLACEMENT, placementRows(before), placementRows(after)),
    ...putFigures(before, after),
    ...putPersons(before, after, all, named),
  ];
}

/** Which values differ from those of the same id, and the ids that only the old ones have. */
function compareById<Value>(
  old: ReadonlyMap<string, Value>,
  all: ReadonlyMap<string, Value>,
): { readonly changed: ReadonlySet<string>; readonly replaced: Prisma.Sql | null } {
  const changed = new Set([...all].flatMap(([id, value]) => (isDeepStrictEqual(old.get(id), value) ? [] : [id])));
  const gone = [...old.keys()].filter((id) => !all.has(id));
  return { changed, replaced: gone.length === 0 ? null : sql`r.id = ANY(${gone}::uuid[]) AND r.head = 'DRAFT'` };
}

function putParagraphs(
  articleId: string,
  old: readonly PlacedParagraph[],
  all: readonly PlacedParagraph[],
): readonly RowsPut[] {
  const rowsOf = (paragraphs: readonly PlacedParagraph[]): ReadonlyMap<string, JsonRow> => {
    const rowOf = ({ id, style, text, marks, position }: PlacedParagraph): JsonRow => {
      return { id, head: "DRAFT", article_id: articleId, position, style, text, marks };
    };
    return new Map(paragraphs.map((paragraph) => [paragraph.id, rowOf(paragraph)]));
  };
  const rows = rowsOf(all);
  // The quotes and mentions of those that are gone go with them.
  const { changed, replaced } = compareById(rowsOf(old), rows);
  return [
    {
      table: { name: "paragraph", key: ["id", "head"] },
      rows: [...rows].flatMap(([id, row]) => (changed.has(id) ? [row] : [])),
      replaced,
    },
  ];
}

async function putQuotes(
  tx: Transaction,
  articleId: string,
  old: readonly DraftParagraph[],
  all: readonly DraftParagraph[],
): Promise<readonly RowsPut[]> {
  // A quote is compared with its source again only if it changed: a source that changes writes the quotes that have it.
  const quotesOf = (paragraphs: readonly DraftParagraph[]) =>
    new Map(
      paragraphs.flatMap((paragraph) =>
        paragraph.quotes.map((quote) => {
          return [quote.id, { ...quote, paragraph: paragraph.id, words: wordsOf(paragraph, quote) }] as const;
        }),
      ),
    );
  const { changed, replaced } = compareById(quotesOf(old), quotesOf(all));
  const parts = all.map((paragraph) => ({
    ...paragraph,
    quotes: paragraph.quotes.filter(({ id }) => changed.has(id)),
  }));
  const rows = (await checkQuotes(tx, parts)).map((quote) => quoteRow(articleId, quote));
  return [{ table: { name: "quote", key: ["id", "head"] }, rows, replaced }];
}

function quoteRow(articleId: string, { paragraph, quote, text, check, wordsKey }: CheckedQuote): JsonRow {
  return {
    id: quote.id,
    head: "DRAFT",
    article_id: articleId,
    paragraph_id: paragraph.id,
    start_offset: quote.start,
    end_offset: quote.end,
    text,
    ...rowOfAttribution(quote),
    verdict: check.verdict,
    similarity: check.similarity,
    differences: check.differences,
    words_key: wordsKey,
    created_at: quote.createdAt,
  };
}

const PLACEMENT: TextTable = { name: "placement", key: ["article_id", "head", "post_id"] };

function placementRows({ articleId, body }: Draft): readonly JsonRow[] {
  return body.flatMap((element, position) =>
    element.kind === "post" ? [{ article_id: articleId, head: "DRAFT", post_id: element.id, position }] : [],
  );
}

export function putFigures(before: Draft, after: Draft): readonly RowsPut[] {
  const table = { name: "figure", key: ["id", "head"], isRewritten: true };
  return replaceRows(after.articleId, table, figureRows(before), figureRows(after));
}

function figureRows({ articleId, leadImage, body }: Draft): readonly JsonRow[] {
  const rowOf = ({ id, imageId, caption, alt }: DraftFigure, position: number | null): JsonRow => {
    return { id, head: "DRAFT", article_id: articleId, image_id: imageId, position, caption, alt };
  };
  const inBody = body.flatMap((part, position) => (part.kind === "figure" ? [rowOf(part, position)] : []));
  return leadImage ? [rowOf(leadImage, null), ...inBody] : inBody;
}

/** Finds the persons that the body names; they and the speakers of its quotes appear in the article. */
function putPersons(
  before: Draft,
  { articleId }: Draft,
  paragraphs: readonly PlacedParagraph[],
  named: readonly NamedPerson[],
): readonly RowsPut[] {
  const texts = paragraphs.map(({ text }) => text);
  const found = findMentions(texts, named, new Set(before.linkedIds));
  const own = { article_id: articleId, head: "DRAFT" };
  const mentions = found.map(({ paragraph, personId, start, end, text }) => {
    const place = { paragraph_id: paragraphs[paragraph]?.id, start_offset: start, end_offset: end };
    return { ...own, ...place, person_id: personId, text };
  });
  const appearances = appearancesOf(paragraphs, found).map(({ personId, position, isSpeaker }) => {
    return { ...own, person_id: personId, position, is_speaker: isSpeaker };
  });
  const rows = rowsOfDraft(articleId);
  const mentioned = before.linkedIds.length > 0;
  const appeared = mentioned || appearancesOf(paragraphsOf(before.body), []).length > 0;
  return [
    {
      table: { name: "mention", key: ["paragraph_id", "head", "start_offset"] },
      rows: mentions,
      replaced: mentioned ? rows : null,
    },
    {
      table: { name: "appearance", key: ["article_id", "head", "person_id"] },
      rows: appearances,
      replaced: appeared ? rows : null,
    },
  ];
}

/** Who appears in a body, in the order of their first quote or mention in it. */
function appearancesOf(
  paragraphs: readonly DraftParagraph[],
  mentions: readonly { readonly paragraph: number; readonly personId: string; readonly start: number }[],
): { personId: string; position: number; isSpeaker: boolean }[] {
  const quoted = paragraphs.flatMap(({ quotes }, paragraph) =>
    quotes.flatMap(({ speakerId, start }) => (speakerId === null ? [] : [{ paragraph, personId: speakerId, start }])),
  );
  const speakers = new Set(quoted.map(({ personId }) => personId));
  const all = [...quoted, ...mentions].sort((a, b) => a.paragraph - b.paragraph || a.start - b.start);
  const persons = [...new Set(all.map(({ personId }) => personId))];
  return persons.map((personId, position) => ({ personId, position, isSpeaker: speakers.has(personId) }));
}
