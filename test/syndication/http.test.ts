import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { updateArticle } from "../../src/article/update-article.service.js";
import { createPreviewToken } from "../../src/publishing/preview.service.js";
import { killArticle, publishArticle } from "../../src/publishing/publishing.service.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { done, Newsroom } from "../support/newsroom.js";
import { findAll, readPage, wholeText } from "./read-xml.js";
import { faultsOfLinkedData } from "./schema-org.js";
import { faultsOfXml } from "./validate-xml.js";

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

  it("are not sent again to clients that have them, until they change", async () => {
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
    for (const url of ["/articles/forged-letter.json", "/articles/forged-letter.jsonld"]) {
      const killed = await get(url);
      expect([killed.statusCode, killed.json().errors[0].message]).toEqual([
        410,
        "This article was taken back. The letter was forged.",
      ]);
    }
    await newsroom.draft({ slug: "still-secret", headline: "Secret headline" });
    for (const url of ["/articles/still-secret.html", "/articles/still-secret.json"]) {
      const draft = await get(url);
      expect([draft.statusCode, draft.body.includes("Secret")]).toEqual([404, false]);
    }
    const unnamed = await get("/articles/forged-letter");
    expect([unnamed.statusCode, unnamed.json().errors[0].extensions.code]).toEqual([404, "NOT_FOUND"]);
  });

  it("of a killed article are gone from every cache at its next question", async () => {
    const { id, version } = await newsroom.published({ slug: "soon-killed" });
    const { headers } = await get("/articles/soon-killed.html");
    expect(headers["cache-control"]).toBe("public, no-cache");
    done(await killArticle(newsroom.work, { id, expectedVersion: version, reason: "It was not so." }));
    for (const known of [String(headers.etag), "*"]) {
      const asked = await get("/articles/soon-killed.html", { "if-none-match": known });
      expect([asked.statusCode, asked.headers["cache-control"], asked.headers.etag]).toEqual([
        410,
        "no-store",
        undefined,
      ]);
    }
  });

  it("are described without being sent, by the same headers", async () => {
    await newsroom.published({ slug: "asked-about" });
    for (const url of ["/articles/asked-about.html", "/articles/asked-about.json", "/feed.rss", "/news-sitemap.xml"]) {
      const [whole, head] = [await get(url), await app.http.inject({ method: "HEAD", url })];
      expect([head.statusCode, head.body, head.headers.etag]).toEqual([200, "", whole.headers.etag]);
      expect(head.headers["content-length"]).toBe(String(Buffer.byteLength(whole.body)));
      expect(head.headers["content-type"]).toBe(whole.headers["content-type"]);
    }
  });

  it("lead to the current address and to each other, and state their types", async () => {
    await newsroom.published({ slug: "linked" });
    const address = "<https://cms.example/articles/linked";
    const { link } = (await get("/articles/linked.json")).headers;
    expect(link).toBe(
      `${address}.html>; rel="canonical", ${address}.html>; rel="alternate"; type="text/html", ` +
        `${address}.jsonld>; rel="alternate"; type="application/ld+json"`,
    );
    expect((await get("/articles/linked.html")).headers.link).not.toContain("text/html");
    for (const url of ["/articles/linked.html", "/articles/linked.jsonld", "/feed.atom", "/news-sitemap.xml"]) {
      const { headers } = await get(url);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers.vary).toContain("x-content-view");
    }
  });

  it("show a draft to holders of its preview link, and are not cached", async () => {
    const { id } = await newsroom.draft({ slug: "previewed", headline: "Not yet out" });
    const other = await newsroom.draft({ slug: "other-draft", headline: "Another secret" });
    const { token } = done(
      await createPreviewToken({ ...newsroom.work, clock: { now: () => new Date() } }, { articleId: id }),
    );
    const page = await get(`/articles/previewed.html?preview=${token}`);
    expect([page.statusCode, page.headers["cache-control"]]).toEqual([200, "private, no-store"]);
    expect(page.body).toContain("Not yet out");
    expect(page.body).toContain("Draft: not published");
    expect(page.headers).not.toHaveProperty("link");
    expect(page.headers["x-robots-tag"]).toBe("noindex, nofollow");
    const item = await get(`/articles/previewed.json?preview=${token}`);
    expect(item.json().pubStatus).toBe("withheld");
    expect((await get(`/articles/other-draft.html?preview=${token}`)).statusCode).toBe(404);
    expect(other.version).toBe(1);
    expect((await get(`/articles/previewed.html?preview=${token}x`)).statusCode).toBe(401);
  });
});

describe("a page that there is not", () => {
  const page = async (url: string) => {
    const { statusCode, headers, body } = await get(url);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    return { statusCode, headers, page: readPage(body) };
  };

  it("shows why and when an article was killed, and nothing of its text", async () => {
    await newsroom.killed(
      { slug: "forged-page", headline: "Forged headline" },
      'The <b>letter</b> was forged.\nWe said "sorry".',
    );
    const gone = await page("/articles/forged-page.html");
    expect(gone.statusCode).toBe(410);
    const said = wholeText(gone.page);
    expect(said).toContain("This article has been withdrawn");
    expect(said).toContain('The <b>letter</b> was forged.We said "sorry".');
    expect(said).not.toContain("Forged headline");
    expect(findAll(gone.page, "time")[0]?.attributes["datetime"]).toBe(newsroom.now.toISOString().replace(".000", ""));
  });

  it("reports that there is no article", async () => {
    const missing = await page("/articles/never-written.html");
    expect([missing.statusCode, missing.headers["cache-control"]]).toEqual([404, "no-store"]);
    expect(findAll(missing.page, "h1").map((one) => wholeText(one))).toEqual(["There is no article here"]);
    expect(missing.page.attributes).toEqual({ lang: "en", dir: "ltr" });
  });

  it("leads on from an old address, and no cache leads on when that has ended", async () => {
    const { id, version } = await newsroom.published({ slug: "first-address" });
    const edited = done(await updateArticle(newsroom.work, { id, expectedVersion: version, slug: "second-address" }));
    done(await publishArticle(newsroom.work, { id, expectedVersion: edited.version }));
    const moved = await page("/articles/first-address.html");
    const address = "https://cms.example/articles/second-address.html";
    expect([moved.statusCode, moved.headers.location]).toEqual([301, address]);
    expect(moved.headers["cache-control"]).toBe("public, no-cache");
    expect(findAll(moved.page, "a").map(({ attributes }) => attributes["href"])).toContain(address);
  });
});

it("what is hostile in an article stays text in every format, from the database to the wire", async () => {
  const words = `</script><script>alert(1)</script><!-- ]]> & &amp; " onmouseover="alert(1)" ' 🧨`;
  newsroom.now = new Date(Date.now() - 1_800_000);
  const speakerId = await newsroom.person({ name: `Eve ${words}` });
  const sourceId = await newsroom.post({ text: words, authorName: words, url: "https://e.example/?a=\"<b>'&c=|" });
  const quotes = [{ exact: "<script>alert(1)</script>", speakerId, sourceId, occasion: words }];
  const body = [{ paragraph: { text: `“${words}”`, quotes } }, { post: { id: sourceId } }];
  await newsroom.published({ slug: "hostile", headline: words, standfirst: words, byline: words, body });
  for (const format of ["html", "json", "jsonld"]) {
    const answer = await get(`/articles/hostile.${format}`);
    expect([answer.statusCode, answer.body.includes("<script>alert")]).toEqual([200, false]);
    if (format === "html") expect(wholeText(readPage(answer.body), "script")).toContain(words.trim());
    if (format === "jsonld") expect(faultsOfLinkedData(answer.json())).toEqual([]);
    if (format === "json") expect(answer.json().title).toBe(words);
  }
  expect(await faultsOfXml("rss", (await get("/feed.rss")).body)).toEqual([]);
  expect(await faultsOfXml("atom", (await get("/feed.atom")).body)).toEqual([]);
  expect(await faultsOfXml("newsSitemap", (await get("/news-sitemap.xml")).body)).toEqual([]);
});

describe("the lists of the newest", () => {
  it.each(["/feed.rss", "/feed.atom", "/feed.json", "/news-sitemap.xml"])(
    "%s contains exactly what readers see",
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
