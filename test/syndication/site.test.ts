import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../support/app.js";
import { Newsroom } from "../support/newsroom.js";
import { headersOf } from "../support/tokens.js";
import { findAll, readXml, textOf } from "./read-xml.js";

const SITE_URL = "https://www.courier.example/news/{slug}?from=cms";
let app: TestApp;

beforeAll(async () => {
  app = await createTestApp({ siteUrl: SITE_URL });
  const newsroom = new Newsroom(app.database);
  await newsroom.published({ headline: "The quay reopens", slug: "the-quäy", standfirst: "A <b> & an <unknown>" });
});
afterAll(() => app.close());

const url = "https://www.courier.example/news/the-qu%C3%A4y?from=cms";

async function get(path: string): Promise<string> {
  const { statusCode, body } = await app.http.inject(path);
  expect(statusCode).toBe(200);
  return body;
}

describe("with SITE_URL", () => {
  it("feeds, sitemap and JSON-LD lead to the newsroom's own site", async () => {
    expect(textOf(findAll(readXml(await get("/feed.rss")), "item")[0] ?? fail(), "link")).toBe(url);
    expect(await get("/feed.atom")).toContain(`href="${url}"`);
    expect(JSON.parse(await get("/feed.json"))).toMatchObject({
      home_page_url: "https://www.courier.example/",
      feed_url: "https://cms.example/feed.json",
      items: [{ url }],
    });
    expect(JSON.parse(await get("/articles/the-qu%C3%A4y.jsonld"))).toMatchObject({ url, mainEntityOfPage: url });
  });

  it("the reading page names it as canonical and stays where it is", async () => {
    const { headers, body, statusCode } = await app.http.inject("/articles/the-qu%C3%A4y.html");
    expect(statusCode).toBe(200);
    expect(body).toContain(`<link rel="canonical" href="${url}">`);
    expect(String(headers.link)).toContain(`<${url}>; rel="canonical"`);
    expect(String(headers.link)).toContain("<https://cms.example/articles/the-qu%C3%A4y.json>");
  });

  it("a preview link leads to it with the token", async () => {
    const newsroom = new Newsroom(app.database);
    const { id } = await newsroom.draft({ slug: "a-draft" });
    const mutation = `mutation ($articleId: ID!) { createPreviewToken(input: { articleId: $articleId }) {
      ... on CreatePreviewTokenPayload { token url } } }`;
    const headers = await headersOf(app.database, "EDITOR");
    const { createPreviewToken: preview } = await app.data<
      { createPreviewToken: { token: string; url: string } },
      { articleId: string }
    >(mutation, { articleId: id }, headers);
    const address = new URL(preview.url);
    expect(address.origin + address.pathname).toBe("https://www.courier.example/news/a-draft");
    expect(address.searchParams.get("preview")).toBe(preview.token);
    expect(address.searchParams.get("from")).toBe("cms");
  });
});

describe("an RSS description", () => {
  it("is HTML, in which the standfirst is escaped text", async () => {
    const [item] = findAll(readXml(await get("/feed.rss")), "item");
    expect(item && textOf(item, "description")).toBe("A &lt;b&gt; &amp; an &lt;unknown&gt;");
  });
});

function fail(): never {
  throw new Error("The feed has no item.");
}
