import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { updateArticle } from "../../src/article/update-article.service.js";
import { decodeNodeId, encodeNodeId } from "../../src/graphql/node-id.js";
import { indexBacklog } from "../../src/search/backlog.service.js";
import { killArticle, publishArticle, unpublishArticle } from "../../src/publishing/publishing.service.js";
import { addQuote, updateQuote } from "../../src/quote/quote-edit.service.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { done, Newsroom } from "../support/newsroom.js";

let db: TestDatabase;
let newsroom: Newsroom;

beforeAll(async () => {
  db = await createTestDatabase();
  newsroom = new Newsroom(db.database);
});
afterAll(() => db.close());

interface DocumentRow {
  readonly kind: string;
  readonly key: string;
  readonly head: string;
  readonly text: string;
}

/** Every search document, in one order. */
function documents(): Promise<DocumentRow[]> {
  return db.database.read<DocumentRow>(
    "SELECT kind, key::text AS key, head, text::text AS text FROM search_document ORDER BY kind, key, head",
  );
}

async function headsOf(id: string): Promise<readonly string[]> {
  const key = decodeNodeId(id)?.uuid;
  return (await documents()).flatMap((row) => (row.key === key ? [row.head] : []));
}

async function pending(): Promise<number> {
  const [row] = await db.database.read<{ count: number }>("SELECT count(*) AS count FROM search_pending");
  return row?.count ?? -1;
}

const quiet = { info: () => undefined };

describe("search documents", () => {
  it("exist for exactly the heads that can be read, after each act of the workflow", async () => {
    const { work } = newsroom;
    const { id, version } = await newsroom.draft();
    expect(await headsOf(id)).toEqual(["DRAFT"]);
    const published = done(await publishArticle(work, { id, expectedVersion: version }));
    expect(await headsOf(id)).toEqual(["DRAFT", "PUBLISHED"]);
    const gone = done(await unpublishArticle(work, { id, expectedVersion: published.version }));
    expect(await headsOf(id)).toEqual(["DRAFT"]);
    const again = done(await publishArticle(work, { id, expectedVersion: gone.version }));
    expect(await headsOf(id)).toEqual(["DRAFT", "PUBLISHED"]);
    done(await killArticle(work, { id, expectedVersion: again.version, reason: "Forged." }));
    expect(await headsOf(id)).toEqual(["DRAFT"]);
  });

  it("change with the draft and not with an act that changes no text", async () => {
    const { id, version } = await newsroom.published({ headline: "Lighthouse closes" });
    const before = await documents();
    const { version: next } = done(
      await updateArticle(newsroom.work, { id, expectedVersion: version, headline: "Lighthouse opens" }),
    );
    const textOf = async (head: string) =>
      (await documents()).find((row) => row.key === decodeNodeId(id)?.uuid && row.head === head)?.text;
    expect(await textOf("DRAFT")).toMatch(/'open':2A/);
    expect(await textOf("PUBLISHED")).toMatch(/'close':2A/);
    done(await updateArticle(newsroom.work, { id, expectedVersion: next, headline: "Lighthouse closes" }));
    expect(await documents()).toEqual(before);
  });

  it("of quotes are written when a quote changes, or what it has of its article, and not with every change of the text", async () => {
    const { work } = newsroom;
    const body = [{ paragraph: { text: "“We sail,” she said.", quotes: [{ exact: "We sail" }] } }];
    const { id, version } = await newsroom.draft({ body, language: "en" });
    const key = decodeNodeId(id)?.uuid;
    const quotes = (): Promise<{ text: string; language: string }[]> =>
      db.database.read("SELECT text::text, language FROM search_document WHERE kind = 'QUOTE' AND article_id = $1", [
        key,
      ]);
    const written = await quotes();
    expect(written).toMatchObject([{ language: "en" }]);
    // What nobody writes again stays as it is here.
    await db.database.pool.query("UPDATE search_document SET text = '' WHERE kind = 'QUOTE' AND article_id = $1", [
      key,
    ]);
    const renamed = done(await updateArticle(work, { id, expectedVersion: version, headline: "Other" }));
    expect(await quotes()).toEqual([{ text: "", language: "en" }]);
    const translated = done(await updateArticle(work, { id, expectedVersion: renamed.version, language: "de" }));
    expect(await quotes()).toMatchObject([{ text: expect.stringContaining("'sail'"), language: "de" }]);
    const again = done(await updateArticle(work, { id, expectedVersion: translated.version, language: "en" }));
    expect(await quotes()).toEqual(written);
    const [quote] = await db.database.read<{ id: string }>("SELECT id FROM quote WHERE article_id = $1", [key]);
    const target = { id: encodeNodeId("Quote", quote?.id ?? ""), expectedVersion: again.version };
    done(await updateQuote(work, { ...target, occasion: "At the pier" }));
    expect(await quotes()).toMatchObject([{ text: expect.stringContaining("'pier'") }]);
  });

  it("of quotes are written alone where few change, and all where many do or what they have of their article", async () => {
    const paragraphs = Array.from({ length: 6 }, (_, at) => `“We sail ${at},” she said.`);
    const body = paragraphs.map((text, at) => ({ paragraph: { text, quotes: [{ exact: `We sail ${at}` }] } }));
    const { id, version } = await newsroom.draft({ body, language: "en" });
    const key = decodeNodeId(id)?.uuid;
    const { pool } = db.database;
    const indexEverything = async (): Promise<void> => {
      await pool.query("UPDATE search_state SET version = 0");
      await indexBacklog(db.database, quiet);
    };
    await indexEverything();
    onTestFinished(indexEverything);
    /** How many documents a change writes of those that were emptied before. */
    const writtenBy = async (change: () => Promise<unknown>): Promise<number> => {
      await pool.query("UPDATE search_document SET text = '' WHERE article_id = $1", [key]);
      await change();
      const [row] = await db.database.read<{ count: number }>(
        "SELECT count(*) AS count FROM search_document WHERE article_id = $1 AND text <> ''",
        [key],
      );
      return row?.count ?? -1;
    };
    const [first] = await db.database.read<{ id: string }>(
      "SELECT id FROM paragraph WHERE article_id = $1 ORDER BY position LIMIT 1",
      [key],
    );
    const added = { paragraphId: encodeNodeId("Paragraph", first?.id ?? ""), quote: { exact: "she said" } };
    expect(
      await writtenBy(async () => done(await addQuote(newsroom.work, { ...added, expectedVersion: version }))),
    ).toBe(1);
    const change = (where: string): string =>
      `UPDATE quote SET occasion = 'At the pier' WHERE article_id = '${key}' AND text ${where}`;
    const later = (sql: string) => async (): Promise<void> => {
      await pool.query(sql);
      await indexBacklog(db.database, quiet);
    };
    expect(await writtenBy(later(change("IN ('We sail 1', 'We sail 2', 'We sail 3')")))).toBe(3);
    expect(await writtenBy(later(change("LIKE 'We sail%'")))).toBe(7);
    const moved = `UPDATE article_head SET language = 'de' WHERE article_id = '${key}'`;
    expect(await writtenBy(later(`BEGIN; ${change("= 'We sail 4'")}; ${moved}; COMMIT`))).toBe(8);
  });

  it("are written with the transaction that changes the text, so that nothing is pending after it", async () => {
    await newsroom.person({ name: "Åsa Lindqvist" });
    await newsroom.post({ text: "Vi ses på torget." });
    expect(await pending()).toBe(0);
  });

  it("are written of any text: long ones as far as there is room, and words of rare characters", async () => {
    const word = (at: number): string =>
      `${"kraftwerksbau".slice(0, 4 + (at % 9))}${at.toString(36).replaceAll(/\d/g, "x")}haus`;
    const many = Array.from({ length: 10 }, (_, part) =>
      Array.from({ length: 5_000 }, (_each, at) => word(part * 5_000 + at)).join(" "),
    );
    const same = "und wieder ".repeat(9_000);
    const rare = [
      `${"\u{12000}".repeat(100)} ${"\u{1F600}".repeat(100)} a${"\u0301".repeat(200)}`,
      "中".repeat(3_000),
      "ก".repeat(3_000),
    ];
    const body = [...many, same, ...rare].map((text) => ({ paragraph: { text } }));
    const { id } = await newsroom.published({ language: "de", headline: "Alles", body });
    expect(await headsOf(id)).toEqual(["DRAFT", "PUBLISHED"]);
  });

  it("are written by the upgrade exactly as the transactions write them, and it reports its progress", async () => {
    const before = await documents();
    await db.database.pool.query("DELETE FROM search_document");
    await db.database.pool.query("UPDATE search_state SET version = 0");
    const lines: string[] = [];
    const log = { info: (_fields: object, line: string) => void lines.push(line) };
    // The log of the server has more signatures than are used.
    const indexed = await indexBacklog(db.database, log as typeof quiet);
    expect(indexed).toBeGreaterThan(4);
    expect(await documents()).toEqual(before);
    expect(lines.at(-1)).toBe(`search: ${indexed} changes were indexed`);
    expect(await indexBacklog(db.database, quiet)).toBe(0);
  });

  it("follow changes that others make with SQL at the next look", async () => {
    const id = await newsroom.person({ name: "Old Name" });
    const key = decodeNodeId(id)?.uuid;
    await db.database.pool.query("UPDATE person_name SET name = 'Fresh Name' WHERE person_id = $1", [key]);
    expect(await pending()).toBeGreaterThan(0);
    await indexBacklog(db.database, quiet);
    expect((await documents()).find((row) => row.key === key)?.text).toMatch(/'fresh':1A/);
    expect(await pending()).toBe(0);
  });
});
