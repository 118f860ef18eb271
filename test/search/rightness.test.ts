import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  DeskDeleteArticleDocument,
  DeskKillArticleDocument,
  DeskPublishArticleDocument,
  DeskRestoreArticleDocument,
  DeskUnpublishArticleDocument,
  DeskUpdateArticleDocument,
  DeskUpdateParagraphDocument,
  ImportArticleDocument,
  PersonsMergeDocument,
  PersonsUpdateDocument,
  PostsUpdateDocument,
  SearchIdsDocument,
  type SearchKind,
} from "../generated/graphql.js";
import { encodeNodeId } from "../../src/graphql/node-id.js";
import { newId } from "../../src/lib/new-id.js";
import { exportTo, restoreFile } from "../../src/export/export.command.js";
import { createTestApp } from "../support/app.js";
import { createTestDatabase } from "../support/database.js";
import { loadDemoNewsroom } from "../support/demo.js";
import { Desk, present } from "../support/desk.js";
import { makeStory } from "../support/story.js";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

const DRAFTS = { "x-content-view": "draft" };

/** The ids of the hits for readers, or for an editor who asks for drafts. */
async function find(query: string, as: "READER" | "EDITOR" = "READER", kinds?: SearchKind[]): Promise<string[]> {
  const headers = as === "READER" ? {} : { ...desk.headers.EDITOR, ...DRAFTS };
  const variables = { query, ...(kinds ? { in: kinds } : {}) };
  const { search } = await desk.app.data(SearchIdsDocument, variables, headers);
  return search.nodes.map(({ node }) => node.id);
}

describe("right after the answer of a mutation, a search", () => {
  it("finds a draft for editors only, and the published text with its published content", async () => {
    const { id, version } = await desk.newsroom.draft({ headline: "Quagga sighted" });
    expect(await find("quagga")).toEqual([]);
    expect(await find("quagga", "EDITOR")).toEqual([id]);
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: version });
    expect(await find("quagga")).toEqual([id]);
    await desk.write(DeskUpdateArticleDocument, { id, expectedVersion: version + 1, headline: "Zebra sighted" });
    expect([await find("quagga"), await find("zebra")]).toEqual([[id], []]);
    expect([await find("quagga", "EDITOR"), await find("zebra", "EDITOR")]).toEqual([[], [id]]);
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: version + 2 });
    expect([await find("quagga"), await find("zebra")]).toEqual([[], [id]]);
  });

  it("finds a changed paragraph and no longer its old words", async () => {
    const story = await makeStory(desk, "DRAFT", { body: [{ paragraph: { text: "The okapi sleeps." } }] });
    const paragraph = present((await desk.draft(story.id))?.body[0]).id;
    await desk.write(DeskUpdateParagraphDocument, {
      id: paragraph,
      expectedVersion: story.version,
      text: "The tapir wakes.",
    });
    expect([await find("okapi", "EDITOR"), await find("tapir", "EDITOR")]).toEqual([[], [story.id]]);
  });

  it("finds nothing of what is unpublished or killed: not the article, its quotes, persons or posts", async () => {
    for (const [act, animal, name] of [
      ["unpublish", "marmot", "Hollyhock"],
      ["kill", "bandicoot", "Zinnwald"],
    ] as const) {
      const speaker = await desk.newsroom.person({ name: `Ottoline ${name}` });
      const source = await desk.newsroom.post({ text: `A ${animal} whistled.` });
      const { id, version } = await desk.newsroom.published({
        headline: `The ${animal}`,
        body: [
          { post: { id: source } },
          {
            paragraph: {
              text: `“A ${animal} whistled,” said Ottoline ${name}.`,
              quotes: [{ exact: `A ${animal} whistled`, speakerId: speaker }],
            },
          },
        ],
      });
      expect(await find(animal)).toHaveLength(3);
      expect(await find(name)).toContain(speaker);
      if (act === "kill")
        await desk.write(DeskKillArticleDocument, { id, expectedVersion: version, reason: "Forged." });
      else await desk.write(DeskUnpublishArticleDocument, { id, expectedVersion: version });
      expect([await find(animal), await find(name), await find(`Otoline ${name}`)]).toEqual([[], [], []]);
      expect(await find(animal, "EDITOR")).toContain(id);
    }
  });

  it("finds nothing in the trash, and again what is restored from it", async () => {
    const { id, version } = await desk.newsroom.draft({ headline: "Thylacine counted" });
    await desk.write(DeskDeleteArticleDocument, { id, expectedVersion: version });
    expect(await find("thylacine", "EDITOR")).toEqual([]);
    await desk.write(DeskRestoreArticleDocument, { id });
    expect(await find("thylacine", "EDITOR")).toEqual([id]);
  });

  it("finds a renamed person by the new name and the old, and with their quotes", async () => {
    const { speaker, quotes } = await makeStory(desk);
    const input = { id: speaker, name: "Perpetua Quillfeather" };
    await desk.write(PersonsUpdateDocument, input);
    expect(await find("quillfeather")).toEqual(expect.arrayContaining([speaker, ...quotes]));
    expect(await find("quillfeather tomorrow OR late")).toEqual([quotes[1]]);
  });

  it("finds an article by its author, also after the author is renamed and merged", async () => {
    const author = await desk.newsroom.person({ name: "Barnaby Thistlewood" });
    const { id } = await desk.newsroom.published({ headline: "Salt prices", authors: [{ personId: author }] });
    expect(await find("thistlewood salt")).toEqual([id]);
    await desk.write(PersonsUpdateDocument, { id: author, name: "Barnaby Oxenford" });
    expect(await find("oxenford salt")).toEqual([id]);
    const stays = await desk.newsroom.person({ name: "Wilhelmina Crake" });
    await desk.write(PersonsMergeDocument, { id: author, intoId: stays });
    expect(await find("crake salt")).toEqual([id]);
  });

  it("finds the quotes of a merged person by the names of the one that stays", async () => {
    const { speaker, quotes } = await makeStory(desk);
    const stays = await desk.newsroom.person({ name: "Leocadia Umber" });
    await desk.write(PersonsMergeDocument, { id: speaker, intoId: stays });
    expect(await find("leocadia", "READER", ["PERSON"])).toEqual([stays]);
    expect((await find("leocadia", "READER", ["QUOTE"])).toSorted()).toEqual(quotes.toSorted());
  });

  it("finds an edited post by its new text", async () => {
    const { post } = await makeStory(desk);
    await desk.write(PostsUpdateDocument, { id: post, text: "Narwhals wait outside." });
    expect([
      await find("narwhal", "READER", ["EMBEDDED_POST"]),
      await find("ships outside", "READER", ["EMBEDDED_POST"]),
    ]).toEqual([[post], expect.not.arrayContaining([post])]);
  });

  it("finds an article by the caption of its image, its own or that of the library", async () => {
    const { prisma, transaction } = desk.app.database;
    const id = newId();
    const facts = {
      contentHash: "a".repeat(64),
      mediaType: "image/png",
      width: 4,
      height: 4,
      sizeBytes: 90,
      alt: "A bird.",
    };
    await prisma.image.create({ data: { id, ...facts, caption: "A cassowary at dawn." } });
    const imageId = encodeNodeId("Image", id);
    const shared = await desk.newsroom.published({ leadImage: { imageId } });
    const own = await desk.newsroom.published({ leadImage: { imageId, caption: "A lyrebird at noon." } });
    expect([await find("cassowary"), await find("lyrebird")]).toEqual([[shared.id], [own.id]]);
    await transaction((tx) => tx.image.update({ where: { id }, data: { caption: "A kookaburra at dusk." } }));
    expect([await find("cassowary"), await find("kookaburra")]).toEqual([[], [shared.id]]);
  });

  it("finds an imported article", async () => {
    const content =
      "Wombat returns\n\n2026-02-11 PORT MALDEN – A wombat was seen on Monday, the office said.\n\nNobody believed it.";
    const imported = await desk.write(ImportArticleDocument, { content });
    expect(imported.__typename).toBe("ImportArticlePayload");
    expect(await find("wombat", "EDITOR")).toHaveLength(1);
  });
});

describe("what is not written by a mutation", () => {
  it("is found as well: the demo newsroom, and a restored export finds the same as the original", async () => {
    const app = await createTestApp();
    const folder = await mkdtemp(join(tmpdir(), "dateline-search-"));
    const empty = await createTestDatabase();
    try {
      await loadDemoNewsroom(app);
      const documents = "SELECT kind, key, head, text::text FROM search_document ORDER BY kind, key, head";
      const rows = await app.database.read(documents);
      expect(rows.length).toBeGreaterThan(50);
      await exportTo(app.database, join(folder, "all.jsonl"), { withDrafts: true });
      await restoreFile(empty.database, join(folder, "all.jsonl"));
      expect(await empty.database.read(documents)).toEqual(rows);
    } finally {
      await app.close();
      await empty.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
