import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Desk } from "../support/desk.js";
import { readRestored } from "../support/round-trip.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

interface Topic {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

interface Refused {
  readonly code: string;
  readonly path: readonly string[];
  readonly message: string;
}

async function topicOf(slug: string): Promise<Topic> {
  const document = `query ($slug: String!) { topic(slug: $slug) { id slug name } }`;
  const { topic } = await desk.readAsEditor<{ topic: Topic | null }>(document, { slug });
  if (!topic) throw new Error(`No topic has the slug ${slug}.`);
  return topic;
}

function rename<Result = { topic: Topic }>(input: object, as: "AUTHOR" | "EDITOR" = "EDITOR"): Promise<Result> {
  return desk.run("updateTopic", input, "topic { id slug name }", as);
}

function merge<Result = { topic: Topic }>(id: string, intoId: string): Promise<Result> {
  return desk.run("mergeTopics", { id, intoId }, "topic { id slug name articles { totalCount } }");
}

describe("a topic that is renamed", () => {
  it("gets the slug of its new name, is found under earlier ones, and is the topic of articles that name it either way", async () => {
    await desk.newsroom.draft({ topics: ["Klima"] });
    const { id } = await topicOf("klima");
    expect(await rename({ id, name: "Climate" })).toEqual({ topic: { id, slug: "climate", name: "Climate" } });
    expect(await topicOf("klima")).toEqual({ id, slug: "climate", name: "Climate" });
    const { id: article } = await desk.newsroom.draft({ topics: ["climate", "KLIMA", "Other"] });
    const query = `query ($id: ID!) { article(id: $id) { topics { name } } }`;
    expect(await desk.readAsEditor(query, { id: article })).toEqual({
      article: { topics: [{ name: "Climate" }, { name: "Other" }] },
    });
  });

  it("keeps a slug that the input names, and the slug of the new name is found as well", async () => {
    await desk.newsroom.draft({ topics: ["Harbor"] });
    const { id } = await topicOf("harbor");
    expect(await rename({ id, name: "Harbour", slug: "port" })).toMatchObject({ topic: { slug: "port" } });
    for (const slug of ["harbor", "harbour", "port"]) expect(await topicOf(slug)).toMatchObject({ id });
    expect(await rename({ id, slug: "harbour" })).toMatchObject({ topic: { slug: "harbour", name: "Harbour" } });
  });

  it("is refused a name or slug that leads to another topic, with that topic's id", async () => {
    await desk.newsroom.draft({ topics: ["Taken", "Renamed"] });
    const [taken, renamed] = [await topicOf("taken"), await topicOf("renamed")];
    for (const input of [{ name: "TAKEN" }, { slug: "taken" }]) {
      const refused = await rename<Refused>({ id: renamed.id, ...input });
      expect(refused).toMatchObject({ code: "CONFLICT", path: ["input", "slug"] });
      expect(refused.message).toContain(taken.id);
    }
    for (const input of [{ name: "" }, { name: "!!!" }, { name: null }, { slug: "No Slug" }]) {
      expect(await rename<Refused>({ id: renamed.id, ...input })).toMatchObject({ code: "VALIDATION" });
    }
    expect(await topicOf("renamed")).toEqual(renamed);
  });

  it("is renamed by an AUTHOR only as long as no approved article is filed under it", async () => {
    const { id: article, version } = await desk.newsroom.draft({ topics: ["Own topic"] });
    const { id } = await topicOf("own-topic");
    expect(await rename({ id, name: "My topic" }, "AUTHOR")).toMatchObject({ topic: { name: "My topic" } });
    await desk.run("publishArticle", { id: article, expectedVersion: version }, "article { id }");
    expect(await rename<Refused>({ id, name: "Changed" }, "AUTHOR")).toMatchObject({ code: "FORBIDDEN" });
    expect(await rename({ id, name: "Changed" })).toMatchObject({ topic: { name: "Changed" } });
    const entry = await desk.app.database.prisma.auditEntry.findFirst({ where: { act: "updateTopic" } });
    expect(entry).toMatchObject({ subject: "Topic" });
  });
});

describe("two topics that are merged", () => {
  it("are one in every head of every article, each once, and all slugs lead to it", async () => {
    const both = await desk.newsroom.published({ slug: "both", topics: ["Sea", "Other", "Ocean"] });
    await desk.run(
      "updateArticle",
      { id: both.id, expectedVersion: both.version, topics: ["Ocean"] },
      "article { id }",
    );
    await desk.newsroom.published({ slug: "one", topics: ["Ocean"] });
    const [sea, ocean] = [await topicOf("sea"), await topicOf("ocean")];
    await rename({ id: ocean.id, name: "The ocean" });
    expect(await merge(ocean.id, sea.id)).toMatchObject({
      topic: { id: sea.id, slug: "sea", articles: { totalCount: 2 } },
    });
    for (const slug of ["ocean", "the-ocean", "sea"]) expect(await topicOf(slug)).toMatchObject({ id: sea.id });
    const query = `{ article(slug: "both") { version topics { name } }
      articles(filter: { topicSlug: "ocean" }) { totalCount nodes { slug } } }`;
    expect(await desk.readAsReader(query)).toEqual({
      article: { version: both.version, topics: [{ name: "Sea" }, { name: "Other" }] },
      articles: { totalCount: 2, nodes: [{ slug: "one" }, { slug: "both" }] },
    });
    expect(await desk.readAsEditor(query)).toMatchObject({ article: { topics: [{ name: "Sea" }] } });
    const { id } = await desk.newsroom.draft({ topics: ["Ocean"] });
    const drafted = await desk.readAsEditor(`query ($id: ID!) { article(id: $id) { topics { id } } }`, { id });
    expect(drafted).toEqual({ article: { topics: [{ id: sea.id }] } });
    const entry = await desk.app.database.prisma.auditEntry.findFirst({ where: { act: "mergeTopics" } });
    expect(entry).toMatchObject({ subject: "Topic", detail: "The ocean was merged into Sea" });
    const gone = await merge<Refused>(ocean.id, sea.id);
    expect(gone).toMatchObject({ code: "NOT_FOUND", path: ["input", "id"] });
    expect(await merge<Refused>(sea.id, sea.id)).toMatchObject({ code: "CONFLICT", path: ["input", "intoId"] });
  });

  it("are not merged by a dry run, which counts what the merge files under the remaining one", async () => {
    await desk.newsroom.published({ topics: ["Rain", "Weather"] });
    await desk.newsroom.draft({ topics: ["Rain"] });
    const changed = await desk.newsroom.published({ topics: ["Rain"] });
    await desk.run(
      "updateArticle",
      { id: changed.id, expectedVersion: changed.version, topics: ["Weather"] },
      "article { id }",
    );
    const [rain, weather] = [await topicOf("rain"), await topicOf("weather")];
    const input = { id: rain.id, intoId: weather.id };
    const counts = "topic { id articles { totalCount } } refiled { articleCount draftCount publishedCount bothCount }";
    const refiled = { articleCount: 3, draftCount: 2, publishedCount: 2, bothCount: 1 };
    expect(await desk.run("mergeTopics", { ...input, dryRun: true }, counts)).toEqual({
      topic: { id: weather.id, articles: { totalCount: 2 } },
      refiled,
    });
    expect(await topicOf("rain")).toEqual(rain);
    expect(await desk.app.database.prisma.auditEntry.count({ where: { detail: "Rain was merged into Weather" } })).toBe(
      0,
    );
    expect(await desk.run("mergeTopics", { ...input, intoId: rain.id, dryRun: true }, counts)).toMatchObject({
      code: "CONFLICT",
    });
    expect(await desk.run("mergeTopics", input, counts)).toEqual({
      topic: { id: weather.id, articles: { totalCount: 3 } },
      refiled,
    });
    expect(await topicOf("rain")).toMatchObject({ id: weather.id });
  });

  it("come back as the remaining one with a revision from before, and are exported with their slugs", async () => {
    const { id, version } = await desk.newsroom.published({ topics: ["Old name", "New name"] });
    await desk.run("updateArticle", { id, expectedVersion: version, topics: [] }, "article { id }");
    const [from, into] = [await topicOf("old-name"), await topicOf("new-name")];
    await merge(from.id, into.id);
    const restored = await desk.run(
      "restoreRevision",
      { articleId: id, number: 1, expectedVersion: version + 1 },
      "notRestored article { topics { name } }",
    );
    expect(restored).toEqual({
      notRestored: ["Old name was merged into New name since, which the draft names instead."],
      article: { topics: [{ name: "New name" }] },
    });
    const topics = await readRestored(desk.app.database, true, ({ prisma }) =>
      prisma.topic.findMany({
        where: { slug: "new-name" },
        select: { slugs: { select: { slug: true }, orderBy: { slug: "asc" } }, merged: { select: { name: true } } },
      }),
    );
    expect(topics).toEqual([{ slugs: [{ slug: "new-name" }, { slug: "old-name" }], merged: [{ name: "Old name" }] }]);
  });

  it("are one for an article that is filed under the first while they are merged", async () => {
    const { id, version } = await desk.newsroom.draft({ topics: ["First", "Second"] });
    const other = await desk.newsroom.draft();
    const [first, second] = [await topicOf("first"), await topicOf("second")];
    await Promise.all([
      merge(first.id, second.id),
      desk.run("updateArticle", { id: other.id, expectedVersion: other.version, topics: ["First"] }, "article { id }"),
      desk.run("updateArticle", { id, expectedVersion: version, topics: ["First", "Second"] }, "article { id }"),
    ]);
    const query = `query ($a: ID!, $b: ID!) { a: article(id: $a) { topics { id } } b: article(id: $b) { topics { id } } }`;
    const topics = [{ id: second.id }];
    expect(await desk.readAsEditor(query, { a: id, b: other.id })).toEqual({ a: { topics }, b: { topics } });
  });
});

describe("articles", () => {
  it("are found by several topics and languages, by slugs of topics and persons, and by the time of their last change", async () => {
    const { newsroom } = desk;
    const personId = await newsroom.person({ name: "Quoted Once", slug: "quoted-once" });
    const body = [{ paragraph: { text: "“Yes,” the person said.", quotes: [{ exact: "Yes", speakerId: personId }] } }];
    await newsroom.published({ slug: "f-1", language: "fr", topics: ["Filter A"], body });
    const between = new Date(newsroom.now.getTime() + 1);
    await newsroom.published({ slug: "f-2", language: "de", topics: ["Filter B"] });
    await newsroom.published({ slug: "f-3", language: "pt", topics: ["Filter C"] });
    const [a, b] = [await topicOf("filter-a"), await topicOf("filter-b")];
    const find = async (filter: object): Promise<readonly string[]> => {
      const document = `query ($filter: ArticleFilter) { articles(first: 50, filter: $filter) { nodes { slug } } }`;
      const found = await desk.readAsReader<{ articles: { nodes: { slug: string }[] } }>(document, { filter });
      return found.articles.nodes.map(({ slug }) => slug);
    };
    expect(await find({ topicIds: [a.id, b.id] })).toEqual(["f-2", "f-1"]);
    expect(await find({ topicIds: [] })).toEqual([]);
    expect(await find({ languages: ["FR", "pt"] })).toEqual(["f-3", "f-1"]);
    expect(await find({ topicSlug: "FILTER-b" })).toEqual(["f-2"]);
    expect(await find({ personSlug: "quoted-once" })).toEqual(["f-1"]);
    expect(await find({ topicIds: [a.id, b.id], updatedAfter: between.toISOString() })).toEqual(["f-2"]);
    const document = `query ($filter: ArticleFilter) { articles(filter: $filter) { totalCount } }`;
    for (const filter of [{ topicIds: [personId] }, { languages: ["no language"] }, { authorIds: [a.id] }]) {
      const { errors } = await desk.app.ask(document, { filter });
      expect(errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
    }
  });
});
