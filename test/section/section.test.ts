import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "../../src/auth/role.js";
import { restoreFile, exportTo } from "../../src/export/export.command.js";
import { createTestDatabase } from "../support/database.js";
import { Desk } from "../support/desk.js";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

interface Section {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

interface Refusal {
  readonly code: string;
  readonly path: readonly string[] | null;
  readonly message: string;
}

async function write<Result = Section>(mutation: string, input: object, as: Role = "EDITOR"): Promise<Result> {
  const name = `${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}`;
  const fields = mutation === "deleteSection" ? "deletedId" : "section { id slug name position parent { slug } }";
  const document = `mutation ($input: ${name}Input!) { result: ${mutation}(input: $input) {
    ... on ${name}Payload { ${fields} } ... on UserError { code path message } } }`;
  const { result } = await desk.app.data<{ result: { section?: Section } }, object>(
    document,
    { input },
    desk.headers[as],
  );
  // The fields of the document are those of the type that the test names.
  return (result.section ?? result) as Result;
}

const create = (input: object): Promise<Section> => write("createSection", input);

/** Reads as readers do, unless other headers are sent. */
async function read<Data>(document: string, variables: object = {}, headers: Record<string, string> = {}) {
  return desk.app.data<Data, object>(document, variables, headers);
}

async function update(id: string, expectedVersion: number, fields: object): Promise<object> {
  const document = `mutation ($input: UpdateArticleInput!) { result: updateArticle(input: $input) {
    ... on UpdateArticlePayload { article { version section { slug } } }
    ... on UserError { code message } ... on ValidationError { issues { path message } } } }`;
  const { result } = await read<{ result: object }>(
    document,
    { input: { id, expectedVersion, ...fields } },
    desk.headers.AUTHOR,
  );
  return result;
}

describe("the tree of sections", () => {
  it("is read from the top in the editors' order, by readers as well, with what is empty", async () => {
    const politics = await create({ name: "Politics" });
    await create({ name: "Elections", parentId: politics.id });
    await create({ name: "Europe", parentId: politics.id, position: 0 });
    await create({ name: "Culture", position: 0 });
    const { sections } = await read<{ sections: object[] }>(
      "{ sections { name position children { name position } } }",
    );
    expect(sections).toEqual([
      { name: "Culture", position: 0, children: [] },
      {
        name: "Politics",
        position: 1,
        children: [
          { name: "Europe", position: 0 },
          { name: "Elections", position: 1 },
        ],
      },
    ]);
  });

  it("is found under an id, under the slug of today and under earlier ones, and costs one statement", async () => {
    const sport = await create({ name: "Sport & Leisure" });
    expect(sport.slug).toBe("sport-leisure");
    await write("updateSection", { id: sport.id, slug: "sport", name: "Sport" });
    desk.app.statements.length = 0;
    const found = await read(`{ old: section(slug: "SPORT-leisure") { name } }`);
    expect(desk.app.statements).toHaveLength(1);
    expect(found).toEqual({ old: { name: "Sport" } });
    const query = `query ($id: ID!) { new: section(slug: "sport") { id } byId: section(id: $id) { slug }
      node(id: $id) { id } none: section(slug: "nowhere") { id } }`;
    expect(await read(query, { id: sport.id })).toEqual({
      new: { id: sport.id },
      byId: { slug: "sport" },
      node: { id: sport.id },
      none: null,
    });
    // A slug that was given out leads to its section for good.
    expect(await write<Refusal>("createSection", { name: "Leisure", slug: "sport-leisure" })).toMatchObject({
      code: "CONFLICT",
      path: ["input", "slug"],
    });
    expect(await create({ name: "Sport" })).toMatchObject({ slug: "sport-2" });
  });

  it("refuses circles, unknown parents, missing names and impossible places, each at its field", async () => {
    const top = await create({ name: "Top" });
    const middle = await create({ name: "Middle", parentId: top.id });
    const bottom = await create({ name: "Bottom", parentId: middle.id });
    for (const parentId of [top.id, bottom.id]) {
      const refused = await write<Refusal>("updateSection", { id: top.id, parentId });
      expect(refused).toMatchObject({ code: "CONFLICT", path: ["input", "parentId"] });
    }
    const gone = top.id.replace(/_.*/, "_AAAAAAAAAAAAAAAAAAAAAA");
    const cases = [
      [{ name: "" }, "name"],
      [{ name: "New", parentId: gone }, "parentId"],
      [{ name: "New", parentId: "nothing" }, "parentId"],
      [{ name: "New", position: -1 }, "position"],
      [{ name: "New", slug: "Not A Slug" }, "slug"],
    ] as const;
    for (const [input, field] of cases) {
      const refused = await write<Refusal>("createSection", input);
      expect([field, refused]).toMatchObject([field, { code: "VALIDATION", path: ["input", field] }]);
    }
    expect(await write<Refusal>("updateSection", { id: top.id, name: null })).toMatchObject({ code: "VALIDATION" });
  });

  it("stays without a circle when two sections are moved below each other at once", async () => {
    const [one, other] = [await create({ name: "One" }), await create({ name: "Other" })];
    const results = await Promise.all([
      write<object>("updateSection", { id: one.id, parentId: other.id }),
      write<object>("updateSection", { id: other.id, parentId: one.id }),
    ]);
    expect(results.filter((result) => "code" in result)).toMatchObject([{ code: "CONFLICT" }]);
  });

  it("moves a section with all that is in it", async () => {
    const [from, to] = [await create({ name: "From" }), await create({ name: "To" })];
    const moved = await create({ name: "Moved", parentId: from.id });
    await create({ name: "Below", parentId: moved.id });
    expect(await write("updateSection", { id: moved.id, parentId: to.id })).toMatchObject({
      position: 0,
      parent: { slug: to.slug },
    });
    const query = `query ($id: ID!) { section(id: $id) { children { name children { name parent { parent { name } } } } } }`;
    const children = [{ name: "Below", parent: { parent: { name: "To" } } }];
    expect(await read(query, { id: to.id })).toEqual({ section: { children: [{ name: "Moved", children }] } });
    expect(await write("updateSection", { id: moved.id, parentId: null })).toMatchObject({ parent: null });
  });

  it("loses a section only when no article is in it, in no head, and no other section", async () => {
    const parent = await create({ name: "Kept" });
    const child = await create({ name: "Filled", parentId: parent.id });
    const { id, version } = await desk.newsroom.published({ sectionId: child.id });
    const moved = await update(id, version, { sectionId: null });
    expect(moved).toMatchObject({ article: { section: null } });
    const inPublished = await write<Refusal>("deleteSection", { id: child.id });
    expect(inPublished).toMatchObject({ code: "CONFLICT", path: ["input", "id"] });
    expect(inPublished.message).toContain("An article is in Filled");
    expect(await write<Refusal>("deleteSection", { id: parent.id })).toMatchObject({ code: "CONFLICT" });
    const empty = await create({ name: "Empty", parentId: parent.id });
    expect(await write("deleteSection", { id: empty.id })).toEqual({ deletedId: empty.id });
    expect(await read(`query ($id: ID!) { section(id: $id) { id } }`, { id: empty.id })).toEqual({ section: null });
    expect(await write<Refusal>("deleteSection", { id: empty.id })).toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the section of an article", () => {
  it("is set, kept, cleared and published, and readers see the published one", async () => {
    const [news, later] = [await create({ name: "News" }), await create({ name: "Later" })];
    const { id, version } = await desk.newsroom.published({ sectionId: news.id });
    expect(await update(id, version, { headline: "Kept" })).toMatchObject({ article: { section: { slug: "news" } } });
    await update(id, version + 1, { sectionId: later.id });
    const query = `query ($id: ID!) { article(id: $id) { section { name } } }`;
    expect(await read(query, { id })).toEqual({ article: { section: { name: "News" } } });
    const asEditor = { ...desk.headers.EDITOR, "x-content-view": "draft" };
    expect(await read(query, { id }, asEditor)).toEqual({ article: { section: { name: "Later" } } });
    expect(await update(id, version + 2, { sectionId: null })).toMatchObject({ article: { section: null } });
  });

  it("must exist, and an id of another type is refused at its field", async () => {
    const { id, version } = await desk.newsroom.draft();
    const issues = [{ path: ["input", "sectionId"] }];
    for (const sectionId of ["sec_AAAAAAAAAAAAAAAAAAAAAA", id, "nothing"]) {
      expect(await update(id, version, { sectionId })).toMatchObject({ code: "VALIDATION", issues });
    }
  });

  it("lists the published articles in it and below it, newest first, in pages, and filters by id and slug", async () => {
    const parent = await create({ name: "Business" });
    const child = await create({ name: "Markets", parentId: parent.id });
    const slugs = ["in-business", "in-markets", "also-in-markets"];
    for (const [at, slug] of slugs.entries()) {
      await desk.newsroom.published({ slug, sectionId: at === 0 ? parent.id : child.id });
    }
    await desk.newsroom.draft({ slug: "hidden-in-markets", sectionId: child.id });
    await desk.newsroom.published({ slug: "in-no-section" });
    const list = "{ totalCount nodes { slug } }";
    const query = `query ($id: ID!) { section(slug: "business") { first: articles(first: 2) ${list} last: articles(last: 1) ${list} }
      byId: articles(filter: { sectionId: $id }) ${list} bySlug: articles(filter: { sectionSlug: "markets" }) ${list}
      none: articles(filter: { sectionSlug: "nowhere" }) ${list} }`;
    const nodes = (...found: string[]) => found.map((slug) => ({ slug }));
    expect(await read(query, { id: parent.id })).toEqual({
      section: {
        first: { totalCount: 3, nodes: nodes("also-in-markets", "in-markets") },
        last: { totalCount: 3, nodes: nodes("in-business") },
      },
      byId: { totalCount: 3, nodes: nodes("also-in-markets", "in-markets", "in-business") },
      bySlug: { totalCount: 2, nodes: nodes("also-in-markets", "in-markets") },
      none: { totalCount: 0, nodes: [] },
    });
  });

  it("is in revisions as it was, is compared by name, and comes back with a revision", async () => {
    const parent = await create({ name: "Region" });
    const old = await create({ name: "Harbour", parentId: parent.id });
    const gone = await create({ name: "Gone" });
    const { id, version } = await desk.newsroom.published({ sectionId: old.id });
    await update(id, version, { sectionId: gone.id });
    await desk.app.data(
      `mutation ($input: PublishArticleInput!) { publishArticle(input: $input) { __typename } }`,
      { input: { id, expectedVersion: version + 1 } },
      desk.headers.EDITOR,
    );
    await update(id, version + 2, { sectionId: null });
    await desk.app.data(
      `mutation ($input: PublishArticleInput!) { publishArticle(input: $input) { __typename } }`,
      { input: { id, expectedVersion: version + 3 } },
      desk.headers.EDITOR,
    );
    await write("updateSection", { id: old.id, name: "Port", parentId: null });
    await write("deleteSection", { id: gone.id });
    const asEditor = { ...desk.headers.EDITOR, "x-content-view": "draft" };
    const query = `query ($id: ID!) { article(id: $id) { revisions(last: 2) { nodes {
      changes { path before after } article { section { name parent { name } } } } } } }`;
    const { article } = await read<{ article: { revisions: { nodes: object[] } } }>(query, { id }, asEditor);
    const [second, first] = article.revisions.nodes;
    expect(first).toMatchObject({ article: { section: { name: "Harbour", parent: { name: "Region" } } } });
    expect(second).toEqual({
      changes: [{ path: "section", before: "Harbour", after: "Gone" }],
      article: { section: { name: "Gone", parent: null } },
    });
    const restore = `mutation ($input: RestoreRevisionInput!) { result: restoreRevision(input: $input) {
      ... on RestoreRevisionPayload { notRestored article { section { name } } } ... on UserError { message } } }`;
    const bring = (number: number, expectedVersion: number) =>
      read(restore, { input: { articleId: id, number, expectedVersion } }, desk.headers.EDITOR);
    expect(await bring(2, version + 4)).toEqual({
      result: { notRestored: ["The section “Gone” is not there any more."], article: { section: null } },
    });
    expect(await bring(1, version + 5)).toEqual({
      result: { notRestored: [], article: { section: { name: "Port" } } },
    });
  });

  it("is exported with the tree and its slugs, and restored, whatever the order of the ids", async () => {
    const child = await create({ name: "Made first" });
    const parent = await create({ name: "Made second" });
    await write("updateSection", { id: child.id, parentId: parent.id, slug: "child" });
    const { id } = await desk.newsroom.published({ sectionId: child.id, slug: "in-child" });
    const folder = await mkdtemp(join(tmpdir(), "dateline-sections-"));
    const empty = await createTestDatabase();
    try {
      for (const withDrafts of [true, false]) {
        const file = join(folder, `${withDrafts}.jsonl`);
        await exportTo(desk.app.database, file, { withDrafts });
        await restoreFile(empty.database, file);
      }
      const select = {
        slug: true,
        name: true,
        parent: { select: { name: true } },
        slugs: { select: { slug: true }, orderBy: { slug: "asc" } },
      } as const;
      const { prisma } = empty.database;
      expect(await prisma.section.findMany({ select, orderBy: { slug: "asc" } })).toEqual(
        await desk.app.database.prisma.section.findMany({ select, orderBy: { slug: "asc" } }),
      );
      expect(
        await prisma.articleHead.findFirst({ where: { slug: "in-child" }, select: { section: { select } } }),
      ).toMatchObject({
        section: {
          name: "Made first",
          parent: { name: "Made second" },
          slugs: [{ slug: "child" }, { slug: "made-first" }],
        },
      });
      expect(id).not.toBe("");
    } finally {
      await empty.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
