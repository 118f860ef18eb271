import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Desk, present } from "../support/desk.js";
import { readRestored } from "../support/round-trip.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

const FIELDS = "article { version byline bylineIsDerived authors { role person { name } } }";

interface Written {
  readonly article: { readonly version: number; readonly byline: string | null; readonly authors: readonly object[] };
}

interface Refused {
  readonly code: string;
  readonly path: readonly string[];
  readonly issues?: readonly { readonly path: readonly string[] }[];
}

function update<Result = Written>(id: string, expectedVersion: number, fields: object): Promise<Result> {
  return desk.run("updateArticle", { id, expectedVersion, ...fields }, FIELDS);
}

function publish(id: string, expectedVersion: number): Promise<Written> {
  return desk.run("publishArticle", { id, expectedVersion }, FIELDS);
}

const named = (name: string, role: string | null = null) => ({ role, person: { name } });

describe("the authors of an article", () => {
  it("are kept in printed order with what they did, and are printed in the language of the article", async () => {
    const names = ["Ada Finch", "Bo Reed", "Cyd Marsh"];
    const persons = await Promise.all(names.map((name) => desk.newsroom.person({ name })));
    const [ada, bo, cyd] = persons.map((personId) => ({ personId }));
    const { id, version } = await desk.newsroom.draft({
      authors: [{ ...present(cyd), role: " photographer " }, present(ada)],
    });
    const first = await update(id, version, { headline: "Kept" });
    expect(first.article.authors).toEqual([named("Cyd Marsh", "photographer"), named("Ada Finch")]);
    expect(first.article).toMatchObject({ byline: "Cyd Marsh and Ada Finch", bylineIsDerived: true });
    const german = await update(id, version + 1, { authors: [ada, bo, cyd], language: "de" });
    expect(german.article.byline).toBe("Ada Finch, Bo Reed und Cyd Marsh");
    const written = await update(id, version + 2, { byline: "Von unseren Korrespondenten" });
    expect(written.article).toMatchObject({
      byline: "Von unseren Korrespondenten",
      bylineIsDerived: false,
      authors: [{}, {}, {}],
    });
    const again = await update(id, version + 3, { byline: null });
    expect(again.article).toMatchObject({ byline: "Ada Finch, Bo Reed und Cyd Marsh", bylineIsDerived: true });
    const cleared = await update(id, version + 4, { authors: null });
    expect(cleared.article).toMatchObject({ byline: null, bylineIsDerived: false, authors: [] });
  });

  it("have the names of today in a derived byline", async () => {
    const personId = await desk.newsroom.person({ name: "Old Name" });
    const { id } = await desk.newsroom.published({ authors: [{ personId }] });
    await desk.run("updatePerson", { id: personId, name: "New Name" }, "person { id }");
    const { article } = await desk.readAsReader<{ article: object }>(
      "query ($id: ID!) { article(id: $id) { byline bylineIsDerived } }",
      { id },
    );
    expect(article).toEqual({ byline: "New Name", bylineIsDerived: true });
  });

  it("must exist, each once, and every fault is reported at its field", async () => {
    const { id, version } = await desk.newsroom.draft();
    const personId = await desk.newsroom.person();
    const gone = personId.replace(/_.*/, "_AAAAAAAAAAAAAAAAAAAAAA");
    const authors = [{ personId }, { personId: gone }, { personId: id }, { personId, role: "x".repeat(301) }];
    const { issues = [] } = await update<Refused>(id, version, { authors });
    expect(issues.map(({ path }) => path.join("."))).toEqual([
      "input.authors.2.personId",
      "input.authors.3.role",
      "input.authors.3.personId",
      "input.authors.1.personId",
    ]);
  });

  it("are those of the published text for readers, and take one statement together with the rest", async () => {
    const [one, other] = [
      await desk.newsroom.person({ name: "Published Pen" }),
      await desk.newsroom.person({ name: "Draft Pen" }),
    ];
    const { id, version } = await desk.newsroom.published({ slug: "penned", authors: [{ personId: one }] });
    await update(id, version, { authors: [{ personId: other }] });
    const query = `{ article(slug: "penned") { byline section { name } topics { name }
      authors { role person { name written(first: 5) { totalCount nodes { slug authors { person { name } } } } } } } }`;
    desk.app.statements.length = 0;
    const answer = await desk.readAsReader<object>(query);
    expect(desk.app.statements).toHaveLength(1);
    const node = { slug: "penned", authors: [{ person: { name: "Published Pen" } }] };
    expect(answer).toMatchObject({
      article: {
        byline: "Published Pen",
        authors: [{ role: null, person: { name: "Published Pen", written: { totalCount: 1, nodes: [node] } } }],
      },
    });
    const person = `query ($id: ID!) { person(id: $id) { name written { totalCount } } }`;
    expect(await desk.readAsReader(person, { id: other })).toEqual({ person: null });
    expect(await desk.readAsReader(person, { id: one })).toMatchObject({ person: { written: { totalCount: 1 } } });
    expect(await desk.readAsEditor(person, { id: other })).toMatchObject({ person: { written: { totalCount: 1 } } });
    expect(await desk.readAsEditor(person, { id: one })).toMatchObject({ person: { written: { totalCount: 0 } } });
  });

  it("are read with the section, lead image and topics of a front page in one statement", async () => {
    const { newsroom } = desk;
    const sectionId = await newsroom.section({ name: "Front" });
    for (let made = 0; made < 30; made += 1) {
      const personId = await newsroom.person({ name: `Front Pen${made}` });
      const leadImage = { imageId: await newsroom.image() };
      await newsroom.published({ sectionId, authors: [{ personId }], topics: ["Front topic"], leadImage });
    }
    const query = `{ articles(first: 30, filter: { sectionSlug: "front" }) { nodes { slug headline byline
      section { slug name } authors { role person { slug name } } topics { slug name } leadImage { alt image { width } } } } }`;
    desk.app.statements.length = 0;
    const { articles } = await desk.readAsReader<{ articles: { nodes: readonly object[] } }>(query);
    expect(desk.app.statements).toHaveLength(1);
    expect(articles.nodes).toHaveLength(30);
    expect(articles.nodes[0]).toMatchObject({
      byline: "Front Pen29",
      section: { name: "Front" },
      authors: [{ person: { name: "Front Pen29" } }],
      topics: [{ name: "Front topic" }],
      leadImage: { image: { width: expect.any(Number) } },
    });
  });

  it("are filtered by, one or any of several", async () => {
    const [a, b, c] = [await desk.newsroom.person(), await desk.newsroom.person(), await desk.newsroom.person()];
    for (const [slug, personId] of [
      ["of-a", a],
      ["of-b", b],
      ["of-c", c],
    ] as const) {
      await desk.newsroom.published({ slug, authors: [{ personId }] });
    }
    const query = `query ($one: ID, $any: [ID!]) {
      one: articles(filter: { authorId: $one }) { nodes { slug } } any: articles(filter: { authorIds: $any }) { nodes { slug } } }`;
    expect(await desk.readAsReader(query, { one: b, any: [a, c] })).toEqual({
      one: { nodes: [{ slug: "of-b" }] },
      any: { nodes: [{ slug: "of-c" }, { slug: "of-a" }] },
    });
  });

  it("are in revisions as they were, in comparisons, and come back with a revision, merged and deleted ones too", async () => {
    const [merged, into, deleted] = [
      await desk.newsroom.person({ name: "Twin One" }),
      await desk.newsroom.person({ name: "Twin Two" }),
      await desk.newsroom.person({ name: "Leaver" }),
    ];
    const authors = [{ personId: merged, role: "reporter" }, { personId: deleted }, { personId: into }];
    const { id, version } = await desk.newsroom.published({ authors });
    await update(id, version, { authors: [{ personId: into }] });
    await publish(id, version + 1);
    const query = `query ($id: ID!) { article(id: $id) { revisions { nodes {
      changes { path kind before after } article { byline authors { role person { name } } } } } } }`;
    const merge = await desk.run<{ person: object }>("mergePersons", { id: merged, intoId: into }, "person { name }");
    expect(merge).toEqual({ person: { name: "Twin Two" } });
    await desk.run("deletePerson", { id: deleted }, "deletedId");
    const { article } = await desk.readAsEditor<{ article: { revisions: { nodes: object[] } } }>(query, { id });
    const [newest, oldest] = article.revisions.nodes;
    expect(newest).toMatchObject({
      changes: [
        { path: "authors", kind: "CHANGED", before: "Twin One (reporter), Leaver, Twin Two", after: "Twin Two" },
      ],
    });
    expect(oldest).toMatchObject({
      article: {
        byline: "Twin One, Leaver, and Twin Two",
        authors: [named("Twin One", "reporter"), named("Leaver"), named("Twin Two")],
      },
    });
    const restored = await desk.run<{ notRestored: string[]; article: object }>(
      "restoreRevision",
      { articleId: id, number: 1, expectedVersion: version + 2 },
      `notRestored ${FIELDS}`,
    );
    expect(restored.article).toMatchObject({ authors: [named("Twin Two", "reporter")] });
    expect(restored.notRestored).toEqual([
      "Twin One was merged into Twin Two since, which the draft names instead.",
      "The person “Leaver” is not there any more.",
    ]);
  });

  it("keep a person from being deleted, in every head, and a merge leaves each author once", async () => {
    const [one, other] = [
      await desk.newsroom.person({ name: "First Pen" }),
      await desk.newsroom.person({ name: "Second Pen" }),
    ];
    const { id, version } = await desk.newsroom.published({
      authors: [{ personId: one }, { personId: other, role: "reporter" }],
    });
    await update(id, version, { authors: [{ personId: other }] });
    const refused = await desk.run<Refused>("deletePerson", { id: one }, "deletedId");
    expect(refused).toMatchObject({ code: "CONFLICT", path: ["input", "id"] });
    await desk.run("mergePersons", { id: other, intoId: one }, "person { id }");
    const query = `query ($id: ID!) { article(id: $id) { authors { role person { name } } } }`;
    expect(await desk.readAsReader(query, { id })).toEqual({ article: { authors: [named("First Pen", "reporter")] } });
    expect(await desk.readAsEditor(query, { id })).toEqual({ article: { authors: [named("First Pen")] } });
  });

  it("cannot be renamed by an AUTHOR once an editor approved what they wrote", async () => {
    const personId = await desk.newsroom.person({ name: "Approved Pen" });
    await desk.newsroom.published({ authors: [{ personId }] });
    const refused = await desk.run<Refused>("updatePerson", { id: personId, name: "Other" }, "person { id }", "AUTHOR");
    expect(refused).toMatchObject({ code: "FORBIDDEN" });
  });

  it("come back from the trash, and are exported and restored", async () => {
    const personId = await desk.newsroom.person({ name: "Exported Pen" });
    const { id, version } = await desk.newsroom.draft({
      slug: "exported-pen",
      authors: [{ personId, role: "editor" }],
    });
    await desk.run("deleteArticle", { id, expectedVersion: version }, "deletedId");
    await desk.run("restoreArticle", { id }, "article { id }");
    await publish(id, version + 2);
    const read = (withDrafts: boolean) =>
      readRestored(desk.app.database, withDrafts, ({ prisma }) =>
        prisma.articleAuthor.findMany({
          where: { articleHead: { slug: "exported-pen" } },
          select: { head: true, role: true, position: true, person: { select: { name: true } } },
          orderBy: { head: "asc" },
        }),
      );
    const row = { role: "editor", position: 0, person: { name: "Exported Pen" } };
    for (const withDrafts of [true, false]) {
      expect(await read(withDrafts)).toEqual([
        { head: "DRAFT", ...row },
        { head: "PUBLISHED", ...row },
      ]);
    }
  });
});
