import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/database/client.js";
import { ExportFault, exportTo, restoreFile } from "../../src/export/export.command.js";
import { importStory } from "../../src/import/import.service.js";
import { readPlainCopy } from "@dateline/copy-reader";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { done, Newsroom } from "../support/newsroom.js";

const FERRY = `Ferry runs again\u2028from Monday

2026-02-11 PORT MALDEN – The ferry to Sorrel Island will run again from Monday, the harbour office said.

“The quay is safe again after eleven weeks of repairs,” harbour master Ilse Harrow told reporters.

The quay is safe again after twelve weeks of repairs. — Ilse Harrow (@iharrow) February 11, 2026

“We have waited long enough,” she added.
`;

const SECRET = `2026-02-12 PORT MALDEN – The tide gate will be sold, a paper says.

“Nobody may know,” said engineer Bram Oster.
`;

let newsroom: TestDatabase;
let folder: string;

beforeAll(async () => {
  newsroom = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "dateline-export-"));
  const made = new Newsroom(newsroom.database);
  done(await importStory(made.work, readPlainCopy(FERRY), { isPublished: true }));
  done(await importStory(made.work, readPlainCopy(SECRET), { ownId: "urn:tide:1" }));
  await made.published({ headline: "Tide tables", topics: ["Weather", "Harbour"], standfirst: "For March." });
  await made.killed({ headline: "A forged paper" });
});

afterAll(async () => {
  await newsroom.close();
  await rm(folder, { recursive: true, force: true });
});

async function exportOf(database: Database, name: string, withDrafts: boolean): Promise<string> {
  await exportTo(database, join(folder, name), { withDrafts });
  return readFile(join(folder, name), "utf8");
}

/** Takes a file back into an empty newsroom, and returns what is exported from that. */
async function takeBack(file: string, name: string): Promise<{ sentence: string; again: string; text: string }> {
  const empty = await createTestDatabase();
  try {
    const sentence = await restoreFile(empty.database, join(folder, file));
    const text = await exportOf(empty.database, name, true);
    return { sentence, text, again: await restoreFile(empty.database, join(folder, file)) };
  } finally {
    await empty.close();
  }
}

function kindsOf(text: string): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const line of text.trim().split("\n")) {
    const { kind }: { kind: string } = JSON.parse(line);
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return kinds;
}

describe("an export of everything", () => {
  it("is taken back into an empty newsroom without loss, and a second time without doubling", async () => {
    const before = await exportOf(newsroom.database, "all.jsonl", true);
    const entries = await newsroom.database.prisma.auditEntry.count();
    expect(kindsOf(before)).toEqual({ topic: 2, person: 2, post: 1, article: 4, auditEntry: entries });
    const { sentence, text, again } = await takeBack("all.jsonl", "all-again.jsonl");
    expect(text).toBe(before);
    const written = `4 articles, 1 posts, 2 persons, 0 images, 0 sections, 2 topics and ${entries} entries of the audit log were written`;
    expect(sentence).toContain(`${written}; 0 were there already.`);
    const nothing =
      "0 articles, 0 posts, 0 persons, 0 images, 0 sections, 0 topics and 0 entries of the audit log were written";
    expect(again).toContain(`${nothing}; ${9 + entries} were there already.`);
  });

  it("is an event of every row that is not history, when it is taken back", async () => {
    const empty = await createTestDatabase();
    const events = () =>
      empty.database.read(
        "SELECT act, subject, count(*), min(article_version) AS version FROM event GROUP BY 1, 2 ORDER BY 2",
      );
    try {
      await restoreFile(empty.database, join(folder, "all.jsonl"));
      const expected = [
        { act: "restoreExport", subject: "Article", count: 4, version: 1 },
        { act: "restoreExport", subject: "EmbeddedPost", count: 1, version: null },
        { act: "restoreExport", subject: "Person", count: 2, version: null },
        { act: "restoreExport", subject: "Topic", count: 2, version: null },
      ];
      expect(await events()).toEqual(expected);
      await restoreFile(empty.database, join(folder, "all.jsonl"));
      expect(await events()).toEqual(expected);
    } finally {
      await empty.close();
    }
  });

  it("is known by its words and by its sender's name for it afterwards as before", async () => {
    const empty = await createTestDatabase();
    try {
      await restoreFile(empty.database, join(folder, "all.jsonl"));
      const { work } = new Newsroom(empty.database);
      const before = await newsroom.database.prisma.importKey.findMany({ orderBy: { key: "asc" } });
      expect(await empty.database.prisma.importKey.findMany({ orderBy: { key: "asc" } })).toEqual(before);
      const byText = done(await importStory(work, readPlainCopy(SECRET)));
      const byName = done(
        await importStory(work, readPlainCopy(FERRY.replace("eleven", "nine")), { ownId: "urn:tide:1" }),
      );
      expect(before).toHaveLength(3);
      expect([byText.known, byName.known]).toMatchObject([{ isOtherText: false }, { isOtherText: true }]);
      expect(byName.article?.articleId).toBe(byText.article?.articleId);
    } finally {
      await empty.close();
    }
  });

  it("from before there were several import keys is taken back with the one it has", async () => {
    const all = (await readFile(join(folder, "all.jsonl"), "utf8")).trim().split("\n");
    const lines = all.filter((line) => !line.includes('"kind":"auditEntry"'));
    const keys: string[] = [];
    const old = lines.map((line) => {
      const { article, ...rest } = JSON.parse(line);
      const before = { ...rest, version: 1 };
      if (!article) return JSON.stringify(before);
      // Documents had no rows of persons, posts and topics either.
      for (const { document } of article.revisions)
        for (const table of ["person", "person_name", "social_account", "embedded_post", "topic"])
          delete document[table];
      const { importKeys, ...row } = article;
      const importKey = importKeys[0]?.key ?? null;
      if (importKey !== null) keys.push(importKey);
      return JSON.stringify({ ...before, article: { ...row, importKey } });
    });
    await writeFile(join(folder, "old.jsonl"), old.join("\n"));
    const { sentence, text } = await takeBack("old.jsonl", "old-again.jsonl");
    expect(sentence).toContain("4 articles");
    expect(keys).toHaveLength(2);
    for (const key of keys) expect(text).toContain(`"importKeys":[{"key":"${key}","articleId":`);
  });

  it("can be restored although editors wrote all the time while it was taken", async () => {
    const busy = await createTestDatabase({ poolSize: 8 });
    try {
      const editors = new Newsroom(busy.database);
      const write = async (): Promise<void> => {
        const [speaker, source] = [await editors.person(), await editors.post()];
        const quotes = [{ exact: "We open", speakerId: speaker, sourceId: source }];
        await editors.published({ topics: [speaker], body: [{ paragraph: { text: "“We open,” she said.", quotes } }] });
      };
      // More articles than a page, so that the export is read in several statements.
      for (let made = 0; made < 60; made += 1) await write();
      const writing = { isOver: false };
      const writers = [1, 2, 3].map(async () => {
        while (!writing.isOver) await write();
      });
      for (let taken = 1; taken <= 3; taken += 1) await exportOf(busy.database, `busy-${taken}.jsonl`, true);
      writing.isOver = true;
      await Promise.all(writers);
    } finally {
      await busy.close();
    }
    for (let taken = 1; taken <= 3; taken += 1) {
      const { text } = await takeBack(`busy-${taken}.jsonl`, `busy-${taken}-again.jsonl`);
      expect(text).toBe(await readFile(join(folder, `busy-${taken}.jsonl`), "utf8"));
    }
  });

  it("contains who did what, and no token", async () => {
    const { prisma } = newsroom.database;
    const text = await readFile(join(folder, "all.jsonl"), "utf8");
    const acts = (await prisma.auditEntry.findMany({ orderBy: { id: "asc" } })).map(({ act, actor }) => [act, actor]);
    const lines = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const exported = lines.flatMap(({ auditEntry }) => (auditEntry ? [[auditEntry.act, auditEntry.actor]] : []));
    expect(exported).toEqual(acts);
    expect(acts.length).toBeGreaterThan(5);
    expect(text).not.toMatch(/"(hash|secret|token)":/u);
  });

  it("is readable by its owner alone", async () => {
    expect((await stat(join(folder, "all.jsonl"))).mode & 0o777).toBe(0o600);
  });

  it("holds no character that ends a line for some readers", async () => {
    expect(await readFile(join(folder, "all.jsonl"), "utf8")).not.toMatch(/[\u2028\u2029]/u);
  });
});

describe("the command", () => {
  it("reports how much it wrote and where, and in a sentence the reason of a failure", async () => {
    const file = join(folder, "named.jsonl");
    expect(await exportTo(newsroom.database, file, { withDrafts: true })).toBe(
      `${9 + (await newsroom.database.prisma.auditEntry.count())} objects, 4 of them articles, were written into ${file}.`,
    );
    const again = exportTo(newsroom.database, file, { withDrafts: true });
    await expect(again).rejects.toThrow(`${file}: the file is there already; an export never overwrites one.`);
    const nowhere = join(folder, "no-folder", "a.jsonl");
    const lost = exportTo(newsroom.database, nowhere, { withDrafts: true });
    await expect(lost).rejects.toThrow(`${nowhere}: there is no such file or folder.`);
    const missing = restoreFile(newsroom.database, nowhere);
    await expect(missing).rejects.toThrow(`${nowhere}: there is no such file or folder.`);
  });
});

describe("an export of what is published", () => {
  it("contains no drafts and no killed articles, and is restored with drafts of its own", async () => {
    const published = await exportOf(newsroom.database, "published.jsonl", false);
    expect(kindsOf(published)).toEqual({ topic: 2, person: 1, post: 1, article: 2 });
    for (const hidden of ["Nobody may know", "Bram Oster", "forged", '"DRAFT"'])
      expect(published).not.toContain(hidden);
    const { text } = await takeBack("published.jsonl", "published-again.jsonl");
    const heads = [...text.matchAll(/"head":"(DRAFT|PUBLISHED)","version"/gu)].map(([, head]) => head);
    expect(heads).toEqual(["DRAFT", "PUBLISHED", "DRAFT", "PUBLISHED"]);
  });
});

describe("what is refused is refused with its file and line", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["{", "no JSON"],
    ['{"shape":"other","version":1,"kind":"topic"}', "no line of an export"],
    ['{"shape":"dateline","version":5,"kind":"topic","topic":{}}', "no line of an export"],
    ['{"shape":"dateline","version":1,"kind":"topic","topic":{"id":"x"}}', "topic.id"],
  ];
  it.each(cases)("%s", async (line, words) => {
    const file = join(folder, "broken.jsonl");
    await writeFile(file, `\n${line}\n`);
    const taken = restoreFile(newsroom.database, file);
    await expect(taken).rejects.toBeInstanceOf(ExportFault);
    await expect(taken).rejects.toThrow(`${file}:2: `);
    await expect(taken).rejects.toThrow(words);
  });

  it("in the middle of a file: the lines before it are written, and the file can be restored once it is corrected", async () => {
    const text = await readFile(join(folder, "all.jsonl"), "utf8");
    const lines = text.trim().split("\n");
    const at = lines.findIndex((line) => line.includes('"kind":"article"')) + 1;
    const unknown = '"speakerId":"018f0000-0000-7000-8000-000000000000"';
    const broken = lines.map((line, index) =>
      index === at + 1 ? line.replaceAll(/"topicId":"[^"]+"|"speakerId":"[^"]+"/gu, unknown) : line,
    );
    const empty = await createTestDatabase();
    const file = join(folder, "middle.jsonl");
    for (const wrong of [[...lines.slice(0, at + 1), "{", ...lines.slice(at + 2)], broken]) {
      await writeFile(file, wrong.join("\n"));
      const taken = restoreFile(empty.database, file);
      await expect(taken).rejects.toThrow(`${file}:${at + 2}: `);
      expect(await empty.database.prisma.article.count()).toBe(2);
    }
    await writeFile(file, [...lines, ...lines].join("\n"));
    expect(await restoreFile(empty.database, file)).toContain("2 articles, 0 posts");
    expect(await exportOf(empty.database, "middle-again.jsonl", true)).toBe(text);
    await empty.close();
  });

  it("an existing file is not overwritten", async () => {
    await writeFile(join(folder, "there.jsonl"), "kept");
    await expect(exportOf(newsroom.database, "there.jsonl", true)).rejects.toBeInstanceOf(ExportFault);
    expect(await readFile(join(folder, "there.jsonl"), "utf8")).toBe("kept");
  });
});
