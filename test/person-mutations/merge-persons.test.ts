import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addParagraph } from "../../src/body/body-edit.service.js";
import { encodeNodeId } from "../../src/graphql/node-id.js";
import {
  PersonsInRevisionsDocument,
  PersonsMergeDocument,
  PersonsOfArticleDocument,
  PersonsReadDocument,
  PersonsUpdateDocument,
} from "../generated/graphql.js";
import { Desk } from "../support/desk.js";
import { done } from "../support/newsroom.js";

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

const inDraft = () => ({ ...desk.headers.EDITOR, "x-content-view": "draft" });

async function read(
  selector: { id: string } | { slug: string },
  headers: Readonly<Record<string, string>> = inDraft(),
) {
  return (await desk.app.data(PersonsReadDocument, selector, headers)).person;
}

async function merge(id: string, intoId: string) {
  return desk.write(PersonsMergeDocument, { id, intoId });
}

function say(text: string, exact: string, speakerId: string) {
  return { paragraph: { text, quotes: [{ exact, speakerId }] } };
}

describe("mergePersons", () => {
  it("moves every quote, mention, post, name, account and slug to the remaining person, in both heads", async () => {
    const from = await desk.newsroom.person({
      name: "Kim Old",
      role: "Envoy",
      aliases: ["K. Old", "Kim Both"],
      accounts: [{ platform: "X", handle: "kim_old" }],
    });
    const into = await desk.newsroom.person({
      name: "Kim New",
      role: "Minister",
      aliases: ["Kim Both"],
      accounts: [{ platform: "X", handle: "kim_new" }],
    });
    const post = await desk.newsroom.post({ text: "Old post.", authorHandle: "@Kim_Old" });
    const { id, version } = await desk.newsroom.published({
      headline: "Two Kims",
      body: [
        { paragraph: { text: "Somebody Else watched." } },
        say("“I went,” Kim Old said.", "I went", from),
        say("“I came,” Kim New said.", "I came", into),
        { post: { id: post } },
      ],
    });
    const work = desk.newsroom.work;
    const added = {
      articleId: id,
      expectedVersion: version,
      paragraph: say("“I stay,” Kim Old said.", "I stay", from).paragraph,
    };
    done(await addParagraph(work, added));
    const trashedSlug = (await read({ id: from }))?.slug ?? "";

    const merged = await merge(from, into);
    expect(merged).toEqual({
      __typename: "MergePersonsPayload",
      person: {
        id: into,
        slug: "kim-new",
        name: "Kim New",
        role: "Minister",
        aliases: ["Kim Both", "Kim Old", "K. Old"],
        accounts: [
          { platform: "X", handle: "@kim_new" },
          { platform: "X", handle: "@kim_old" },
        ],
      },
    });
    const draft = await desk.app.data(PersonsOfArticleDocument, { id }, inDraft());
    const speaker = { id: into, name: "Kim New" };
    expect(draft.article).toEqual({
      version: version + 1,
      persons: [{ name: "Kim New" }],
      // Each quote keeps the office in which its words were said.
      quotes: [
        { text: "I went", speakerRole: "Envoy", speaker },
        { text: "I came", speakerRole: "Minister", speaker },
        { text: "I stay", speakerRole: "Envoy", speaker },
      ],
      paragraphs: [
        { mentions: [] },
        ...["Kim Old", "Kim New", "Kim Old"].map((text) => ({ mentions: [{ text, person: { name: "Kim New" } }] })),
      ],
    });
    const published = await desk.app.data(PersonsOfArticleDocument, { id });
    expect(published.article).toMatchObject({
      version,
      persons: [{ name: "Kim New" }],
      quotes: [{ speaker }, { speaker }],
    });
    // The old slug and the old id lead to the remaining person, for readers as well; an object is found under its own id alone.
    for (const selector of [{ slug: trashedSlug }, { id: from }, { slug: "kim-new" }, { id: into }]) {
      const found = await read(selector, {});
      expect(found).toMatchObject({ id: into, quotes: { totalCount: 2 }, articles: { totalCount: 1 } });
      expect(found?.embeddedPosts.nodes).toEqual([{ text: "Old post." }]);
    }
    expect(await desk.app.data(`{ node(id: "${from}") { id } }`, {}, inDraft())).toEqual({ node: null });
    const { persons } = await desk.app.data<{ persons: object }, object>(
      `{ persons(filter: { handle: "KIM_OLD" }) { nodes { id } } }`,
    );
    expect(persons).toEqual({ nodes: [{ id: into }] });
  });

  it("keeps an article's persons in the order of their first appearance", async () => {
    const [a, b, c] = [
      await desk.newsroom.person({ name: "Order Aaa" }),
      await desk.newsroom.person({ name: "Order Bbb" }),
      await desk.newsroom.person({ name: "Order Ccc" }),
    ];
    const { id } = await desk.newsroom.published({
      body: [{ paragraph: { text: "Order Aaa met Order Bbb." } }, say("“Late,” Order Ccc said.", "Late", c)],
    });
    const names = async (): Promise<string[]> =>
      ((await desk.app.data(PersonsOfArticleDocument, { id })).article?.persons ?? []).map(({ name }) => name);
    expect(await names()).toEqual(["Order Aaa", "Order Bbb", "Order Ccc"]);
    await merge(a, c);
    expect(await names()).toEqual(["Order Ccc", "Order Bbb"]);
    await merge(c, b);
    expect(await names()).toEqual(["Order Bbb"]);
    // Two merges on, the first id still leads there.
    expect((await read({ id: a }, {}))?.name).toBe("Order Bbb");
    expect((await read({ slug: "order-aaa" }, {}))?.name).toBe("Order Bbb");
    const { articles } = await desk.app.data<{ articles: object }, object>(
      `{ articles(filter: { speakerId: "${b}" }) { totalCount } }`,
    );
    expect(articles).toEqual({ totalCount: 1 });
  });

  it("leaves revisions as they were: they quote and mention the person of then", async () => {
    const from = await desk.newsroom.person({ name: "Past One" });
    const into = await desk.newsroom.person({ name: "Present One" });
    const { id } = await desk.newsroom.published({ body: [say("“Then,” Past One said.", "Then", from)] });
    await merge(from, into);
    const { article } = await desk.app.data(PersonsInRevisionsDocument, { id }, inDraft());
    const [revision] = article?.revisions?.nodes ?? [];
    expect(revision?.article).toEqual({
      persons: [{ name: "Past One" }],
      quotes: [{ text: "Then", speaker: { name: "Past One" } }],
      paragraphs: [{ mentions: [{ text: "Past One", person: { name: "Past One" } }] }],
    });
  });

  it("can leave more names than an input may hold, and the person can still be changed", async () => {
    const names = (word: string): string[] => Array.from({ length: 40 }, (_, at) => `${word} ${at}`);
    const from = await desk.newsroom.person({ name: "Wide One", aliases: names("One") });
    const into = await desk.newsroom.person({ name: "Wide Two", aliases: names("Two") });
    await merge(from, into);
    const changed = await desk.write(PersonsUpdateDocument, { id: into, role: "Many names" });
    if (changed.__typename !== "UpdatePersonPayload") throw new Error(JSON.stringify(changed));
    expect([changed.person.role, changed.person.aliases.length]).toEqual(["Many names", 81]);
  });

  it("refuses what cannot be merged", async () => {
    const id = await desk.newsroom.person({ name: "Lone" });
    expect(await merge(id, id)).toMatchObject({ __typename: "ConflictError", path: ["input", "intoId"] });
    const nowhere = encodeNodeId("Person", "00000000-0000-7000-8000-000000000000");
    expect(await merge(id, nowhere)).toMatchObject({ __typename: "NotFoundError", path: ["input", "intoId"] });
    expect(await merge(nowhere, id)).toMatchObject({ __typename: "NotFoundError", path: ["input", "id"] });
    expect(await merge("nonsense", id)).toMatchObject({ __typename: "NotFoundError", path: ["input", "id"] });
    const post = await desk.newsroom.post();
    expect(await merge(id, post)).toMatchObject({ __typename: "NotFoundError", path: ["input", "intoId"] });
    expect(await desk.write(PersonsMergeDocument, { id, intoId: id }, "AUTHOR")).toMatchObject({
      __typename: "ForbiddenError",
    });
    expect((await read({ id }))?.name).toBe("Lone");
  });

  it("makes one person of two whichever way round two editors do it at once", async () => {
    for (let round = 0; round < 6; round += 1) {
      const [a, b] = [await desk.newsroom.person(), await desk.newsroom.person()];
      const results = await Promise.all([merge(a, b), merge(b, a)]);
      expect(results.map(({ __typename }) => __typename).toSorted()).toEqual(["MergePersonsPayload", "NotFoundError"]);
      const found = [await read({ id: a }), await read({ id: b })];
      expect(found[0]?.id).toBe(found[1]?.id);
    }
  });

  it("gathers many into one at once and loses none", async () => {
    const into = await desk.newsroom.person({ name: "Gather" });
    const others = await Promise.all(
      Array.from({ length: 10 }, (_, at) => desk.newsroom.person({ name: `Part ${at}` })),
    );
    for (const speakerId of others) {
      await desk.newsroom.published({ body: [say("“We are one,” they said.", "We are one", speakerId)] });
    }
    const results = await Promise.all(others.map((each) => merge(each, into)));
    expect(new Set(results.map(({ __typename }) => __typename))).toEqual(new Set(["MergePersonsPayload"]));
    const person = await read({ id: into }, {});
    expect([person?.quotes.totalCount, person?.articles.totalCount, person?.aliases.length]).toEqual([10, 10, 10]);
  });

  it("and a quote of the merged person, recorded at the same moment, never leave a quote without its speaker", async () => {
    for (let round = 0; round < 8; round += 1) {
      const [from, into] = [await desk.newsroom.person(), await desk.newsroom.person()];
      const body = [say("“I stay,” they said.", "I stay", from)];
      const [merged, { createArticle }] = await Promise.all([
        merge(from, into),
        desk.app.data<{ createArticle: { __typename: string } }, object>(
          "mutation($input: CreateArticleInput!) { createArticle(input: $input) { __typename } }",
          { input: { headline: `Merge race ${round}`, body } },
          desk.headers.EDITOR,
        ),
      ]);
      expect(merged.__typename).toBe("MergePersonsPayload");
      const quotes = (await read({ id: into }))?.quotes.totalCount;
      const outcome = `${createArticle.__typename} ${quotes}`;
      expect(["CreateArticlePayload 1", "ValidationError 0"]).toContain(outcome);
    }
  });
});
