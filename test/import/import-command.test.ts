import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Work } from "../../src/auth/work.js";
import { decodeNodeId } from "../../src/graphql/node-id.js";
import { type FileOptions, summariseEnds } from "../../src/import/import.command.js";
import { importOneStory, useCopyReader } from "../support/copies.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { done, Newsroom } from "../support/newsroom.js";

const sendCopy = useCopyReader();

let opened: TestDatabase;
let made: Newsroom;
let folder: string;
beforeAll(async () => {
  opened = await createTestDatabase();
  made = new Newsroom(opened.database);
  folder = await mkdtemp(join(tmpdir(), "dateline-copy-"));
});
afterAll(async () => {
  await opened.close();
  await rm(folder, { recursive: true, force: true });
});

/** An item whose words are derived from its subject. */
function item(about: string, more: object = {}): string {
  const text = `The keepers of the ${about} lock meet on Friday, the harbour office of Port Malden said.`;
  return JSON.stringify({ uri: `urn:lock:${about}`, headline: "Keepers meet", body_html: `<p>${text}</p>`, ...more });
}

let files = 0;

async function take(content: string, options: FileOptions = {}, work: Work = made.work) {
  files += 1;
  const file = join(folder, `copy-${files}`);
  await writeFile(file, content);
  return importOneStory(work, file, options);
}

function at(moment: string): Work {
  return { ...made.work, clock: { now: () => new Date(moment) } };
}

async function stateOf(outcome: string): Promise<string> {
  const [id = ""] = /art_[\w-]+/.exec(outcome) ?? [];
  const where = { id: decodeNodeId(id)?.uuid ?? "" };
  return (await opened.database.prisma.article.findUniqueOrThrow({ where })).state;
}

describe("what is to be published while its sender holds it", () => {
  const UNTIL = { embargoeduntil: "2031-03-03T06:00:00Z" };

  it("becomes a draft with the reason, before the moment of its embargo", async () => {
    const work = at("2031-03-03T05:59:59Z");
    const dry = await take(item("held", UNTIL), { isPublished: true, isDryRun: true }, work);
    expect(dry.end).toBe("held");
    expect(dry.outcome).toMatch(/^It would be held back as a draft, not published: The document is under an embargo/);
    const { outcome, end } = await take(item("held", UNTIL), { isPublished: true }, work);
    expect(end).toBe("held");
    expect(outcome).toMatch(
      /^It was held back and is a draft, not published, now: art_\S+, version 1\. The document is under an embargo until 2031-03-03T06:00:00Z\.$/,
    );
    expect(await stateOf(outcome)).toBe("DRAFT");
  });

  it("is published from that moment on", async () => {
    const { outcome, end } = await take(item("free", UNTIL), { isPublished: true }, at("2031-03-03T06:00:00Z"));
    expect([end, await stateOf(outcome)]).toEqual(["imported", "PUBLISHED"]);
  });

  it("is an ordinary draft if its publication is not requested", async () => {
    const { outcome, end } = await take(item("withheld", { pubstatus: "withheld" }));
    expect([end, await stateOf(outcome)]).toEqual(["imported", "DRAFT"]);
  });

  it("is counted among several files", () => {
    expect(summariseEnds(["imported", "held", "known"], false)).toBe(
      "3 files: 1 imported, 1 held back, 1 known before, 0 failed.",
    );
  });
});

describe("a story that comes again", () => {
  const CANCELED = { pubstatus: "canceled" };

  it("withdrawn, is reported with the article that readers see and what to do, and nothing is written", async () => {
    const first = await take(item("north"), { isPublished: true });
    const [id = ""] = /art_[\w-]+/.exec(first.outcome) ?? [];
    const { outcome, end } = await take(item("north", { ...CANCELED, body_html: "<p>This story is withdrawn.</p>" }));
    expect(outcome).toBe(
      `It was withdrawn by its sender, and had been imported before as ${id}, which is published: kill it with killArticle. Nothing was written.`,
    );
    expect([end, await stateOf(first.outcome)]).toEqual(["withdrawn", "PUBLISHED"]);
    expect(summariseEnds(["imported", end], false)).toBe(
      "2 files: 1 imported, 0 known before, 1 withdrawn but published, 0 failed.",
    );
  });

  it("withdrawn without any text, is reported nevertheless", async () => {
    await take(item("west"), { isPublished: true });
    const gone = await take(item("west", { ...CANCELED, body_html: undefined }));
    expect(gone).toMatchObject({ end: "withdrawn", outcome: expect.stringContaining("kill it with killArticle") });
    const copy = item("west", { ...CANCELED, body_html: undefined });
    const sent = done(await sendCopy(made.work, { content: copy }));
    expect(sent.report).toMatchObject({ format: "NINJS", wasImportedBefore: true, warnings: [gone.outcome] });
    const nitf = `<nitf><head><docdata management-status="canceled"><doc-id id-string="x-1"/></docdata></head></nitf>`;
    await expect(take(nitf)).rejects.toThrow("takes back a story that was not imported before");
    const newsml = `<newsItem guid="x-2"><itemMeta><pubStatus qcode="stat:withheld"/></itemMeta></newsItem>`;
    await expect(take(newsml)).rejects.toThrow("takes back a story that was not imported before");
  });

  it("withdrawn, is no emergency if readers do not see it", async () => {
    await take(item("south"));
    const { outcome, end } = await take(item("south", CANCELED));
    expect(outcome).toMatch(/withdrawn by its sender, .+ which is not published/);
    expect(end).toBe("known");
  });

  it("in other words, is reported with what to do", async () => {
    await take(item("east"));
    const { outcome, end } = await take(item("east", { body_html: "<p>The keepers of the east lock met.</p>" }));
    expect(outcome).toMatch(/A newer version came.+Nothing is overwritten; update the article by hand\.$/);
    expect(end).toBe("changed");
    expect(summariseEnds(["known", end], false)).toMatch(/1 known before, 1 known in another version, 0 failed\.$/);
  });
});
