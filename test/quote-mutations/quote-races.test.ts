import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkQuote } from "../../src/quote-check/check.js";
import {
  DeskAddQuoteDocument,
  DeskCreateArticleDocument,
  DeskEmbedPostDocument,
  DeskPublishArticleDocument,
  DeskReplaceBodyDocument,
  DeskRestoreRevisionDocument,
  DeskUpdateParagraphDocument,
  DeskUpdateQuoteDocument,
  PersonsDeleteDocument,
  PersonsMergeDocument,
  PostsUpdateDocument,
} from "../generated/graphql.js";
import { Desk, paragraphOf, present } from "../support/desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
  await waitForEverInDeadlocks();
});
afterAll(() => desk.app.close());

/** Lets no deadlock be resolved by PostgreSQL: a write that is part of one is never answered. */
async function waitForEverInDeadlocks(): Promise<void> {
  const { pool } = desk.app.database;
  const { rows } = await pool.query<{ name: string }>("SELECT quote_ident(current_database()) AS name");
  await pool.query(`ALTER DATABASE ${rows[0]?.name ?? ""} SET deadlock_timeout = '1h'`);
  const clients = await Promise.all(Array.from({ length: pool.totalCount }, () => pool.connect()));
  for (const client of clients) {
    await client.query("SET deadlock_timeout = '1h'");
    client.release();
  }
}

const PAIRS = 24;
const SAID = "We will never sell the ferry";
const DENIED = "We will sell the ferry";

/** Starts both of every pair at once, the first one first in every other pair. */
async function race<Prepared>(
  prepare: () => Promise<Prepared>,
  one: (prepared: Prepared) => Promise<{ readonly __typename: string }>,
  other: (prepared: Prepared) => Promise<{ readonly __typename: string }>,
): Promise<readonly string[]> {
  const prepared: Prepared[] = [];
  for (let at = 0; at < PAIRS; at += 1) prepared.push(await prepare());
  const results = await Promise.all(
    prepared.flatMap((each, at) => (at % 2 === 0 ? [one(each), other(each)] : [other(each), one(each)])),
  );
  return [...new Set(results.map(({ __typename }) => __typename))].sort();
}

/** Every quote of every head that has another verdict than its words and its source's text have now. */
async function staleQuotes(): Promise<readonly string[]> {
  const quotes = await desk.app.database.prisma.quote.findMany({ include: { source: true } });
  expect(quotes.length).toBeGreaterThanOrEqual(PAIRS);
  return quotes.flatMap(({ text, head, verdict, source }) =>
    verdict === checkQuote(text, source?.text ?? null).verdict ? [] : [`${head}: ${verdict} “${text}”`],
  );
}

async function makeArticle(quotes: "quoted" | "unquoted" = "quoted") {
  const post = await desk.newsroom.post({ text: SAID });
  const quote = { exact: SAID, sourceId: post };
  const body = [{ paragraph: { text: `“${SAID}”, the owner said.`, quotes: quotes === "quoted" ? [quote] : [] } }];
  const { id, version } = await desk.newsroom.draft({ body });
  const paragraph = paragraphOf(await desk.draft(id));
  return { id, version, post, paragraph: paragraph.id, quote: paragraph.quotes[0]?.id ?? "" };
}

type Prepared = Awaited<ReturnType<typeof makeArticle>>;

const correct = ({ post }: Prepared) =>
  desk.write(PostsUpdateDocument, { id: post, text: DENIED, availability: "EDITED" });

describe("a post is corrected while a quote of it is written: the verdict is that of the corrected text", () => {
  it("by addQuote", async () => {
    const types = await race(
      () => makeArticle("unquoted"),
      ({ paragraph, version, post }) =>
        desk.write(DeskAddQuoteDocument, {
          paragraphId: paragraph,
          expectedVersion: version,
          quote: { exact: SAID, sourceId: post },
        }),
      correct,
    );
    expect(types).toEqual(["AddQuotePayload", "UpdateEmbeddedPostPayload"]);
    expect(await staleQuotes()).toEqual([]);
  });

  it("by updateQuote that names it as the source", async () => {
    const types = await race(
      async () => {
        const article = await makeArticle();
        return { ...article, post: await desk.newsroom.post({ text: SAID }) };
      },
      ({ quote, version, post }) =>
        desk.write(DeskUpdateQuoteDocument, { id: quote, expectedVersion: version, sourceId: post }),
      correct,
    );
    expect(types).toEqual(["UpdateEmbeddedPostPayload", "UpdateQuotePayload"]);
    expect(await staleQuotes()).toEqual([]);
  });

  it("by updateParagraph", async () => {
    await race(
      makeArticle,
      ({ paragraph, version }) =>
        desk.write(DeskUpdateParagraphDocument, {
          id: paragraph,
          expectedVersion: version,
          text: `On Monday: “${SAID}”, the owner said.`,
        }),
      correct,
    );
    expect(await staleQuotes()).toEqual([]);
  });

  it("by replaceBody and by createArticle", async () => {
    const body = (sourceId: string) => [{ paragraph: { text: `“${SAID}.”`, quotes: [{ exact: SAID, sourceId }] } }];
    await race(
      makeArticle,
      ({ id, version, post }) =>
        desk.write(DeskReplaceBodyDocument, { articleId: id, expectedVersion: version, body: body(post) }),
      correct,
    );
    await race(
      makeArticle,
      ({ post }) => desk.write(DeskCreateArticleDocument, { headline: "The ferry", body: body(post) }),
      correct,
    );
    expect(await staleQuotes()).toEqual([]);
  });

  it("by publishArticle, which copies the quote to readers", async () => {
    const types = await race(
      makeArticle,
      ({ id, version }) => desk.write(DeskPublishArticleDocument, { id, expectedVersion: version }),
      correct,
    );
    expect(types).toEqual(["PublishArticlePayload", "UpdateEmbeddedPostPayload"]);
    expect(await staleQuotes()).toEqual([]);
  });

  it("by restoreRevision", async () => {
    await race(
      async () => {
        const article = await makeArticle();
        const { id, version } = article;
        await desk.write(DeskPublishArticleDocument, { id, expectedVersion: version });
        await desk.write(DeskReplaceBodyDocument, { articleId: id, expectedVersion: version + 1, body: [] });
        return { ...article, version: version + 2 };
      },
      ({ id, version }) =>
        desk.write(DeskRestoreRevisionDocument, { articleId: id, expectedVersion: version, number: 1 }),
      correct,
    );
    expect(await staleQuotes()).toEqual([]);
  });

  it("by embedPost that fills in the words of posts known by address only, in any order of the addresses", async () => {
    let made = 0;
    await race(
      async () => {
        made += 1;
        const urls = [`https://social.example/a/${made}`, `https://social.example/b/${made}`] as const;
        const [a, b] = [await emptyPost(urls[0]), await emptyPost(urls[1])];
        const paragraph = {
          text: `“${SAID}.” “${DENIED}.”`,
          quotes: [
            { exact: SAID, sourceId: a },
            { exact: DENIED, sourceId: b },
          ],
        };
        const [one, other] = [
          await desk.newsroom.draft({ body: [{ paragraph }] }),
          await desk.newsroom.draft({ body: [{ paragraph }] }),
        ];
        return { one, other, urls };
      },
      ({ one, urls }) => embed(one, urls[0]),
      ({ other, urls }) => embed(other, urls[1]),
    );
    expect(await staleQuotes()).toEqual([]);
  });
});

function emptyPost(url: string): Promise<string> {
  return desk.newsroom.post({ url, text: "" });
}

function embed({ id, version }: { readonly id: string; readonly version: number }, url: string) {
  const post = { url, authorName: "Ferry owner", text: `${SAID}.` };
  return desk.write(DeskEmbedPostDocument, { articleId: id, expectedVersion: version, post });
}

describe("a person is taken away while a quote is attributed to them", () => {
  const attribute = (speaker: string, { quote, version }: Prepared) =>
    desk.write(DeskUpdateQuoteDocument, { id: quote, expectedVersion: version, speakerId: speaker });

  async function withSpeaker() {
    return { article: await makeArticle(), speaker: await desk.newsroom.person() };
  }

  it("by deletePerson: one of the two is refused, and every quoted person exists", async () => {
    const types = await race(
      withSpeaker,
      ({ article, speaker }) => attribute(speaker, article),
      ({ speaker }) => desk.write(PersonsDeleteDocument, { id: speaker }),
    );
    expect(["ConflictError", "DeletePersonPayload", "UpdateQuotePayload", "ValidationError"]).toEqual(
      expect.arrayContaining([...types]),
    );
    expect(await staleQuotes()).toEqual([]);
  });

  it("by mergePersons of two who name each other's articles, both ways round and while those are published", async () => {
    let made = 0;
    const types = await race(
      async () => {
        made += 1;
        const names = [`Anna Ferry${made}`, `Bert Ferry${made}`] as const;
        const persons = [
          await desk.newsroom.person({ name: names[0] }),
          await desk.newsroom.person({ name: names[1] }),
        ];
        const drafts = [];
        for (const [first, second] of [
          [0, 1],
          [1, 0],
        ] as const) {
          const text = `${names[first]} and ${names[second]}: “Aye,” “No.”`;
          const quotes = [
            { exact: "Aye", speakerId: present(persons[first]) },
            { exact: "No", speakerId: present(persons[second]) },
          ];
          drafts.push(await desk.newsroom.draft({ body: [{ paragraph: { text, quotes } }] }));
        }
        return { persons, drafts };
      },
      async ({ drafts }) => {
        const [one, other] = [present(drafts[0]), present(drafts[1])];
        const results = await Promise.all([
          desk.write(DeskPublishArticleDocument, { id: one.id, expectedVersion: one.version }),
          desk.write(DeskReplaceBodyDocument, { articleId: other.id, expectedVersion: other.version, body: [] }),
        ]);
        return present(results[0]);
      },
      async ({ persons }) => {
        const [one, other] = [present(persons[0]), present(persons[1])];
        const results = await Promise.all([
          desk.write(PersonsMergeDocument, { id: one, intoId: other }),
          desk.write(PersonsMergeDocument, { id: other, intoId: one }),
        ]);
        return present(results.find(({ __typename }) => __typename === "MergePersonsPayload"));
      },
    );
    expect(types).toEqual(["MergePersonsPayload", "PublishArticlePayload"]);
  });
});
