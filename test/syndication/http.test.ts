import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { updateArticle } from "../../src/article/update-article.service.js";
import { createPreviewToken } from "../../src/publishing/preview.service.js";
import { publishArticle } from "../../src/publishing/publishing.service.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { done, Newsroom } from "../support/newsroom.js";

let app: TestApp;
let newsroom: Newsroom;

beforeAll(async () => {
  app = await createTestApp();
  newsroom = new Newsroom(app.database);
});
afterAll(() => app.close());

function get(url: string, headers: Record<string, string> = {}) {
  return app.http.inject({ method: "GET", url, headers });
}

describe("the formats of an article", () => {
  it("are served at its slug, each with its media type, and cost one statement", async () => {
    const speakerId = await newsroom.person({ name: "Greta Holm" });
    const sourceId = await newsroom.post({ text: "We sail at dawn, come what may." });
    const quotes = [{ exact: "We sail at dawn", speakerId, sourceId }];
    const body = [{ paragraph: { text: "“We sail at dawn,” Holm said.", quotes } }];
    await newsroom.published({ slug: "dawn", headline: "Ships sail", body });
    for (const [url, type] of [
      ["/articles/dawn.html", "text/html; charset=utf-8"],
      ["/articles/dawn.json", "application/json; charset=utf-8"],
      ["/articles/dawn.jsonld", "application/ld+json; charset=utf-8"],
    ] as const) {
      app.statements.length = 0;
      const answer = await get(url);
      expect([answer.statusCode, answer.headers["content-type"]]).toEqual([200, type]);
      expect(answer.body).toContain("We sail at dawn");
      expect(answer.body).toContain("Greta Holm");
      expect(answer.body).toContain("come what may");
      expect(app.statements).toHaveLength(1);
    }
    expect((await get("/articles/dawn.html")).headers["content-security-policy"]).toContain("default-src 'none'");
  });

  it("are not sent again to whoever has them, until they change", async () => {
    const { id, version } = await newsroom.published({ slug: "tagged", headline: "Before" });
    const first = await get("/articles/tagged.html");
    const etag = String(first.headers.etag);
    const again = await get("/articles/tagged.html", { "if-none-match": etag });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    const edited = done(await updateArticle(newsroom.work, { id, expectedVersion: version, headline: "After" }));
    expect((await get("/articles/tagged.html", { "if-none-match": etag })).statusCode).toBe(304);
    done(await publishArticle(newsroom.work, { id, expectedVersion: edited.version }));
    const changed = await get("/articles/tagged.html", { "if-none-match": etag });
    expect([changed.statusCode, changed.body.includes("After")]).toEqual([200, true]);
  });

  it("lead on from an old slug to the one in force", async () => {
    const { id, version } = await newsroom.published({ slug: "old-name" });
    const edited = done(await updateArticle(newsroom.work, { id, expectedVersion: version, slug: "new-name" }));
    // Until it is published the new slug is the draft's affair.
    expect((await get("/articles/old-name.json")).statusCode).toBe(200);
    expect((await get("/articles/new-name.json")).statusCode).toBe(404);
    done(await publishArticle(newsroom.work, { id, expectedVersion: edited.version }));
    const { statusCode, headers } = await get("/articles/old-name.json");
    expect([statusCode, headers.location]).toEqual([301, "https://cms.example/articles/new-name.json"]);
  });

  it("of a killed article are gone, with the reason; of a draft they never were", async () => {
    await newsroom.killed({ slug: "forged-letter" }, "The letter was forged.");
    const killed = await get("/articles/forged-letter.html");
    expect([killed.statusCode, killed.json().errors[0].message]).toEqual([
      410,
      "This article was taken back. The letter was forged.",
    ]);
    await newsroom.draft({ slug: "still-secret", headline: "Secret headline" });
    const draft = await get("/articles/still-secret.html");
    expect([draft.statusCode, draft.body.includes("Secret")]).toEqual([404, false]);
    expect((await get("/articles/forged-letter")).statusCode).toBe(404);
  });

  it("show a draft to whoever holds its preview link, and are kept nowhere", async () => {
    const { id } = await newsroom.draft({ slug: "previewed", headline: "Not yet out" });
    const other = await newsroom.draft({ slug: "other-draft", headline: "Another secret" });
    const { token } = done(
      await createPreviewToken({ ...newsroom.work, clock: { now: () => new Date() } }, { articleId: id }),
    );
    const page = await get(`/articles/previewed.html?preview=${token}`);
    expect([page.statusCode, page.headers["cache-control"]]).toEqual([200, "private, no-store"]);
    expect(page.body).toContain("Not yet out");
    expect((await get(`/articles/other-draft.html?preview=${token}`)).statusCode).toBe(404);
    expect(other.version).toBe(1);
    expect((await get(`/articles/previewed.html?preview=${token}x`)).statusCode).toBe(401);
  });
});

describe("the lists of the newest", () => {
  it.each(["/feed.rss", "/feed.atom", "/feed.json", "/news-sitemap.xml"])(
    "%s holds what readers see and nothing else",
    async (url) => {
      newsroom.now = new Date(Date.now() - 3_600_000);
      await newsroom.published({ slug: `listed${url.replaceAll(/\W/g, "-")}`, headline: `Listed by ${url}` });
      await newsroom.draft({ headline: `Hidden from ${url}` });
      const { statusCode, body } = await get(url);
      expect(statusCode).toBe(200);
      expect(body).toContain(`Listed by ${url}`);
      expect(body).not.toContain("Hidden from");
      expect(body).not.toContain("forged-letter");
    },
  );
});
