import type { ChildProcess } from "node:child_process";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../src/database/embedded-postmaster.js";
import { BROWSER } from "../browser/browser.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { loadDemoNewsroom } from "../support/demo.js";
import { Newsroom } from "../support/newsroom.js";
import { headersOf } from "../support/tokens.js";
import { articlesOfReaders, type Listed, previewOf } from "./articles.js";
import { SiteReader } from "./reader.js";
import { portraitsOf, saveScreenshots, searchFor } from "./looks.js";
import { buildSite, installSite, startSite, stopSite } from "./site.js";

const isReady = BROWSER !== null && installSite();

/** The elements of a body that contain the text of a paragraph or post. */
const BODY_TEXTS = ".body :is(.body > p, .body > h2, .body > h3, li, blockquote p, figcaption > .caption)";

describe.skipIf(!isReady)("the example of a news site", () => {
  let app: TestApp;
  let reader: SiteReader;
  let page: Page;
  let site: ChildProcess;
  let home: string;
  let dateline: string;

  beforeAll(async () => {
    buildSite();
    const [datelinePort, sitePort] = [await freePort(), await freePort()];
    dateline = `http://127.0.0.1:${datelinePort}`;
    home = `http://127.0.0.1:${sitePort}`;
    app = await createTestApp({ publicUrl: dateline, siteUrl: `${home}/articles/{slug}` });
    await loadDemoNewsroom(app);
    await app.http.listen({ port: datelinePort, host: "127.0.0.1" });
    [site, reader] = await Promise.all([startSite(sitePort, dateline), SiteReader.start(home)]);
    page = reader.page;
  });
  afterAll(async () => {
    await reader.close();
    await stopSite(site);
    await app.close();
  });

  const open = (path: string, status?: number): Promise<string> => reader.open(path, status);

  it("shows the newest articles and those of every section on the front page, and leads to them", async () => {
    const { newest, sections } = await app.data<
      { newest: Listed; sections: { name: string; articles: Listed }[] },
      never
    >(`{
      newest: articles(first: 6) { nodes { headline } }
      sections { name articles(first: 4) { nodes { headline } } }
    }`);
    await open("/");
    const shown = await page.locator("main > section").evaluateAll((all) =>
      all.map((section) => ({
        name: section.querySelector("h2")?.textContent?.trim(),
        headlines: [...section.querySelectorAll(".teaser :is(h2, h3)")].map((headline) => headline.textContent),
      })),
    );
    const expected = [{ name: "Newest", articles: newest }, ...sections].map(({ name, articles }) => ({
      name,
      headlines: articles.nodes.map(({ headline }) => headline),
    }));
    expect(shown).toEqual(expected);
    await page.getByRole("link", { name: "汐見ヶ原市" }).first().click();
    await page.waitForURL("**/articles/shiomigahara-night-drill-by-lantern-light");
  });

  it.each([
    ["/", 2],
    ["/sections/the-sea", 2],
    ["/articles/herring-survey-warns-of-steep-decline", 3],
    ["/authors/bram-ostrick", 2],
    ["/people/mirela-vantorre", 2],
    ["/search", 1],
  ])("makes %s of %i statements, one for each field that its query begins with", async (path, count) => {
    await fetch(`${home}${path}`);
    app.statements.length = 0;
    await fetch(`${home}${path}`);
    expect(app.statements.map(({ sql }) => sql.split(" ", 1)[0])).toEqual(
      Array.from({ length: count }, () => "SELECT"),
    );
  });

  it("leads from a section to those below it and above it, with the articles of all of them", async () => {
    await open("/sections/the-sea");
    await page.getByRole("link", { name: "Energy", exact: true }).click();
    await page.waitForURL("**/sections/energy");
    const headline = "Tarn Race turbines stay switched off until seals are counted";
    expect(await page.locator("main .teaser h2").allTextContents()).toEqual([headline]);
    await page.getByRole("main").getByRole("link", { name: "The Sea" }).click();
    await page.waitForURL("**/sections/the-sea");
    expect(await page.locator("main .teaser h2").allTextContents()).toContain(headline);
    expect(await open("/sections/no-such-section", 404)).toContain("Not found");
  });

  it("renders headings, lists, block quotes, links and emphasis as such", async () => {
    const texts = (selector: string) => page.locator(`.body ${selector}`).allTextContents();
    await open("/articles/fact-check-vantorre-did-not-write-off-fishing-villages");
    expect(await texts("> h2")).toEqual(["What the post says", "Where the sentence comes from"]);
    expect(await texts("> ul > li:last-child")).toEqual(["the handle @vantorrelsc lacks its underscore."]);
    expect(await page.locator(".body > ul > li").count()).toBe(3);
    expect([await texts("em"), await texts("p strong")]).toEqual([["@vantorrelsc"], ["The claim is false."]]);
    expect(await texts("a[href='https://newsroom.example/verify']")).toEqual(["send it to our desk"]);
    await open("/articles/shiomigahara-night-drill-by-lantern-light");
    expect(await page.locator(".body > ol > li").count()).toBe(3);
    await open("/articles/pilots-call-off-strike-after-ladder-fund");
    expect(await texts("> blockquote > p > q")).toEqual(["Strike suspended […] Boats leave at the usual hour."]);
  });

  it("shows every word of every article, in its language and direction", async () => {
    for (const { slug, headline, language, direction, body } of await articlesOfReaders(app)) {
      await open(`/articles/${slug}`);
      const article = page.locator(`article > [lang="${language}"][dir="${direction.toLowerCase()}"]`);
      expect(await article.getByRole("heading", { level: 1 }).textContent()).toBe(headline);
      const shown = await article.locator(BODY_TEXTS).allTextContents();
      expect([slug, shown]).toEqual([slug, body.map(({ paragraph, post, caption }) => paragraph ?? post ?? caption)]);
    }
  });

  it("shows the picture of an article with its words and credit, and loads no more than the screen needs", async () => {
    await open("/articles/saint-orvain-rouvre-son-marche-flottant");
    const figure = page.locator("article figure.picture");
    expect(await figure.locator(".caption").textContent()).toBe(
      "Le canal du Lavoir retrouve ses barges, et ses auvents",
    );
    expect(await figure.locator("small").textContent()).toBe("Drawing: Perpetua Lyle");
    const picture = figure.locator("img");
    expect(await picture.getAttribute("alt")).toMatch(/^Trois barges/);
    const { source, shape } = await picture.evaluate((image) => ({
      source: image.currentSrc,
      shape: image.clientWidth / image.clientHeight,
    }));
    expect(source.startsWith(`${dateline}/images/`)).toBe(true);
    // The column is 672 pixels wide: the next larger size is 960.
    expect(source).toContain("/960x600.");
    expect(shape).toBeCloseTo(1.6, 1);
  });

  it("shows a picture in every teaser of an article that has one, all of one shape", async () => {
    await open("/sections/culture");
    const shapes = await page
      .locator("main .teaser > img")
      .evaluateAll((all) => all.map((image) => image.naturalWidth / image.naturalHeight));
    expect(shapes).toEqual([1.6, 1.6, 1.6]);
    await open("/topics/disinformation");
    expect(await page.locator("main .teaser > img").count()).toBe(0);
  });

  it("names the authors of an article with their roles, and leads to their other articles", async () => {
    await open("/articles/tarn-race-turbines-wait-for-seal-survey");
    const authors = page.locator("article ul.byline > li");
    expect(await authors.allInnerTexts()).toEqual(["Bram Ostrick (reporter)", "Perpetua Lyle (illustrations)"]);
    expect(await page.locator("article p.byline").count()).toBe(0);
    await authors.first().getByRole("link").click();
    await page.waitForURL("**/authors/bram-ostrick");
    const query = `query ($slug: String!) { person(slug: $slug) { written(first: 100) { nodes { headline } } } }`;
    const { person } = await app.data<{ person: { written: Listed } }, object>(query, { slug: "bram-ostrick" });
    expect(await page.locator("main .teaser h2").allTextContents()).toEqual(
      person.written.nodes.map(({ headline }) => headline),
    );
    expect(person.written.nodes.length).toBeGreaterThan(2);
    await open("/authors/orla-pennick", 404);
    await open("/articles/herring-survey-warns-of-steep-decline");
    expect(await page.locator("article p.byline").textContent()).toBe("Environment Desk");
    expect(await page.locator("article ul.byline a").allTextContents()).toEqual(["Bram Ostrick"]);
  });

  it("leads from an article to its translations and to related articles, for readers and for search engines", async () => {
    await open("/articles/haefen-am-laternenmeer-teilen-sich-die-lotsen");
    const alternates = await page
      .locator("head link[rel='alternate']")
      .evaluateAll((all) => all.map((link) => [link.getAttribute("hreflang"), link.getAttribute("href")]));
    expect(new Map(alternates as [string, string][])).toEqual(
      new Map([
        ["de", `${home}/articles/haefen-am-laternenmeer-teilen-sich-die-lotsen`],
        ["en", `${home}/articles/lantern-sea-ports-to-share-harbour-pilots`],
        ["fr", `${home}/articles/les-ports-de-la-mer-des-lanternes-partagent-leurs-pilotes`],
      ]),
    );
    await page.locator(".translations a[hreflang='en']").click();
    await page.waitForURL("**/articles/lantern-sea-ports-to-share-harbour-pilots");
    await open("/articles/herring-survey-warns-of-steep-decline");
    expect(await page.locator("[aria-labelledby='related'] .teaser h3").allTextContents()).toEqual([
      "Brisal adelanta tres semanas la veda de la sardina",
      "Tarn Race turbines stay switched off until seals are counted",
    ]);
    expect(await page.locator("head link[rel='alternate']").count()).toBe(0);
  });

  it("shows where a quote is in the text, who said it, and how it differs from its source", async () => {
    await open("/articles/tarn-race-turbines-wait-for-seal-survey");
    const words = "We will switch on the Tarn Race turbines until the survey is finished.";
    const inText = page.locator("q", { hasText: words });
    expect(await inText.textContent()).toBe(words);
    expect(await inText.getAttribute("data-verdict")).toBe("ALTERED");
    const note = page.locator("ol.quotes > li", { hasText: words });
    expect(await note.locator(".verdict").innerText()).toBe("Differs from the source: Joss Halveston on X");
    expect(await note.locator("ins").allTextContents()).toEqual(["not"]);
    await note.getByRole("link", { name: "Joss Halveston" }).click();
    await page.waitForURL("**/people/joss-halveston");
  });

  it("shows what a person is quoted with and how it compares with its source", async () => {
    const text = await open("/people/mirela-vantorre");
    expect(text).toContain("Secretary-General of the Lantern Sea Council");
    expect(text).toContain("Word for word as in the source");
    const query = `query ($slug: String!) { person(slug: $slug) { quotes(first: 100) { nodes { text article { headline } } } } }`;
    const { person } = await app.data<
      { person: { quotes: { nodes: { text: string; article: { headline: string } }[] } } },
      object
    >(query, { slug: "mirela-vantorre" });
    const quotes = page.locator("ol.quotes > li");
    const shown = await quotes.evaluateAll((all) =>
      all.map((item) => [
        item.querySelector("blockquote")?.textContent,
        item.querySelector("a[href^='/articles/']")?.textContent,
      ]),
    );
    expect(shown).toEqual(person.quotes.nodes.map((quote) => [quote.text, quote.article.headline]));
  });

  it("shows the portraits that there are, and finds articles, quotes and persons with the words marked", async () => {
    const square = [expect.stringMatching(/glasses/u), 1];
    const paths = ["/people/mirela-vantorre", "/authors/bram-ostrick", "/people/edda-lohwasser"];
    expect(await portraitsOf(reader, paths)).toEqual([square, square, null]);
    const { shown, expected } = await searchFor(reader, app, "herring");
    expect(expected.length).toBeGreaterThan(1);
    expect(shown).toEqual(expected);
    expect(await page.locator(".hits mark").count()).toBeGreaterThan(1);
    await open("/search?q=Mirela+Vantorre");
    await page.locator(".hits").getByRole("link", { name: "Mirela Vantorre", exact: true }).first().click();
    await page.waitForURL("**/people/mirela-vantorre");
    expect(await open(`/search?q=${encodeURIComponent("<script>zzyzxq</script>")}`)).toContain("Nothing was found.");
  });

  it.runIf(process.env["SCREENSHOTS"] === "on")("makes the screenshots of its README", async () => {
    expect(Math.max(...(await saveScreenshots(reader)))).toBeLessThan(30_000);
  });

  it("leads through the pages of a long list", async () => {
    const newsroom = new Newsroom(app.database);
    for (let at = 1; at <= 21; at += 1) await newsroom.published({ headline: `Tide table ${at}`, topics: ["Tides"] });
    await open("/topics/tides");
    const headlines = page.locator("main .teaser :is(h2, h3)");
    expect(await headlines.first().textContent()).toBe("Tide table 21");
    expect(await headlines.count()).toBe(20);
    await page.getByRole("link", { name: "Older articles" }).click();
    await page.waitForURL("**/topics/tides?after=*");
    expect(await headlines.allTextContents()).toEqual(["Tide table 1"]);
    expect(await page.getByRole("link", { name: "Older articles" }).count()).toBe(0);
  });

  it("shows the articles of a topic", async () => {
    await open("/articles/mariners-come-from-behind-to-win-lantern-cup");
    await page.getByRole("navigation", { name: "Topics" }).getByRole("link", { name: "Sport" }).click();
    await page.waitForURL("**/topics/sport");
    expect(await page.locator("main .teaser :is(h2, h3)").allTextContents()).toEqual([
      "Mariners come from two goals down to win the Lantern Cup",
    ]);
  });

  it("answers 410 with the notice and without the text for a killed article, and 404 for one that never was", async () => {
    const killed = await open("/articles/ferry-hull-cracked-before-sailing-letter-says", 410);
    expect(killed).toContain("the letter is a forgery");
    expect(killed).not.toContain("forty centimetres");
    expect(await open("/articles/no-such-article", 404)).toContain("Not found");
    for (const path of ["/people/nobody", "/topics/nothing", "/no/such/page"])
      expect(await open(path, 404)).toContain("Not found");
  });

  it("redirects an earlier address of an article to the current one", async () => {
    const newsroom = new Newsroom(app.database);
    const { id, version } = await newsroom.published({ slug: "old-name", headline: "A new name" });
    const editor = await headersOf(app.database, "EDITOR");
    const rename = `mutation ($update: UpdateArticleInput!, $publish: PublishArticleInput!) {
      updateArticle(input: $update) { __typename } publishArticle(input: $publish) { __typename }
    }`;
    const update = { id, expectedVersion: version, slug: "new-name" };
    await app.data(rename, { update, publish: { id, expectedVersion: version + 1 } }, editor);
    await open("/articles/old-name");
    expect(page.url()).toBe(`${home}/articles/new-name`);
  });

  it("shows a draft by its preview link only, and to no cache", async () => {
    const slug = "council-weighs-night-ban-for-fast-ferries";
    await open(`/articles/${slug}`, 404);
    const preview = await previewOf(app, slug);
    expect(preview.startsWith(`${home}/articles/${slug}?preview=`)).toBe(true);
    const text = await open(preview.slice(home.length));
    expect(text).toContain("Preview of a draft");
    expect(text).toContain("To be added: what the operators say");
    expect(await page.locator("meta[name='robots']").getAttribute("content")).toBe("noindex");
    const { headers } = await fetch(preview);
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(await open(`/articles/${slug}?preview=worthless`, 403)).toContain("Preview expired");
  });

  it("shows markup in texts as text", async () => {
    const newsroom = new Newsroom(app.database);
    const text = `<img src=x onerror="alert(1)"> & </p><script>alert(2)</script>`;
    await newsroom.published({
      slug: "markup",
      headline: text,
      standfirst: text,
      byline: text,
      body: [{ paragraph: { text } }],
    });
    await open("/articles/markup");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(text);
    expect(await page.locator(BODY_TEXTS).allTextContents()).toEqual([text]);
    expect(await page.locator("main :is(img, script)").count()).toBe(0);
  });

  it("shows that it is out of order while Dateline does not answer", async () => {
    const port = await freePort();
    const stranded = await startSite(port, `http://127.0.0.1:${await freePort()}`);
    const response = await fetch(`http://127.0.0.1:${port}`);
    await stopSite(stranded);
    expect(response.status).toBe(500);
    expect(await response.text()).toContain("Out of order");
    expect(response.headers.get("cache-control")).toBe("private, no-store");
  });
});
