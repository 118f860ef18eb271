import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoNewsroom } from "../../src/demo/demo.stories.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { loadDemoNewsroom } from "../support/demo.js";

interface Shown {
  readonly alt: string;
  readonly caption: string | null;
  readonly image: {
    readonly width: number;
    readonly height: number;
    readonly credit: string | null;
    readonly usageTerms: string | null;
    readonly placeholder: string | null;
    readonly url: string;
  };
}

const FIGURES = `{ articles(first: 100) { nodes {
  slug leadImage { ...Shown } body { ... on Figure { ...Shown } }
} } }
fragment Shown on Figure {
  alt caption image { width height credit usageTerms placeholder url(width: 300, format: WEBP) }
}`;

let app: TestApp;
/** How often the first answer read the key of the addresses. */
let keyReads: number;
let articles: readonly { slug: string; leadImage: Shown | null; body: (Shown | object)[] }[];

beforeAll(async () => {
  app = await createTestApp();
  await loadDemoNewsroom(app);
  app.statements.length = 0;
  const data = await app.data<{ articles: { nodes: typeof articles } }, never>(FIGURES);
  articles = data.articles.nodes;
  keyReads = app.statements.filter(({ sql }) => sql.startsWith("SELECT") && sql.includes("installation_key")).length;
});
afterAll(() => app.close());

describe("the pictures of the demo newsroom", () => {
  it("are above the articles that they were drawn for, with words, credit and terms", () => {
    const { stories, pictures } = demoNewsroom;
    const expected = stories.flatMap(({ slug, lead, killed }) => {
      const picture = pictures.find(({ key }) => key === lead?.picture);
      if (killed) return [];
      return [
        [slug, picture ? { alt: lead?.alt ?? picture.alt, caption: lead?.caption ?? picture.caption ?? null } : null],
      ];
    });
    const shown = articles.map(({ slug, leadImage }) => [
      slug,
      leadImage && { alt: leadImage.alt, caption: leadImage.caption },
    ]);
    expect(new Map(shown as [string, object | null][])).toEqual(new Map(expected as [string, object | null][]));
    const images = articles.flatMap(({ leadImage }) => leadImage?.image ?? []);
    expect(images.filter(({ credit, usageTerms, placeholder }) => !credit || !usageTerms || !placeholder)).toEqual([]);
  });

  it("are in the bodies of articles too", () => {
    const inBodies = articles.filter(({ body }) => body.some((element) => "image" in element));
    expect(inBodies.length).toBeGreaterThanOrEqual(3);
  });

  it("cost one look-up of the key of their addresses, however many the first answer has", () => {
    expect(articles.filter(({ leadImage }) => leadImage !== null).length).toBeGreaterThan(10);
    // Once before it is made, and once after.
    expect(keyReads).toBe(2);
  });

  it("are served in the sizes that pages request", async () => {
    for (const { leadImage } of articles) {
      if (!leadImage) continue;
      const { pathname } = new URL(leadImage.image.url);
      const { statusCode, headers } = await app.http.inject({ method: "GET", url: pathname });
      expect([statusCode, headers["content-type"]]).toEqual([200, "image/webp"]);
    }
  });
});
