import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportNewsroom } from "../../src/export/export.service.js";
import { restoreLine } from "../../src/export/restore.service.js";
import {
  DeskEmbedPostDocument,
  DeskPublishArticleDocument,
  DeskUpdateQuoteDocument,
  PostsUpdateDocument,
  WordlessImportDocument,
  type WordlessImportMutation,
} from "../generated/graphql.js";
import { createTestDatabase } from "../support/database.js";
import { Desk, paragraphsOf } from "../support/desk.js";

type Payload = Extract<WordlessImportMutation["importArticle"], { __typename: "ImportArticlePayload" }>;

const settings = { now: new Date("2026-06-01T00:00:00Z") };
let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open(settings);
});
afterAll(() => desk.app.close());

function frame(url: string): string {
  return `<iframe src="${url}/embed" class="mastodon-embed"></iframe>`;
}

function story(name: string, embeds: string): string {
  return `<h1>${name} opens</h1><p>The weir at ${name} was opened on Thursday.</p>${embeds}<p>“The water is falling at ${name},” said engineer Bram Oster.</p>`;
}

async function take(content: string): Promise<Payload> {
  const result = await desk.write(WordlessImportDocument, { content, format: "HTML" });
  if (result.__typename !== "ImportArticlePayload") throw new Error(JSON.stringify(result));
  return result;
}

function bodyOf({ article }: Payload) {
  if (!article) throw new Error("Nothing was written.");
  return article.body;
}

function postsOf(payload: Payload) {
  return bodyOf(payload).flatMap((element) => (element.__typename === "EmbeddedPost" ? [element] : []));
}

function idOf({ article }: Payload): { id: string; version: number } {
  if (!article) throw new Error("Nothing was written.");
  return article;
}

async function fill(id: string, text: string) {
  const result = await desk.write(PostsUpdateDocument, { id, text }, "EDITOR");
  if (result.__typename !== "UpdateEmbeddedPostPayload") throw new Error(JSON.stringify(result));
  return result.embeddedPost;
}

it("a direction that words leave open is closed with them, in text and in documents", async () => {
  const text = "Ask \u2066@weir\u2069 and \u2066 see.";
  const copy = `Weir Kyl opens\n\nThe weir at Kyl was opened on Thursday.\n\n${text} — Weir (@weirkyl) May 26, 2026`;
  const taken = await desk.write(WordlessImportDocument, { content: copy, format: "TEXT" });
  const html = `<h1>Weir Lod opens</h1><p>The weir at Lod was opened.</p><blockquote class="twitter-tweet"><p>${text} Now.</p>— Weir (@weirlod) <a href="https://x.com/weirlod/status/1">May 26, 2026</a></blockquote>`;
  const read = [...(taken.__typename === "ImportArticlePayload" ? postsOf(taken) : []), ...postsOf(await take(html))];
  expect(read.map((post) => post.text)).toEqual([`${text}\u2069`, `${text} Now.\u2069`]);
});

describe("a post to which a document only points", () => {
  it("is kept in its place with what the markup contains, and a warning asks for its words", async () => {
    const taken = await take(story("Arn", frame("https://weir.social/@arn/101")));
    expect(bodyOf(taken).map(({ __typename }) => __typename)).toEqual(["Paragraph", "EmbeddedPost", "Paragraph"]);
    expect(postsOf(taken)).toMatchObject([
      {
        platform: "MASTODON",
        url: "https://weir.social/@arn/101",
        authorName: "arn",
        authorHandle: "@arn@weir.social",
        text: "",
        postedOn: null,
      },
    ]);
    const warning = taken.report.warnings.find((each) => each.includes("https://weir.social/@arn/101"));
    expect(warning).toContain("elements[1]");
    expect(warning).toContain("updateEmbeddedPost");
  });

  it("leads to the same draft when the story comes again", async () => {
    const content = story("Bel", frame("https://weir.social/@bel/102"));
    const [first, second] = [await take(content), await take(content)];
    expect(idOf(second).id).toBe(idOf(first).id);
    expect(second.report.warnings.join(" ")).toContain("imported before");
  });

  it("is another post than any with another address, and the same as one with the same", async () => {
    const [one, two] = ["https://weir.social/@cor/1", "https://weir.social/@cor/2"];
    const taken = await take(story("Cor", `${frame(one)}${frame(two)}`));
    const again = await take(story("Dun", frame(two)));
    const [first, second] = postsOf(taken);
    expect(first?.id).not.toBe(second?.id);
    expect(postsOf(again)[0]?.id).toBe(second?.id);
  });

  it("creates two stories of two addresses if there is only a headline above each", async () => {
    const page = (id: string): string =>
      `<h1>Seen from above</h1><iframe src="https://www.youtube.com/embed/${id}"></iframe>`;
    const [one, two] = [await take(page("aBcDeF12345")), await take(page("gHiJkL67890"))];
    expect(idOf(one).id).not.toBe(idOf(two).id);
    expect(idOf(await take(page("aBcDeF12345"))).id).toBe(idOf(one).id);
  });

  it("is no evidence until its words are filled in; then its quotes are checked again", async () => {
    const taken = await take(story("Eck", frame("https://weir.social/@eck/103")));
    const [post] = postsOf(taken);
    const { id, version } = idOf(taken);
    const quoteId = bodyOf(taken).flatMap((part) => (part.__typename === "Paragraph" ? part.quotes : []))[0]?.id ?? "";
    await desk.write(DeskUpdateQuoteDocument, { id: quoteId, expectedVersion: version, sourceId: post?.id ?? "" });
    const verdict = async () => paragraphsOf(await desk.draft(id)).flatMap(({ quotes }) => quotes)[0]?.check.verdict;
    expect(await verdict()).toBe("NOT_FOUND");

    const text = "The water is falling at Eck, and the weir stays open.";
    const filled = await fill(post?.id ?? "", text);
    expect(filled).toMatchObject({ text, contentHash: createHash("sha256").update(text).digest("hex") });
    expect(await verdict()).toBe("EXACT");
    expect(await desk.app.database.prisma.postCapture.count()).toBe(0);
  });

  it("takes its words from the next story that has them, but not once readers see it", async () => {
    const url = "https://weir.social/@fal/104";
    const embed = `<blockquote class="mastodon-embed" data-embed-url="${url}/embed"><p>The weir at Fal is open.</p>&mdash; Weir Fal (@fal@weir.social) <a href="${url}">May 26, 2026</a></blockquote>`;
    const first = await take(story("Fal", frame(url)));
    const second = await take(story("Fal again", embed));
    expect(postsOf(second)).toMatchObject([
      { id: postsOf(first)[0]?.id, text: "The weir at Fal is open.", authorName: "Weir Fal", postedOn: "2026-05-26" },
    ]);

    const seen = await take(story("Gar", frame("https://weir.social/@gar/105")));
    await desk.write(DeskPublishArticleDocument, { id: idOf(seen).id, expectedVersion: idOf(seen).version });
    const later = await take(story("Gar again", embed.replaceAll("@fal/104", "@gar/105")));
    expect(postsOf(later)).toMatchObject([{ id: postsOf(seen)[0]?.id, text: "" }]);
  });

  it("is shown to readers as a link, without an empty quotation, in every format", async () => {
    const url = "https://weir.social/@hol/106";
    const taken = await take(story("Hol", frame(url)));
    await desk.write(DeskPublishArticleDocument, { id: idOf(taken).id, expectedVersion: idOf(taken).version });
    const get = async (path: string) => (await desk.app.http.inject({ method: "GET", url: path })).body;
    const page = await get("/articles/hol-opens.html");
    expect(page).toContain(`<a href="${url}" rel="noopener">`);
    expect(page).toMatch(/<figure id="pst_[^"]+"><figcaption>/u);
    const posting = await get("/articles/hol-opens.jsonld");
    expect(posting).toContain(url);
    expect(posting).not.toMatch(/"articleBody":""|SHA-256/u);
    const item = await get("/articles/hol-opens.json");
    expect(item).not.toContain("sha256");
    expect(item).toContain(`hol (@hol@weir.social): ${url}`);
  });

  it("stays in revisions and in an export that is taken back", async () => {
    const taken = await take(story("Ill", frame("https://weir.social/@ill/107")));
    await desk.write(DeskPublishArticleDocument, { id: idOf(taken).id, expectedVersion: idOf(taken).version });
    const revisions = await desk.app.database.prisma.revision.findMany({ select: { document: true } });
    expect(JSON.stringify(revisions)).toContain("ill @ill@weir.social: https://weir.social/@ill/107");
    const other = await createTestDatabase();
    try {
      for await (const line of exportNewsroom(desk.app.database.prisma, { withDrafts: true }))
        await restoreLine(other.database, line);
      const kept = await other.database.prisma.embeddedPost.findUnique({
        where: { url: "https://weir.social/@ill/107" },
      });
      expect(kept).toMatchObject({ text: "", authorHandle: "@ill@weir.social" });
    } finally {
      await other.close();
    }
  });

  it("is still not something an editor embeds without words", async () => {
    const taken = await take(story("Jor", frame("https://weir.social/@jor/108")));
    const { id, version } = idOf(taken);
    const post = { url: "https://weir.social/@jor/109", platform: "MASTODON", authorName: "Jor", text: "" } as const;
    const refused = await desk.write(DeskEmbedPostDocument, { articleId: id, expectedVersion: version, post });
    expect(refused.__typename).toBe("ValidationError");
    expect(await desk.app.database.prisma.embeddedPost.count({ where: { url: post.url } })).toBe(0);
  });
});
