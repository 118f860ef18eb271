import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { updateArticle } from "../../src/article/update-article.service.js";
import { signPreview } from "../../src/auth/preview.js";
import { createApiToken } from "../../src/auth/token.service.js";
import { decodeNodeId } from "../../src/graphql/node-id.js";
import { createPreviewToken } from "../../src/publishing/preview.service.js";
import { killArticle, publishArticle, unpublishArticle } from "../../src/publishing/publishing.service.js";
import { deleteArticle, restoreArticle } from "../../src/publishing/trash.service.js";
import { schema } from "../../src/schema.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { done } from "../support/newsroom.js";
import { allDocuments, answersTo } from "./documents.js";
import { HidingNewsroom, PREVIEWED, SECRET } from "./newsroom.js";
import { textsOf, Walk } from "./walk.js";

let app: TestApp;
let newsroom: HidingNewsroom;
let documents: readonly string[];
let preview: string;

const MADE_AT = new Date("2026-04-01T00:00:00Z");
const settings = { now: MADE_AT, limits: { maxDepth: 40, maxCost: 1e12 } };

beforeAll(async () => {
  app = await createTestApp(settings);
  newsroom = new HidingNewsroom(app);
  await newsroom.publish();
  documents = await allDocuments(new Walk(schema), newsroom);
  await newsroom.hide();
  newsroom.newsroom.now = MADE_AT;
  preview = await newsroom.previewToken();
});
afterEach(() => {
  settings.now = MADE_AT;
});
afterAll(() => app.close());

const bearer = (): Readonly<Record<string, string>> => ({ authorization: `Bearer ${preview}` });

describe("the holder of a preview token", () => {
  it("reads the one draft, and no other hidden content, along every edge", async () => {
    const texts = textsOf(await answersTo(app, documents, bearer()));
    expect(texts.filter((text) => SECRET.test(text) && !PREVIEWED.test(text)).slice(0, 5)).toEqual([]);
    for (const word of [
      "Zqxown headline",
      "Zqxown Person",
      "Topic zqxown",
      "Zqxown Pen",
      "zqxown author",
      "Zqxown added.",
    ]) {
      expect(texts).toContain(word);
    }
  });

  it("sends the token as bearer, in a header of its own, or in the address", async () => {
    const document = `{ article(slug: "zqxown") { headline } }`;
    const seen = { article: { headline: "Zqxown headline" } };
    expect(await app.data(document, {}, bearer())).toEqual(seen);
    expect(await app.data(document, {}, { "x-preview-token": preview })).toEqual(seen);
    const { body, statusCode } = await app.http.inject({
      method: "POST",
      url: `/graphql?preview=${preview}`,
      headers: { "content-type": "application/json" },
      payload: { query: document },
    });
    expect([statusCode, JSON.parse(body)]).toEqual([200, { data: seen }]);
    expect(await app.data(document, {}, {})).toEqual({ article: null });
    const page = await app.http.inject({ method: "GET", url: `/articles/zqxown.html?preview=${preview}` });
    expect([page.statusCode, page.headers["cache-control"]]).toEqual([200, "private, no-store"]);
    expect(page.body).toContain("Zqxown headline");
  });

  it("sees neither revisions nor what changed, and writes nothing", async () => {
    const { article, viewer } = await app.data<{ article: object; viewer: object }, object>(
      `{ viewer { role view } article(id: "${newsroom.edited.id}") { slug headline hasUnpublishedChanges revisions { totalCount }
        corrections { note revision { id } } } }`,
      {},
      bearer(),
    );
    expect(viewer).toEqual({ role: "READER", view: "PREVIEW" });
    expect(article).toEqual({
      slug: "zqxown",
      headline: "Zqxown headline",
      hasUnpublishedChanges: null,
      revisions: null,
      corrections: [{ note: "The year was wrong.", revision: null }],
    });
    const { did } = await app.data<{ did: object }, object>(
      `mutation { did: updateArticle(input: { id: "${newsroom.edited.id}", expectedVersion: 1 }) { __typename } }`,
      {},
      bearer(),
    );
    expect(did).toEqual({ __typename: "ForbiddenError" });
  });

  it("finds other drafts by no id", async () => {
    const { edited } = newsroom;
    const own = await app.data<{ article: { paragraphs: { id: string; quotes: { id: string }[] }[] } }, object>(
      `{ article(id: "${edited.id}") { paragraphs { id quotes { id } } } }`,
      {},
      bearer(),
    );
    const mine = new Set([
      edited.id,
      ...own.article.paragraphs.flatMap(({ id, quotes }) => [id, ...quotes.map((each) => each.id)]),
    ]);
    const others = (await newsroom.ids()).filter(({ id, isPublic }) => !isPublic && !mine.has(id));
    const { nodes } = await app.data<
      { nodes: ({ __typename: string; name?: string; authorName?: string } | null)[] },
      object
    >(
      `query($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Person { name } ... on EmbeddedPost { authorName } ... on Topic { name } } }`,
      { ids: others.map(({ id }) => id) },
      bearer(),
    );
    const found = nodes.flatMap((node) => (node === null ? [] : [node.name ?? node.authorName ?? node.__typename]));
    // The figure of the draft with its image, and the portrait of its speaker.
    expect(found.toSorted()).toEqual(
      ["Figure", "Image", "Image", "Topic zqxown", "Zqxown Pen", "Zqxown Person", "zqxown author"].toSorted(),
    );
  });
});

/** What somebody with a token sees: whether it opens, and what of an article they see. */
async function opened(token: string, id: string): Promise<string> {
  const { status, data, errors } = await app.ask<{ article: { headline: string } | null }, object>(
    `{ article(id: "${id}") { headline } }`,
    {},
    { authorization: `Bearer ${token}` },
  );
  const [error] = errors ?? [];
  return error
    ? `${status} ${String(error.extensions["code"])}: ${error.message}`
    : `${status} ${data?.article?.headline ?? null}`;
}

const REFUSED = "401 UNAUTHENTICATED: The preview token is not valid, or it has expired.";

describe("a preview token", () => {
  it("works until its moment and no longer", async () => {
    const { id } = newsroom.edited;
    settings.now = new Date(MADE_AT.getTime() + 3_599_999);
    expect(await opened(preview, id)).toBe("200 Zqxown headline");
    settings.now = new Date(MADE_AT.getTime() + 3_600_000);
    expect(await opened(preview, id)).toBe(REFUSED);
    settings.now = MADE_AT;
    expect(await opened(preview, id)).toBe("200 Zqxown headline");
  });

  it("is refused when any one character of it is another", async () => {
    const other = (character: string): string => (character === "A" ? "B" : "A");
    for (let at = "dlp_".length; at < preview.length; at += 1) {
      const altered = `${preview.slice(0, at)}${other(preview.charAt(at))}${preview.slice(at + 1)}`;
      expect(`${at}: ${await opened(altered, newsroom.edited.id)}`).toBe(`${at}: ${REFUSED}`);
    }
  });

  it("is refused in every other spelling of the same bytes", async () => {
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const [payload = "", signature = ""] = preview.slice("dlp_".length).split(".");
    const spellings = [...alphabet].flatMap((last) => [
      `dlp_${payload.slice(0, -1)}${last}.${signature}`,
      `dlp_${payload}.${signature.slice(0, -1)}${last}`,
    ]);
    const more = [`${preview}=`, `${preview}.x`, `${preview}A`, "dlp_", "dlp_.", "dlp_x.y", preview.replace(".", "..")];
    for (const token of [...spellings, ...more].filter((each) => each !== preview)) {
      expect(`${token}: ${await opened(token, newsroom.edited.id)}`).toBe(`${token}: ${REFUSED}`);
    }
  });

  it("is refused when another installation signed it", async () => {
    const uuid = decodeNodeId(newsroom.edited.id)?.uuid ?? "";
    const forged = signPreview(uuid, new Date("2100-01-01T00:00:00Z"), new Uint8Array(32));
    expect(await opened(forged, newsroom.edited.id)).toBe(REFUSED);
  });

  it("opens the current draft, until the article is deleted or killed", async () => {
    const { work } = newsroom.newsroom;
    const draft = await newsroom.newsroom.draft({ headline: "First" });
    const { id } = draft;
    let { version: expectedVersion } = draft;
    const { token } = done(await createPreviewToken(work, { articleId: id }));
    const step = async (write: Promise<unknown>): Promise<string> => {
      ({ version: expectedVersion } = done((await write) as { version: number }));
      return opened(token, id);
    };
    settings.now = newsroom.newsroom.now;
    expect(await opened(token, id)).toBe("200 First");
    expect(await step(updateArticle(work, { id, expectedVersion, headline: "Second" }))).toBe("200 Second");
    expect(await step(publishArticle(work, { id, expectedVersion }))).toBe("200 Second");
    expect(await step(updateArticle(work, { id, expectedVersion, headline: "Third" }))).toBe("200 Third");
    expect(await step(unpublishArticle(work, { id, expectedVersion }))).toBe("200 Third");
    expect(await step(deleteArticle(work, { id, expectedVersion }))).toBe("200 null");
    expect(await step(restoreArticle(work, { id }))).toBe("200 Third");
    expect(await step(killArticle(work, { id, expectedVersion, reason: "Forged." }))).toBe("200 null");
  });

  it("changes no identity: an editor who follows a link stays an editor, and a bad token stays bad", async () => {
    const { token } = done(await createApiToken(newsroom.newsroom.work, { name: "Ed", role: "EDITOR" }));
    const document = `{ viewer { name role view } article(slug: "zqxown") { headline } }`;
    const link = { "x-preview-token": preview };
    const editor = { authorization: `Bearer ${token}` };
    const seen = { headline: "Zqxown headline" };
    expect(await app.data(document, {}, { ...link, ...editor })).toEqual({
      viewer: { name: "Ed", role: "EDITOR", view: "PREVIEW" },
      article: seen,
    });
    expect(await app.data(document, {}, { ...link, ...editor, "x-content-view": "draft" })).toEqual({
      viewer: { name: "Ed", role: "EDITOR", view: "DRAFT" },
      article: seen,
    });
    const { status } = await app.ask(document, {}, { ...link, authorization: "Bearer dln_bad" });
    expect(status).toBe(401);
  });
});
