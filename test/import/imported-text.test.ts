import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ImportArticleDocument, type ImportArticleInput } from "../generated/graphql.js";
import { Desk, paragraphsOf, present } from "../support/desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

async function take(input: ImportArticleInput) {
  const result = await desk.write(ImportArticleDocument, input);
  if (result.__typename !== "ImportArticlePayload") throw new Error(JSON.stringify(result));
  return result;
}

/** The draft that copy becomes. */
async function draftOf(content: string) {
  const { article } = await take({ content });
  return present(await desk.draft(present(article).id));
}

function ninjs(uri: string, body: string, more: object = {}): string {
  return JSON.stringify({ uri, type: "text", headline: "Gates bent", body_html: body, ...more });
}

describe("the text of an import", () => {
  it("keeps links and emphasis, with quotations and speakers in their places", async () => {
    const body =
      '<p>“We <em>truly</em> saw it,” lock keeper Ines Varga said on Tuesday.</p><p>The <a href="https://wold.example/plan">plan</a> is <strong>open</strong>.</p>';
    const paragraphs = paragraphsOf(await draftOf(ninjs("urn:wold:1", body)));
    expect(paragraphs.map(({ html }) => html)).toEqual([
      "“We <em>truly</em> saw it,” lock keeper Ines Varga said on Tuesday.",
      'The <a href="https://wold.example/plan" rel="noopener">plan</a> is <strong>open</strong>.',
    ]);
    expect(paragraphs[0]?.quotes.map(({ text }) => text)).toEqual(["We truly saw it,"]);
  });

  it("keeps the place of marks behind letters that are composed", async () => {
    const body = "<p>Cafe\u0301 keepers of the <em>Ardent\u0301</em> met on Tuesday.</p><p>They left.</p>";
    const [first] = paragraphsOf(await draftOf(ninjs("urn:wold:2", body)));
    expect(first?.html).toBe("Café keepers of the <em>Ardent\u0301</em> met on Tuesday.");
  });
});
