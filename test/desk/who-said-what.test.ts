import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Desk } from "../support/desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

const quoting = (words: string, speakerId?: string) => ({
  paragraph: { text: `“${words},” they said.`, quotes: [{ exact: words, ...(speakerId ? { speakerId } : {}) }] },
});

describe("quotes of a topic", () => {
  it("are those of the articles that are filed under it, by the text that the request sees", async () => {
    const { newsroom } = desk;
    const { id, version } = await newsroom.published({ topics: ["Ferries"], body: [quoting("We sail at dawn")] });
    await newsroom.published({ topics: ["Bridges"], body: [quoting("We built it twice")] });
    const topics = await desk.readAsReader<{ topics: { nodes: readonly { id: string; name: string }[] } }>(
      "{ topics { nodes { id name } } }",
    );
    const topicId = topics.topics.nodes.find(({ name }) => name === "Ferries")?.id;
    const query = "query ($topicId: ID) { quotes(filter: { topicId: $topicId }) { totalCount nodes { text } } }";
    const found = { quotes: { totalCount: 1, nodes: [{ text: "We sail at dawn" }] } };
    expect(await desk.readAsReader(query, { topicId })).toEqual(found);
    await desk.run("updateArticle", { id, expectedVersion: version, topics: ["Bridges"] }, "article { id }");
    expect(await desk.readAsReader(query, { topicId })).toEqual(found);
    expect(await desk.readAsEditor(query, { topicId })).toEqual({ quotes: { totalCount: 0, nodes: [] } });
    const refused = await desk.app.ask<object, object>(query, { topicId: id });
    expect(refused.errors?.[0]?.extensions["argument"]).toBe("filter.topicId");
  });
});

describe("quotes of the same words", () => {
  it("are found in other articles by any speaker, and by readers in published ones alone", async () => {
    const { newsroom } = desk;
    const [one, other] = [await newsroom.person(), await newsroom.person()];
    const first = await newsroom.published({
      headline: "One",
      body: [quoting("The tide waits for no port", one), quoting("the tide waits for no port!")],
    });
    await newsroom.published({ headline: "Two", body: [quoting("the tide waits for no port", other)] });
    await newsroom.draft({ headline: "Three", body: [quoting("“The tide waits for no port”")] });
    await newsroom.published({ headline: "Four", body: [quoting("The tide waits for a port", one)] });
    const query = `query ($id: ID!) { article(id: $id) { quotes { sameWords { totalCount nodes { article { headline } } } alsoQuotedIn { totalCount } } } }`;
    const same = (...headlines: readonly string[]) => ({
      totalCount: headlines.length,
      nodes: headlines.map((headline) => ({ article: { headline } })),
    });
    desk.app.statements.length = 0;
    const seen = await desk.readAsEditor(query, { id: first.id });
    expect(desk.app.statements.filter(({ sql }) => sql.includes("words_key"))).toHaveLength(1);
    const none = { alsoQuotedIn: { totalCount: 0 } };
    expect(seen).toEqual({
      article: {
        quotes: [
          { sameWords: same("Three", "Two"), ...none },
          { sameWords: same("Three", "Two"), ...none },
        ],
      },
    });
    expect(await desk.readAsReader(query, { id: first.id })).toEqual({
      article: {
        quotes: [
          { sameWords: same("Two"), ...none },
          { sameWords: same("Two"), ...none },
        ],
      },
    });
  });
});

describe("the consequences of a merge", () => {
  it("are those of a dry run, which changes nothing, and then of the merge", async () => {
    const { newsroom } = desk;
    const from = await newsroom.person({
      name: "Kim Old",
      aliases: ["K. Old", "Kim Both"],
      accounts: [{ platform: "X", handle: "kim_old" }],
    });
    const into = await newsroom.person({
      name: "Kim New",
      aliases: ["Kim Both"],
      accounts: [{ platform: "X", handle: "kim_new" }],
    });
    await newsroom.post({ authorHandle: "@Kim_Old", authorId: null, text: "Old post." });
    await newsroom.published({
      authors: [{ personId: from }],
      body: [quoting("I went there", from), quoting("I came back", from)],
    });
    await newsroom.draft({ body: [{ paragraph: { text: "Kim Old watched." } }] });
    await newsroom.draft({ body: [{ paragraph: { text: "Kim Both waited." } }] });
    const fields =
      "person { id name aliases quotes { totalCount } } merged { quoteCount articleCount writtenCount postCount namesakeCount aliases accountCount }";
    interface Merged {
      readonly person: object;
      readonly merged: { readonly postCount: number };
    }
    const counts = async () => {
      const { prisma } = desk.app.database;
      return [
        await prisma.person.count(),
        await prisma.auditEntry.count(),
        await prisma.quote.count({ where: { speaker: { name: "Kim Old" } } }),
      ];
    };
    const before = await counts();
    const tried = await desk.run<Merged>("mergePersons", { id: from, intoId: into, dryRun: true }, fields);
    expect(await counts()).toEqual(before);
    expect(tried).toEqual({
      person: { id: into, name: "Kim New", aliases: ["Kim Both"], quotes: { totalCount: 0 } },
      merged: {
        // The published text and its draft count once.
        quoteCount: 2,
        articleCount: 2,
        writtenCount: 1,
        postCount: 1,
        namesakeCount: 1,
        aliases: ["Kim Old", "K. Old"],
        accountCount: 1,
      },
    });
    const merged = await desk.run<Merged>("mergePersons", { id: from, intoId: into }, fields);
    expect(merged).toEqual({
      person: { id: into, name: "Kim New", aliases: ["Kim Both", "Kim Old", "K. Old"], quotes: { totalCount: 2 } },
      merged: tried.merged,
    });
  });

  it("are refused as the merge is", async () => {
    const [one, other] = [await desk.newsroom.person(), await desk.newsroom.person()];
    const input = { id: one, intoId: other, dryRun: true };
    expect(await desk.run("mergePersons", input, "person { id }", "AUTHOR")).toMatchObject({ code: "FORBIDDEN" });
    expect(await desk.run("mergePersons", { ...input, intoId: one }, "person { id }")).toMatchObject({
      code: "CONFLICT",
    });
  });
});
