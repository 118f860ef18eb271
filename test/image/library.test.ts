import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestApp } from "../support/app.js";
import type { Desk } from "../support/desk.js";
import { ImageDesk } from "../support/image-desk.js";

let images: ImageDesk;
let desk: Desk;
let app: TestApp;
let as: Desk["headers"];
let draft: Readonly<Record<string, string>>;

beforeAll(async () => {
  images = await ImageDesk.open();
  ({ desk, draft } = images);
  ({ app, headers: as } = desk);
});
afterAll(() => app.close());

describe("the library of images", () => {
  it("is for those who write, and shows all images, newest first", async () => {
    const ids = [await images.image(), await images.image(), await images.image()].reverse();
    for (const headers of [as.AUTHOR, as.EDITOR, draft]) expect(await images.idsOf("(first: 3)", headers)).toEqual(ids);
    const { errors, data } = await app.ask("{ images { nodes { id } } }", {}, {});
    expect([data, errors]).toMatchObject([null, [{ extensions: { code: "FORBIDDEN" } }]]);
  });

  it("is read in pages, forwards and backwards, while images are added", async () => {
    const ids = [await images.image(), await images.image(), await images.image(), await images.image()].reverse();
    const page = async (args: string) =>
      (
        await app.data<{ images: { nodes: { id: string }[]; pageInfo: Record<string, unknown> } }, object>(
          `{ images(${args}) { nodes { id } pageInfo { endCursor startCursor hasNextPage } } }`,
          {},
          draft,
        )
      ).images;
    const first = await page("first: 2");
    await images.image();
    const second = await page(`first: 2, after: "${String(first.pageInfo["endCursor"])}"`);
    expect([...first.nodes, ...second.nodes].map(({ id }) => id)).toEqual(ids);
    const back = await page(`last: 2, before: "${String(second.pageInfo["startCursor"])}"`);
    expect(back.nodes).toEqual(first.nodes);
  });

  it("is searched in all texts of an image, in any case and with or without accents, and without wildcards", async () => {
    const first = await images.image({ alt: "Die FÄHRE im Sturm", credit: "Ann Roe" });
    const second = await images.image({ caption: "100% Fähre_neu", place: "Kiel" });
    const find = (textContains: string): Promise<readonly string[]> =>
      images.idsOf(`(filter: { textContains: ${JSON.stringify(textContains)} })`);
    expect(await find("fähre")).toEqual([second, first]);
    expect(await find("fahre im")).toEqual([first]);
    expect(await find("0% F")).toEqual([second]);
    expect(await find("FÄHRE_NEU")).toEqual([second]);
    expect(await find("_")).not.toContain(first);
    expect(await find("ann roe")).toEqual([first]);
    expect(await find("kiel")).toEqual([second]);
    // A match is within one text.
    expect(await find("SturmAnn")).toEqual([]);
  });

  it("knows which images are used, in every head and as a portrait, and no longer when they are not", async () => {
    const [inBody, asLead, asPortrait, unused] = [
      await images.image({ alt: "a" }),
      await images.image({ alt: "b" }),
      await images.image(),
      await images.image(),
    ];
    const used = async (): Promise<readonly boolean[]> => {
      const all = new Set(await images.idsOf("(filter: { isUsed: true }, first: 100)"));
      const none = new Set(await images.idsOf("(filter: { isUsed: false }, first: 100)"));
      return [inBody, asLead, asPortrait, unused].map((id) => {
        expect(all.has(id)).toBe(!none.has(id));
        return all.has(id);
      });
    };
    expect(await used()).toEqual([false, false, false, false]);
    const personId = await desk.newsroom.person({ portraitId: asPortrait });
    const { id, version } = await desk.newsroom.draft({
      body: [{ paragraph: { text: "Words." } }, { figure: { imageId: inBody } }],
      leadImage: { imageId: asLead },
    });
    expect(await used()).toEqual([true, true, true, false]);
    const cleared = await images.mutate(
      "updatePerson",
      { id: personId, portraitId: null },
      "... on UpdatePersonPayload { person { portrait { id } } }",
    );
    expect(cleared).toMatchObject({ person: { portrait: null } });
    expect(await used()).toEqual([true, true, false, false]);
    const trashed = await images.mutate("deleteArticle", { id, expectedVersion: version }, "");
    expect(trashed["__typename"]).toBe("DeleteArticlePayload");
    expect(await used()).toEqual([true, true, false, false]);
    const restored = await images.mutate(
      "restoreArticle",
      { id },
      "... on RestoreArticlePayload { article { version } }",
    );
    const again = (restored["article"] as { version: number }).version;
    const body = [{ paragraph: { text: "Words." } }];
    const changed = await images.mutate("updateArticle", { id, expectedVersion: again, body, leadImage: null }, "");
    expect(changed["__typename"]).toBe("UpdateArticlePayload");
    expect(await used()).toEqual([false, false, false, false]);
  });

  it("pages by indexes, whatever the filter, among 100,000 images", async () => {
    await app.database.prisma.$executeRawUnsafe(`
      INSERT INTO image (id, content_hash, media_type, width, height, size_bytes, alt, is_used, created_at)
      SELECT gen_random_uuid(), encode(sha256(n::text::bytea), 'hex'), 'image/png', 10, 10, 10,
        'Picture ' || n, n % 1000 <> 0, timestamptz '2020-01-01' + n * interval '1 second'
      FROM generate_series(1, 100000) n`);
    await app.database.prisma.$executeRawUnsafe("ANALYZE image");
    const plans = {
      "(first: 20)": "image_created_at_id_idx",
      "(first: 20, filter: { isUsed: false })": "image_by_use",
      "(first: 20, filter: { isUsed: true })": "image_",
      '(first: 20, filter: { textContains: "Picture 4711" })': "image_texts_characters",
    };
    for (const [args, index] of Object.entries(plans)) {
      app.statements.length = 0;
      await app.data(`{ images${args} { nodes { id } } }`, {}, draft);
      const [statement, ...others] = app.statements.filter(({ sql }) => sql.includes("FROM image"));
      expect(others).toEqual([]);
      const explained = await app.database.pool.query(`EXPLAIN (ANALYZE, FORMAT TEXT) ${statement?.sql}`, [
        ...(statement?.params ?? []),
      ]);
      const plan = explained.rows.map((row: Record<string, unknown>) => String(row["QUERY PLAN"])).join("\n");
      expect(plan).toContain(index);
      expect(plan).not.toContain("Seq Scan on image");
      // It reads no more than the page and, for characters, what may contain them.
      const read = Math.max(...[...plan.matchAll(/Rows Removed by [\w ]+: (\d+)/g)].map(([, rows]) => Number(rows)), 0);
      expect([args, read]).toEqual([args, expect.toSatisfy((rows: number) => rows < 200)]);
    }
    await app.database.prisma.$executeRawUnsafe("DELETE FROM image WHERE alt LIKE 'Picture %'");
  });
});

describe("readers", () => {
  it("see an image as soon as published content shows it, and as long", async () => {
    const [figure, lead, portrait, inDraft] = [
      await images.image({ alt: "A" }),
      await images.image({ alt: "B" }),
      await images.image(),
      await images.image({ alt: "D" }),
    ];
    const speaker = await desk.newsroom.person({ name: "Mina Harbour", portraitId: portrait });
    const input = {
      leadImage: { imageId: lead },
      body: [
        { paragraph: { text: "“We sail,” said Mina Harbour.", quotes: [{ exact: "We sail", speakerId: speaker }] } },
        { figure: { imageId: figure } },
      ],
    };
    const { id, version } = await desk.newsroom.draft(input);
    await desk.newsroom.draft({ leadImage: { imageId: inDraft } });
    for (const each of [figure, lead, portrait, inDraft]) {
      expect(await images.seen(each, {})).toEqual([null, null]);
      expect(await images.seen(each, draft)).toEqual([each, each]);
    }
    const done = await images.mutate(
      "publishArticle",
      { id, expectedVersion: version },
      "... on PublishArticlePayload { article { version } }",
    );
    for (const each of [figure, lead, portrait]) expect(await images.seen(each, {})).toEqual([each, each]);
    expect(await images.seen(inDraft, {})).toEqual([null, null]);
    const { version: now } = done["article"] as { version: number };
    const hidden = await images.mutate("unpublishArticle", { id, expectedVersion: now, reason: "Test." }, "");
    expect(hidden["__typename"]).toBe("UnpublishArticlePayload");
    for (const each of [figure, lead, portrait]) expect(await images.seen(each, {})).toEqual([null, null]);
  });

  it("see of an image the articles that they can read, each once, and not the name of its file", async () => {
    const id = await images.image({ alt: "Twice" });
    const twice = [{ paragraph: { text: "a" } }, { figure: { imageId: id } }, { figure: { imageId: id } }];
    const published = await desk.newsroom.published({ leadImage: { imageId: id }, body: twice });
    const inDraft = await desk.newsroom.draft({ leadImage: { imageId: id } });
    const query = "query ($id: ID!) { image(id: $id) { fileName articles { totalCount nodes { id } } } }";
    const read = async (headers: Readonly<Record<string, string>>) =>
      (
        await app.data<
          { image: { fileName: string; articles: { totalCount: number; nodes: { id: string }[] } } },
          object
        >(query, { id }, headers)
      ).image;
    expect(await read({})).toEqual({ fileName: null, articles: { totalCount: 1, nodes: [{ id: published.id }] } });
    const all = await read(draft);
    expect(all.fileName).toBe("picture.jpg");
    expect(new Set(all.articles.nodes.map((each) => each.id))).toEqual(new Set([published.id, inDraft.id]));
    expect(all.articles.totalCount).toBe(2);
  });
});
