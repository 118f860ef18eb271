import { describe, expect, it } from "vitest";
import { toJson } from "../../src/syndication/json.js";
import { renderNinjs } from "../../src/syndication/ninjs.js";
import { article, english, paragraph, persian, post, site } from "./articles.js";
import { HOSTILE, hostile } from "./hostile.js";
import { faultsOfNinjs, hasNinjsSchema } from "./validate-json.js";

const wordless = article({ body: [paragraph("The quay is open."), post({ text: "" })] });
const cases = { english, persian, hostile, wordless, bare: article(), empty: article({ body: [], dateline: null }) };

// Left out without ../shared: every check of types, formats and unknown properties that the schema of the IPTC makes.
describe.skipIf(!hasNinjsSchema)("ninjs against the IPTC's schema 3.1 (../shared/eval/ninjs)", () => {
  it.each(Object.entries(cases))("the item of the %s article is valid", (_, subject) => {
    expect(faultsOfNinjs(renderNinjs(subject, site))).toEqual([]);
    expect(faultsOfNinjs(JSON.parse(toJson(renderNinjs(subject, site))))).toEqual([]);
  });

  it("the check itself fails on what ninjs does not allow", () => {
    expect(faultsOfNinjs({ ...renderNinjs(english, site), wordCount: 3 })).not.toEqual([]);
    expect(faultsOfNinjs({ ...renderNinjs(english, site), uri: "no uri" })).not.toEqual([]);
  });
});

describe("ninjs", () => {
  it.runIf(!hasNinjsSchema)("validation is left out: the schema of the IPTC is not at ../shared/eval/ninjs", () => {
    expect(hasNinjsSchema).toBe(false);
  });

  it("contains the type, the version and the moments of an item", () => {
    expect(renderNinjs(english, site)).toMatchObject({
      uri: "urn:uuid:85aadba2-eac0-0000-0000-000000000000",
      type: "text",
      version: "7",
      pubStatus: "usable",
      firstCreated: "2026-09-05T09:00:00.000Z",
      versionCreated: "2026-09-06T07:15:00.000Z",
      language: "en",
      by: "Mara Quill and the Coast Desk",
      located: "Port Lantern",
      places: [{ name: "Port Lantern", rel: "dateline", literal: "PORT LANTERN, Sept. 5" }],
      subjects: [{ literal: "harbour" }, { literal: "fisheries" }],
      standard: { name: "ninjs", version: "3.1" },
    });
    expect(renderNinjs(english, site)).not.toHaveProperty("urgency");
  });

  it("links to its other formats, and contains the occasions of its quotes", () => {
    expect(renderNinjs(english, site)).toMatchObject({
      renditions: [
        { href: english.url, contentType: "text/html" },
        { href: "https://lantern.example/articles/harbour-opens.jsonld", contentType: "application/ld+json" },
      ],
      events: [
        { name: "Post on the eve of the opening", rel: "quotedAt" },
        { name: "Post, since deleted", rel: "quotedAt" },
        { name: "On the quay", rel: "quotedAt" },
      ],
    });
  });

  it("withholds a draft", () => {
    expect(renderNinjs(article({ isPublished: false }), site).pubStatus).toBe("withheld");
  });

  it("counts characters as readers do", () => {
    const [plain] = renderNinjs(article({ body: [paragraph("Five 🛶🛶🛶🛶🛶.")] }), site).bodies ?? [];
    expect(plain?.charCount).toBe(11);
  });

  it("keeps its uri when the slug changes", () => {
    const moved = article({ slug: "other" });
    expect(renderNinjs(moved, site).uri).toBe(renderNinjs(article(), site).uri);
  });

  it("distinguishes persons who are quoted from those only mentioned", () => {
    const people = renderNinjs(english, site).people?.map(({ name, rel }) => [name, rel]);
    expect(people).toEqual([
      ["Odile Marn", "quoted"],
      ["Tomás Veil", "quoted"],
      ["Ines Farrow", "mentioned"],
    ]);
  });

  it("contains for a post without words its author and platform, and neither a body nor a hash", () => {
    const [item] = renderNinjs(wordless, site).associations ?? [];
    expect(item).toMatchObject({
      name: "Post by Odile Marn",
      altIds: [{ role: "id", value: "pst_1AAAAAAAAAAAAAAAAAAAAA" }],
    });
    expect(item).not.toHaveProperty("bodies");
  });

  it("carries the text twice, plain and as HTML, the dateline before its first words and posts signed", () => {
    const [plain, html] = renderNinjs(english, site).bodies ?? [];
    expect(plain?.value).toMatch(/^PORT LANTERN, Sept\. 5 – The third quay/u);
    expect(plain?.value).toContain("hand on it.\n— Odile Marn (@odile.example) September 4, 2026\n\n");
    expect(html?.value).toMatch(/^<div lang="en" dir="ltr"><p><span class="dateline">PORT LANTERN/u);
    expect(html?.value).toContain('<a href="https://archive.lantern.example/plan?year=2017&amp;part=3"');
  });

  it("contains each post with its words, author, hash and address, those of other sources too", () => {
    const associations = renderNinjs(english, site).associations ?? [];
    expect(associations.map(({ name }) => name)).toEqual(["Post by Odile Marn", "Post by Tomás Veil"]);
    expect(associations[0]).toMatchObject({
      rel: "embeddedPost",
      by: "Odile Marn (@odile.example)",
      contentCreated: "2026-09-04T17:20:00.000Z",
      renditions: [{ href: "https://bsky.app/profile/odile.example/post/3k2" }],
      altIds: [{ value: "pst_1AAAAAAAAAAAAAAAAAAAAA" }, { role: "sha256", value: "9f2c".repeat(16) }],
    });
    expect(associations[1]).not.toHaveProperty("contentCreated");
    expect(associations[1]?.edNote).toBe("Posted on 2026-09-03. Availability: DELETED.");
  });

  it("notes corrections and differing quotes for editors, but not paraphrases", () => {
    const lines = renderNinjs(english, site).edNote?.split("\n") ?? [];
    expect(lines.map((line) => line.slice(0, 24))).toEqual([
      "CORRECTION 2026-09-06T07",
      "UPDATE 2026-09-06T07:15:",
      "QUOTE DIFFERS FROM ITS S",
    ]);
    const retold = paragraph("It rained.", [{ text: "It rained", kind: "INDIRECT", verdict: "NOT_FOUND" }]);
    expect(renderNinjs(article({ body: [retold] }), site)).not.toHaveProperty("edNote");
  });

  it("lets no address but an http one out, and that as a strict URI", () => {
    const hrefs = renderNinjs(hostile, site).associations?.map(({ renditions }) => renditions?.[0]?.href);
    expect(hrefs).toEqual([undefined, "https://e.example/a%7Cb?c=%22d%22&e=%5Bf%5D#g%23h%3Ci%3E"]);
    const half = post({ url: "https://e.example/100%" });
    expect(renderNinjs(article({ body: [half] }), site).associations?.[0]?.renditions?.[0]?.href).toBe(
      "https://e.example/100%25",
    );
  });

  it("escapes markup in the HTML and leaves the plain text unchanged", () => {
    const [plain, html] = renderNinjs(hostile, site).bodies ?? [];
    expect(plain?.value).toContain(HOSTILE);
    expect(html?.value).not.toContain("<script");
  });
});
