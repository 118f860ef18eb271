import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TestApp } from "../support/app.js";
import { Desk } from "../support/desk.js";
import { makePicture, uploaded } from "../support/pictures.js";

let desk: Desk;
let app: TestApp;
let as: Desk["headers"];
let draft: Readonly<Record<string, string>>;
let seed = 0;

beforeAll(async () => {
  desk = await Desk.open();
  ({ app, headers: as } = desk);
  draft = { ...as.AUTHOR, "x-content-view": "draft" };
});
afterAll(() => app.close());
beforeEach(() => {
  seed += 10;
});

/** A new image; returns its global id. */
async function image(fields: Readonly<Record<string, string>> = {}): Promise<string> {
  seed += 1;
  return uploaded(app, as.AUTHOR, await makePicture({ width: 40, height: 20 + seed, format: "png", seed }), fields);
}

interface Library {
  readonly images: { readonly totalCount: number; readonly nodes: readonly { readonly id: string }[] };
}

async function library(args: string, headers = draft): Promise<Library["images"]> {
  return (await app.data<Library, object>(`{ images${args} { totalCount nodes { id } } }`, {}, headers)).images;
}

const idsOf = async (args: string): Promise<readonly string[]> => (await library(args)).nodes.map(({ id }) => id);

async function mutate(
  name: string,
  input: object,
  selection: string,
  headers = as.EDITOR,
): Promise<Record<string, unknown>> {
  const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { did: ${name}(input: $input) { __typename ... on UserError { code message path } ${selection} } }`;
  return (await app.data<{ did: Record<string, unknown> }, object>(document, { input }, headers)).did;
}

const UPDATED =
  "... on UpdateImagePayload { image { id alt credit usableUntil takenAt focalPoint { x y } version } } ... on StaleImageVersionError { currentVersion image { alt } } ... on ValidationError { issues { path message } }";
const update = (input: object, headers = as.AUTHOR): Promise<Record<string, unknown>> =>
  mutate("updateImage", input, UPDATED, headers);
const remove = (id: string, headers = as.EDITOR): Promise<Record<string, unknown>> =>
  mutate(
    "deleteImage",
    { id },
    "... on DeleteImagePayload { deletedId } ... on ImageInUseError { articleIds personIds }",
    headers,
  );

async function seen(id: string, headers: Readonly<Record<string, string>>): Promise<unknown> {
  const query = "query ($id: ID!) { image(id: $id) { id } node(id: $id) { id } }";
  const { image: one, node } = await app.data<Record<"image" | "node", { id: string } | null>, object>(
    query,
    { id },
    headers,
  );
  expect(one).toEqual(node);
  return one === null ? null : one.id;
}

describe("the library of images", () => {
  it("is for those who write, and shows all images, newest first", async () => {
    const ids = [await image(), await image(), await image()].reverse();
    for (const headers of [as.AUTHOR, as.EDITOR, draft])
      expect((await library("(first: 3)", headers)).nodes.map(({ id }) => id)).toEqual(ids);
    const { errors, data } = await app.ask("{ images { nodes { id } } }", {}, {});
    expect([data, errors]).toMatchObject([null, [{ extensions: { code: "FORBIDDEN" } }]]);
  });

  it("is read in pages, forwards and backwards, while images are added", async () => {
    const ids = [await image(), await image(), await image(), await image()].reverse();
    const page = async (args: string) =>
      (
        await app.data<{ images: { nodes: { id: string }[]; pageInfo: Record<string, unknown> } }, object>(
          `{ images(${args}) { nodes { id } pageInfo { endCursor startCursor hasNextPage } } }`,
          {},
          draft,
        )
      ).images;
    const first = await page("first: 2");
    await image();
    const second = await page(`first: 2, after: "${String(first.pageInfo["endCursor"])}"`);
    expect([...first.nodes, ...second.nodes].map(({ id }) => id)).toEqual(ids);
    const back = await page(`last: 2, before: "${String(second.pageInfo["startCursor"])}"`);
    expect(back.nodes).toEqual(first.nodes);
  });

  it("is searched in all texts of an image, in any case and with or without accents, and without wildcards", async () => {
    const first = await image({ alt: "Die FÄHRE im Sturm", credit: "Ann Roe" });
    const second = await image({ caption: "100% Fähre_neu", place: "Kiel" });
    const find = (textContains: string): Promise<readonly string[]> =>
      idsOf(`(filter: { textContains: ${JSON.stringify(textContains)} })`);
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
      await image({ alt: "a" }),
      await image({ alt: "b" }),
      await image(),
      await image(),
    ];
    const used = async (): Promise<readonly boolean[]> => {
      const all = new Set(await idsOf("(filter: { isUsed: true }, first: 100)"));
      const none = new Set(await idsOf("(filter: { isUsed: false }, first: 100)"));
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
    const cleared = await mutate(
      "updatePerson",
      { id: personId, portraitId: null },
      "... on UpdatePersonPayload { person { portrait { id } } }",
    );
    expect(cleared).toMatchObject({ person: { portrait: null } });
    expect(await used()).toEqual([true, true, false, false]);
    const trashed = await mutate("deleteArticle", { id, expectedVersion: version }, "");
    expect(trashed["__typename"]).toBe("DeleteArticlePayload");
    expect(await used()).toEqual([true, true, false, false]);
    const restored = await mutate("restoreArticle", { id }, "... on RestoreArticlePayload { article { version } }");
    const again = (restored["article"] as { version: number }).version;
    const body = [{ paragraph: { text: "Words." } }];
    const changed = await mutate("updateArticle", { id, expectedVersion: again, body, leadImage: null }, "");
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

describe("updateImage", () => {
  it("changes what it names, clears what is null, and records it", async () => {
    const id = await image({ alt: "Old", credit: "dpa", focalX: "0.2", focalY: "0.3" });
    const first = await update({
      id,
      expectedVersion: 1,
      alt: "New",
      usableUntil: "2027-01-31",
      takenAt: "2026-03-01T12:00:00+01:00",
    });
    expect(first).toMatchObject({
      __typename: "UpdateImagePayload",
      image: {
        id,
        alt: "New",
        credit: "dpa",
        usableUntil: "2027-01-31",
        takenAt: "2026-03-01T11:00:00Z",
        focalPoint: { x: 0.2, y: 0.3 },
        version: 2,
      },
    });
    const second = await update({ id, credit: null, usableUntil: null, focalPoint: null, alt: null });
    expect(second).toMatchObject({ image: { alt: "", credit: null, usableUntil: null, focalPoint: null, version: 3 } });
    const acts = await app.database.prisma.auditEntry.findMany({
      where: { act: "updateImage" },
      orderBy: { id: "desc" },
      take: 2,
    });
    expect(acts).toMatchObject([
      { subject: "Image", role: "AUTHOR" },
      { subject: "Image", role: "AUTHOR" },
    ]);
  });

  it("is refused on another version, for faults, and for an image that is not there", async () => {
    const id = await image({ alt: "Kept" });
    await update({ id, expectedVersion: 1, alt: "Changed" });
    expect(await update({ id, expectedVersion: 1, alt: "Lost" })).toMatchObject({
      __typename: "StaleImageVersionError",
      code: "STALE_VERSION",
      currentVersion: 2,
      image: { alt: "Changed" },
    });
    expect(await update({ id, credit: "x".repeat(301), focalPoint: { x: 1.5, y: -1 } })).toMatchObject({
      __typename: "ValidationError",
      issues: [
        { path: ["input", "focalPoint", "x"] },
        { path: ["input", "focalPoint", "y"] },
        { path: ["input", "credit"] },
      ],
    });
    const nowhere = "img_AAAAAAAAAAAAAAAAAAAAAA";
    expect(await update({ id: nowhere, alt: "x" })).toMatchObject({
      __typename: "NotFoundError",
      path: ["input", "id"],
    });
    expect(await update({ id: "per_AAAAAAAAAAAAAAAAAAAAAA", alt: "x" })).toMatchObject({ __typename: "NotFoundError" });
    expect(await update({ id, alt: "x" }, {})).toMatchObject({ __typename: "ForbiddenError" });
  });

  it("of an image that published text or a visible person shows needs an editor", async () => {
    const [shown, portrait, free] = [
      await image({ alt: "A", credit: "dpa" }),
      await image({ alt: "B" }),
      await image({ alt: "C" }),
    ];
    const speaker = await desk.newsroom.person({ name: "Hanna Ferry", portraitId: portrait });
    await desk.newsroom.published({
      leadImage: { imageId: shown },
      body: [
        { paragraph: { text: "“We sail,” said Hanna Ferry.", quotes: [{ exact: "We sail", speakerId: speaker }] } },
      ],
    });
    for (const id of [shown, portrait]) {
      expect(await update({ id, alt: "Changed" })).toMatchObject({
        __typename: "ForbiddenError",
        path: ["input", "id"],
      });
      expect(await update({ id, alt: "Changed" }, as.EDITOR)).toMatchObject({ image: { alt: "Changed" } });
    }
    expect(await update({ id: free, alt: "Changed" })).toMatchObject({ image: { alt: "Changed" } });
  });
});

describe("deleteImage", () => {
  it("removes the image, its original and its renditions", async () => {
    const id = await image();
    const { image: row } = await app.data<{ image: { url: string } }, object>(
      "query ($id: ID!) { image(id: $id) { url(width: 20) } }",
      { id },
      draft,
    );
    const path = new URL(row.url).pathname;
    expect((await app.http.inject(path)).statusCode).toBe(200);
    expect(await remove(id, as.AUTHOR)).toMatchObject({ __typename: "ForbiddenError" });
    expect(await remove(id)).toMatchObject({ deletedId: id });
    expect((await app.http.inject(path)).statusCode).toBe(404);
    expect(await seen(id, draft)).toBeNull();
    expect(await remove(id)).toMatchObject({ __typename: "NotFoundError" });
    const [entry] = await app.database.prisma.auditEntry.findMany({ where: { act: "deleteImage" } });
    expect(entry).toMatchObject({ subject: "Image", detail: "picture.jpg" });
  });

  it("is refused while any head or portrait uses it, and names them", async () => {
    const id = await image({ alt: "x", credit: "dpa" });
    const inDraft = await desk.newsroom.draft({ headline: "In a draft", leadImage: { imageId: id } });
    const published = await desk.newsroom.published({
      headline: "Published",
      body: [{ paragraph: { text: "a" } }, { figure: { imageId: id } }],
    });
    const person = await desk.newsroom.person({ name: "Jo Doe", portraitId: id });
    const refused = await remove(id);
    expect(refused).toMatchObject({
      __typename: "ImageInUseError",
      code: "CONFLICT",
      path: ["input", "id"],
      personIds: [person],
    });
    expect(new Set(refused["articleIds"] as string[])).toEqual(new Set([inDraft.id, published.id]));
    expect(refused["message"]).toMatch(/“In a draft”, “Published”, the portrait of Jo Doe/);
    const trashed = await mutate("deleteArticle", { id: inDraft.id, expectedVersion: inDraft.version }, "");
    expect(trashed["__typename"]).toBe("DeleteArticlePayload");
    expect((await remove(id))["articleIds"]).toContain(inDraft.id);
    expect(await seen(id, draft)).toBe(id);
  });

  it("and a first use at the same time do not both succeed", async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await image({ alt: "x" });
      const [removed] = await Promise.all([
        remove(id),
        mutate("createPerson", { name: `Person Round${round}`, portraitId: id }, "").then(
          (created) => created["__typename"],
        ),
      ]);
      const row = await app.database.prisma.person.findFirst({
        where: { name: `Person Round${round}` },
        include: { portrait: true },
      });
      if (removed["__typename"] === "DeleteImagePayload") expect(row).toBeNull();
      else expect(row?.portrait).not.toBeNull();
    }
  });
});

describe("the portrait of a person", () => {
  it("is set, changed and cleared, and has to be an image", async () => {
    const [first, second] = [await image(), await image()];
    const field = "{ person { id portrait { id } } }";
    const made = await mutate(
      "createPerson",
      { name: "Portrayed Person", portraitId: first },
      `... on CreatePersonPayload ${field}`,
    );
    expect(made).toMatchObject({ person: { portrait: { id: first } } });
    const { id } = made["person"] as { id: string };
    const change = (portraitId: string | null): Promise<Record<string, unknown>> =>
      mutate("updatePerson", { id, portraitId }, `... on UpdatePersonPayload ${field}`);
    expect(await change(second)).toMatchObject({ person: { portrait: { id: second } } });
    expect(await mutate("updatePerson", { id, role: "Mayor" }, `... on UpdatePersonPayload ${field}`)).toMatchObject({
      person: { portrait: { id: second } },
    });
    expect(await change("img_AAAAAAAAAAAAAAAAAAAAAA")).toMatchObject({
      __typename: "NotFoundError",
      path: ["input", "portraitId"],
    });
    expect(await change(id)).toMatchObject({ __typename: "ValidationError", path: ["input", "portraitId"] });
    expect(await change(null)).toMatchObject({ person: { portrait: null } });
  });

  it("goes to the person into whom another is merged, if that one has none", async () => {
    const [one, other] = [await image(), await image()];
    const from = await desk.newsroom.person({ name: "Merged One", portraitId: one });
    const into = await desk.newsroom.person({ name: "Merged Into" });
    const merged = await mutate(
      "mergePersons",
      { id: from, intoId: into },
      "... on MergePersonsPayload { person { portrait { id } } }",
    );
    expect(merged).toMatchObject({ person: { portrait: { id: one } } });
    const second = await desk.newsroom.person({ name: "Merged Two", portraitId: other });
    const kept = await mutate(
      "mergePersons",
      { id: second, intoId: into },
      "... on MergePersonsPayload { person { portrait { id } } }",
    );
    expect(kept).toMatchObject({ person: { portrait: { id: one } } });
    expect(await idsOf("(filter: { isUsed: false }, first: 100)")).toContain(other);
  });
});

describe("readers", () => {
  it("see an image as soon as published content shows it, and as long", async () => {
    const [figure, lead, portrait, inDraft] = [
      await image({ alt: "A" }),
      await image({ alt: "B" }),
      await image(),
      await image({ alt: "D" }),
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
      expect(await seen(each, {})).toBeNull();
      expect(await seen(each, draft)).toBe(each);
    }
    const done = await mutate(
      "publishArticle",
      { id, expectedVersion: version },
      "... on PublishArticlePayload { article { version } }",
    );
    for (const each of [figure, lead, portrait]) expect(await seen(each, {})).toBe(each);
    expect(await seen(inDraft, {})).toBeNull();
    const { version: now } = done["article"] as { version: number };
    const hidden = await mutate("unpublishArticle", { id, expectedVersion: now, reason: "Test." }, "");
    expect(hidden["__typename"]).toBe("UnpublishArticlePayload");
    for (const each of [figure, lead, portrait]) expect(await seen(each, {})).toBeNull();
  });

  it("see of an image the articles that they can read, each once, and not the name of its file", async () => {
    const id = await image({ alt: "Twice" });
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
