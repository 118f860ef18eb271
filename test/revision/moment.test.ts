import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { decodeNodeId } from "../../src/graphql/node-id.js";
import {
  DeskPublishArticleDocument,
  PersonsMergeDocument,
  PersonsUpdateDocument,
  PostsUpdateDocument,
  RevisionMomentDocument,
  RevisionMomentPresentDocument,
} from "../generated/graphql.js";
import { Desk, present } from "../support/desk.js";
import { asEditor, revisionsOf } from "./support/revisions.js";

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.app.close());

async function moment(revisionId: string | undefined) {
  const { node } = await desk.app.data(RevisionMomentDocument, { id: revisionId ?? "" }, asEditor(desk));
  if (!node || !("article" in node)) throw new Error("There is no such revision.");
  return node;
}

async function presentOf(revisionId: string | undefined) {
  const { node } = await desk.app.data(RevisionMomentPresentDocument, { id: revisionId ?? "" }, asEditor(desk));
  if (!node || !("article" in node)) throw new Error("There is no such revision.");
  return node.article;
}

/** Publishes an article with a speaker, a person who is only named, and a post by a third one. */
async function publishHarvest() {
  const speaker = await desk.newsroom.person({ name: "Orla Finch", role: "Grower", aliases: ["O. Finch"] });
  const named = await desk.newsroom.person({ name: "Tom Reed", role: "Miller" });
  const author = await desk.newsroom.person({ name: "Ada Moss", accounts: [{ platform: "X", handle: "adamoss" }] });
  const text = "We bring it in on Friday";
  const post = await desk.newsroom.post({ text, authorName: "Ada M.", authorHandle: "@adamoss" });
  const quotes = [{ exact: text, speakerId: speaker, sourceId: post }];
  const { id } = await desk.newsroom.published({
    headline: "Harvest",
    topics: ["Fields"],
    body: [{ paragraph: { text: `“${text},” Orla Finch told Tom Reed.`, quotes } }, { post: { id: post } }],
  });
  return { id, speaker, named, author, post };
}

/** Changes everything that the article of publishHarvest refers to. */
async function changeAll({ speaker, named, author, post }: Awaited<ReturnType<typeof publishHarvest>>) {
  const accounts = [{ platform: "X", handle: "finch_now" }] as const;
  await desk.write(PersonsUpdateDocument, {
    id: speaker,
    name: "Orla Swift",
    role: "Senator",
    accounts: [...accounts],
  });
  await desk.write(PersonsUpdateDocument, { id: named, name: "Tom Waters", role: "Baker" });
  await desk.write(PersonsUpdateDocument, { id: author, name: "Ada Stone" });
  await desk.write(PostsUpdateDocument, {
    id: post,
    text: "We bring it in on Sunday",
    authorName: "Ada S.",
    authorHandle: "@adastone",
    availability: "EDITED",
    postedOn: "2026-02-20",
  });
  await desk.app.database.prisma.topic.updateMany({ where: { name: "Fields" }, data: { name: "Meadows" } });
}

/** Makes the documents of an article's revisions those of a version that kept no persons, posts and topics in them. */
async function makeDocumentsOld(id: string) {
  const revisions = (await revisionsOf(desk, id)).map(({ number }) => number);
  expect(revisions.length).toBeGreaterThan(0);
  await desk.app.database.prisma.$executeRaw`
    UPDATE revision SET document = document - 'person' - 'person_name' - 'social_account' - 'embedded_post' - 'topic'`;
}

describe("a revision", () => {
  it("shows persons, posts and topics as they were at its moment, wherever the article leads to them", async () => {
    const story = await publishHarvest();
    const [first] = await revisionsOf(desk, story.id);
    const before = await moment(first?.id);
    await changeAll(story);
    expect(await moment(first?.id)).toEqual(before);
    const { article } = before;
    const speaker = { id: story.speaker, name: "Orla Finch", role: "Grower", slug: "orla-finch", version: 1 };
    expect(article.persons).toMatchObject([speaker, { name: "Tom Reed", role: "Miller" }]);
    expect(article.topics).toEqual([{ name: "Fields" }]);
    const post = {
      id: story.post,
      text: "We bring it in on Friday",
      authorName: "Ada M.",
      authorHandle: "@adamoss",
      availability: "UNKNOWN",
      postedOn: "2026-02-28",
      version: 1,
      author: { name: "Ada Moss", accounts: [{ handle: "@adamoss" }] },
    };
    expect(article.embeddedPosts).toMatchObject([post]);
    expect(article.body).toMatchObject([{ __typename: "Paragraph" }, post]);
    expect(article.quotes).toMatchObject([
      { check: { verdict: "EXACT" }, source: post, speaker: { ...speaker, aliases: ["O. Finch"], accounts: [] } },
    ]);
    expect(article.paragraphs[0]?.mentions).toMatchObject([
      { text: "Orla Finch", person: speaker },
      { text: "Tom Reed", person: { name: "Tom Reed" } },
    ]);
  });

  it("and the next one each show their own moment, and the changes between them use the names of each", async () => {
    const story = await publishHarvest();
    await changeAll(story);
    await desk.write(DeskPublishArticleDocument, { id: story.id, expectedVersion: 2 });
    const [first, second] = await revisionsOf(desk, story.id);
    expect((await moment(first?.id)).article.quotes).toMatchObject([
      { speaker: { name: "Orla Finch" }, source: { text: "We bring it in on Friday" }, check: { verdict: "EXACT" } },
    ]);
    const { article, changes } = await moment(second?.id);
    expect(article.quotes).toMatchObject([
      {
        speaker: { name: "Orla Swift", role: "Senator", version: 2, accounts: [{ handle: "@finch_now" }] },
        source: { text: "We bring it in on Sunday", author: { name: "Ada Stone" }, version: 2 },
        check: { verdict: "ALTERED" },
      },
    ]);
    const [was, is] = ["Ada M. @adamoss: We bring it in on Friday", "Ada S. @adastone: We bring it in on Sunday"];
    expect(changes).toEqual([
      { path: "topics", kind: "CHANGED", before: "Fields", after: "Meadows" },
      { path: "body[0].quotes[0].speaker", kind: "CHANGED", before: "Orla Finch", after: "Orla Swift" },
      { path: "body[0].quotes[0].source", kind: "CHANGED", before: was, after: is },
      { path: "body[1]", kind: "CHANGED", before: was, after: is },
    ]);
  });

  it("shows persons who were merged or deleted since as they were", async () => {
    const story = await publishHarvest();
    const [first] = await revisionsOf(desk, story.id);
    const before = await moment(first?.id);
    const intoId = await desk.newsroom.person({ name: "Orla Other" });
    await desk.write(PersonsMergeDocument, { id: story.speaker, intoId });
    await desk.app.database.prisma.person.deleteMany({ where: { name: "Tom Reed" } });
    const after = await moment(first?.id);
    expect(after).toEqual(before);
    expect(after.article.persons).toMatchObject([{ id: story.speaker, name: "Orla Finch" }, { name: "Tom Reed" }]);
  });

  it("leads from its persons and posts to what the newsroom contains today, also after a merge", async () => {
    const story = await publishHarvest();
    const words = "We bring it in on Friday";
    const other = { text: `“${words},” she repeated.`, quotes: [{ exact: words, speakerId: story.speaker }] };
    await desk.newsroom.published({ headline: "Again", body: [{ paragraph: other }] });
    await desk.newsroom.post({ text: "Hers.", authorId: decodeNodeId(story.speaker)?.uuid ?? null });
    await changeAll(story);
    const intoId = await desk.newsroom.person({ name: "Orla Whole" });
    await desk.write(PersonsMergeDocument, { id: story.speaker, intoId });
    const [first] = await revisionsOf(desk, story.id);
    const [quote] = (await presentOf(first?.id)).quotes;
    const { speaker, source, alsoQuotedIn } = present(quote);
    expect(speaker?.quotes).toMatchObject({
      totalCount: 2,
      nodes: [
        { speaker: { name: "Orla Whole" }, article: { headline: "Again", persons: [{ name: "Orla Whole" }] } },
        { speaker: { name: "Orla Whole" }, article: { headline: "Harvest" } },
      ],
    });
    expect(speaker?.articles.nodes.map(({ headline }) => headline)).toEqual(["Again", "Harvest"]);
    expect(source?.captures?.nodes).toEqual([{ text: words }]);
    expect(source?.quotes.nodes).toEqual([{ text: words, check: { verdict: "ALTERED" } }]);
    expect(alsoQuotedIn.nodes).toEqual([
      { speaker: { name: "Orla Whole" }, article: { headline: "Again", embeddedPosts: [] } },
    ]);
  });
});

describe("a revision of an earlier version, which kept no persons, posts and topics", () => {
  it("shows those of the newsroom", async () => {
    const story = await publishHarvest();
    await changeAll(story);
    await makeDocumentsOld(story.id);
    const [first] = await revisionsOf(desk, story.id);
    const { article } = await moment(first?.id);
    const post = { text: "We bring it in on Sunday", author: { name: "Ada Stone" } };
    expect(article).toMatchObject({
      topics: [{ name: "Meadows" }],
      persons: [{ name: "Orla Swift", accounts: [{ handle: "@finch_now" }] }, { name: "Tom Waters" }],
      embeddedPosts: [post],
      body: [{}, post],
      quotes: [{ text: "We bring it in on Friday", speaker: { name: "Orla Swift" }, source: post }],
      paragraphs: [{ mentions: [{ person: { name: "Orla Swift" } }, { person: { name: "Tom Waters" } }] }],
    });
  });

  it("shows a merged person as the remaining one, once, and no deleted person", async () => {
    const story = await publishHarvest();
    await makeDocumentsOld(story.id);
    await desk.write(PersonsMergeDocument, { id: story.speaker, intoId: story.named });
    const [first] = await revisionsOf(desk, story.id);
    const person = { id: story.named, name: "Tom Reed" };
    expect((await moment(first?.id)).article).toMatchObject({
      persons: [person],
      quotes: [{ speaker: person }],
      paragraphs: [
        {
          mentions: [
            { text: "Orla Finch", person },
            { text: "Tom Reed", person },
          ],
        },
      ],
    });
    await desk.app.database.prisma.quote.updateMany({ data: { speakerId: null } });
    await desk.app.database.prisma.person.deleteMany({ where: { name: "Tom Reed" } });
    const { article } = await moment(first?.id);
    expect(article).toMatchObject({ persons: [], quotes: [{ speaker: null }], paragraphs: [{ mentions: [] }] });
  });
});
