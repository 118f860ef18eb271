import { writePartOnce } from "../draft/write-part-once.service.js";
import { type WrittenArticle, type WrittenPart } from "../draft/written.js";
import {
  type Draft,
  type DraftParagraph,
  type DraftQuote,
  inReadingOrder,
  paragraphsOf,
} from "../draft/draft-value.js";
import { settleBody } from "../draft/settle-body.service.js";
import type { BodyReader } from "../draft/body.parse.js";
import { type ArticleChange, bodyReaderFor, editArticle, editPart } from "../draft/change.service.js";
import type { Work } from "../auth/work.js";
import type { UserError } from "../graphql/user-errors.js";
import type { AddQuoteInput, RemoveQuoteInput, UpdateQuoteInput } from "./quote-edit.inputs.js";
import { readSpan } from "../draft/span.js";

function withParagraph(draft: Draft, paragraph: DraftParagraph): Draft {
  return { ...draft, body: draft.body.map((element) => (element.id === paragraph.id ? paragraph : element)) };
}

/** Refuses with all issues, or returns the draft with the completed paragraph in its place. */
async function settleParagraph(
  work: Work,
  { tx, draft }: ArticleChange,
  reader: BodyReader,
  paragraph: DraftParagraph,
): Promise<Draft> {
  const [settled] = await settleBody(work, tx, reader, [paragraph]);
  return settled?.kind === "paragraph" ? withParagraph(draft, settled) : draft;
}

/** Records a quote in a paragraph of the draft. */
export function addQuote(work: Work, input: AddQuoteInput): Promise<WrittenPart | UserError> {
  const target = {
    id: input.paragraphId,
    expectedVersion: input.expectedVersion,
    type: "Paragraph",
    field: "paragraphId",
  } as const;
  return editPart(work, target, "addQuote", async (at) => {
    const paragraph = paragraphsOf(at.draft.body).find(({ id }) => id === at.key);
    if (!paragraph) throw new Error(`The paragraph ${at.key} is not in its draft.`);
    const reader = bodyReaderFor(work, at.draft, at.now);
    if (input.quote.id) reader.issues.add(["input", "quote", "id"], "A new quote has no id yet.");
    const quote = reader.quote({ ...input.quote, id: null }, paragraph.text, paragraph.quotes, ["input", "quote"]);
    const quotes = quote ? inReadingOrder([...paragraph.quotes, quote]) : paragraph.quotes;
    // Without a quote there was an issue, and with an issue settling refuses.
    return { draft: await settleParagraph(work, at, reader, { ...paragraph, quotes }), partId: quote?.id ?? "" };
  });
}

/** Adds a quote once for each idempotency key. */
export const addQuoteOnce = writePartOnce("addQuote", addQuote, (tx, { partId }) =>
  tx.quote.count({ where: { id: partId, head: "DRAFT" } }),
);

function paragraphWith(draft: Draft, quoteId: string): { paragraph: DraftParagraph; quote: DraftQuote } {
  for (const paragraph of paragraphsOf(draft.body)) {
    const quote = paragraph.quotes.find(({ id }) => id === quoteId);
    if (quote) return { paragraph, quote };
  }
  throw new Error(`The quote ${quoteId} is not in its draft.`);
}

/** Changes the attribution of a quote, or which words it quotes. Absent fields stay unchanged, and null clears. */
export function updateQuote(work: Work, input: UpdateQuoteInput): Promise<WrittenPart | UserError> {
  return editPart(work, { ...input, type: "Quote" }, "updateQuote", async (at) => {
    const { paragraph, quote } = paragraphWith(at.draft, at.key);
    const reader = bodyReaderFor(work, at.draft, at.now);
    const others = paragraph.quotes.filter(({ id }) => id !== quote.id);
    const after = {
      ...quote,
      ...reader.attribution(input, quote, quote.id, ["input"]),
      ...readNewSpan(reader, input, paragraph, quote),
    };
    if (others.some(({ start, end }) => start === after.start && end === after.end)) {
      reader.issues.add(["input", "start"], "Another quote has the same words in the same place.", {
        reason: "LISTED_TWICE",
      });
    }
    const changed = { ...paragraph, quotes: inReadingOrder([...others, after]) };
    return { draft: await settleParagraph(work, at, reader, changed), partId: quote.id };
  });
}

function readNewSpan(
  reader: BodyReader,
  input: UpdateQuoteInput,
  paragraph: DraftParagraph,
  before: DraftQuote,
): Partial<Pick<DraftQuote, "start" | "end">> {
  const { start, end } = input;
  if ((start === undefined || start === null) && (end === undefined || end === null)) return {};
  const changed = { start: start ?? before.start, end: end ?? before.end };
  const span = readSpan(
    paragraph.text,
    changed,
    [],
    ["input"],
    reader.issues,
    typeof start === "number" ? "start" : "end",
  );
  return span ?? {};
}

/** Takes a quote off the record; its words stay in the text. */
export function removeQuote(work: Work, input: RemoveQuoteInput): Promise<WrittenArticle | UserError> {
  return editArticle(work, { ...input, type: "Quote" }, "removeQuote", async ({ draft, key }) => {
    const { paragraph } = paragraphWith(draft, key);
    return withParagraph(draft, { ...paragraph, quotes: paragraph.quotes.filter(({ id }) => id !== key) });
  });
}
