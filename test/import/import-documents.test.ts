import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UserError } from "../../src/graphql/user-errors.js";
import { useCopyReader } from "../support/copies.js";
import type { Copy } from "@dateline/copy-reader";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { done, Newsroom } from "../support/newsroom.js";

const sendCopy = useCopyReader();

const PARAGRAPHS = ["The tide gate held on Thursday.", "“It held,” said engineer Bram Oster.", "Nobody was hurt."];
const TEXT = PARAGRAPHS.join("\n\n");
const HTML = PARAGRAPHS.map((text) => `<p>${text}</p>`).join("\n");

function nitf(id: string, body: string): string {
  return `<nitf><head><docdata><doc-id id-string="${id}"/></docdata></head><body><body.head><hedline><hl1>Gate holds</hl1></hedline></body.head><body.content>${body}</body.content></body></nitf>`;
}

let opened: TestDatabase;
let made: Newsroom;

beforeAll(async () => {
  opened = await createTestDatabase();
  made = new Newsroom(opened.database);
});
afterAll(async () => opened.close());

async function take(copy: Copy) {
  return done(await sendCopy(made.work, copy));
}

describe("a document that is imported", () => {
  it("becomes a draft with its persons and quotations, and reports its format", async () => {
    const { articleId, report } = await take({ content: nitf("gate-1", HTML) });
    expect(report).toMatchObject({ format: "NITF", language: "en" });
    const head = await opened.database.prisma.articleHead.findFirstOrThrow({
      where: { articleId: articleId ?? "" },
      include: { quotes: { include: { speaker: true } } },
    });
    expect(head.headline).toBe("Gate holds");
    expect(head.quotes.map(({ text, speaker }) => [text, speaker?.name])).toEqual([["It held,", "Bram Oster"]]);
  });

  it("is found again by its own name when its words have changed", async () => {
    const first = await take({ content: nitf("gate-2", `${HTML}<p>First version.</p>`) });
    const second = await take({ content: nitf("gate-2", `${HTML}<p>Second version.</p>`) });
    expect(second.articleId).toBe(first.articleId);
    expect(second.report.warnings.join(" ")).toContain("imported before");
  });

  it("is found by its words where those came first without a name, in whatever format", async () => {
    const first = await take({ content: `${TEXT}\n\nTold in plain text.`, format: "TEXT" });
    const marked = await take({ content: `${HTML}<p>Told in plain text.</p>`, format: "HTML" });
    const named = await take({ content: nitf("gate-3", `${HTML}<p>Told in plain text.</p>`) });
    expect([marked.articleId, named.articleId]).toEqual([first.articleId, first.articleId]);
  });

  it("is only reported, and nothing is written, in a dry run", async () => {
    const before = await opened.database.prisma.article.count();
    const content = JSON.stringify({ uri: "urn:gate:4", headline: "Dry", body_html: HTML });
    const { articleId, knownId, report } = done(await sendCopy(made.work, { content, dryRun: true }));
    expect(articleId).toBeNull();
    // These words came before.
    expect(knownId).toBe((await take({ content: nitf("gate-1", HTML) })).articleId);
    expect(report.format).toBe("NINJS");
    expect(report.proposals.find(({ path }) => path === "headline")?.value).toBe("Dry");
    expect(await opened.database.prisma.article.count()).toBe(before);
  });

  it("is refused with the line where it is broken, and nothing is written", async () => {
    const before = await opened.database.prisma.article.count();
    const bomb =
      '<!DOCTYPE nitf [<!ENTITY a "aa">]>\n<nitf><body><body.content><p>&a;</p></body.content></body></nitf>';
    const refused = await sendCopy(made.work, { content: bomb });
    expect(refused).toBeInstanceOf(UserError);
    expect(JSON.stringify(refused)).toContain("Line 2: ");
    expect(await opened.database.prisma.article.count()).toBe(before);
  });
});
