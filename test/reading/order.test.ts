import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishArticle } from "../../src/publishing/publishing.service.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { done, Newsroom } from "../support/newsroom.js";

let app: TestApp;
const topics = ["Ports"];

/** First publications in the order of the headlines; the oldest is published again as the last act of all. */
beforeAll(async () => {
  app = await createTestApp();
  const newsroom = new Newsroom(app.database);
  const personName = "Nela Ostrow";
  await newsroom.person({ name: personName });
  const body = [{ paragraph: { text: `${personName} spoke.` } }];
  const oldest = await newsroom.published({ headline: "Oldest", topics, body });
  await newsroom.published({ headline: "Middle", topics, body });
  await newsroom.published({ headline: "Newest", topics, body });
  newsroom.now = new Date(newsroom.now.getTime() + 3_600_000);
  done(await publishArticle(newsroom.work, { id: oldest.id, expectedVersion: oldest.version }));
  await newsroom.draft({ headline: "Never published", topics, body });
});
afterAll(() => app.close());

async function headlines(selection: string, headers = {}): Promise<string[]> {
  const answer = await app.data<Record<string, unknown>, never>(`{ ${selection} }`, undefined, headers);
  return [...JSON.stringify(answer).matchAll(/"headline":"(.*?)"/g)].map(([, headline = ""]) => headline);
}

describe("an article that is published again", () => {
  it.each([
    "articles { nodes { headline } }",
    "topics { nodes { articles { nodes { headline } } } }",
    "persons { nodes { articles { nodes { headline } } } }",
    "articles(orderBy: { field: FIRST_PUBLISHED_AT, direction: DESC }) { nodes { headline } }",
  ])("keeps its place in %s", async (selection) => {
    expect(await headlines(selection)).toEqual(["Newest", "Middle", "Oldest"]);
  });

  it("is first in the order by PUBLISHED_AT", async () => {
    expect(
      await headlines("articles(orderBy: { field: PUBLISHED_AT, direction: DESC }) { nodes { headline } }"),
    ).toEqual(["Oldest", "Newest", "Middle"]);
  });

  it.each(["/feed.rss", "/feed.atom", "/feed.json"])("keeps its place in %s", async (path) => {
    const { body } = await app.http.inject(path);
    const places = ["Newest", "Middle", "Oldest"].map((headline) => body.indexOf(headline));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });
});
