import { readFileSync } from "node:fs";
import { graphql } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSchema } from "../../src/graphql/create-schema.js";
import { Loader } from "../../src/graphql/loading/loader.js";
import { DRAFT_VIEW, PUBLISHED_VIEW, type View } from "../../src/graphql/loading/view.js";
import { SCHEMA_PARTS } from "../../src/schema.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { Newsroom } from "../support/newsroom.js";
import { exampleLoading } from "./topic-quotes.js";

const EXAMPLE = new URL("topic-quotes.ts", import.meta.url);
const DOCUMENT = new URL("../../docs/how-to/add-a-query.md", import.meta.url);

/** The lines of a text without their indentation. */
function lines(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

describe("the example of docs/how-to/add-a-query.md", () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp();
    const newsroom = new Newsroom(app.database);
    const body = (exact: string) => [{ paragraph: { text: `She said “${exact}”.`, quotes: [{ exact }] } }];
    await newsroom.published({ slug: "shown", topics: ["Ports"], body: body("the quay is open") });
    await newsroom.draft({ slug: "hidden", topics: ["Ports"], body: body("the quay is closed") });
  });
  afterAll(() => app.close());

  it("is the code that this test runs", () => {
    const [, example = ""] = /```ts\n([\s\S]*?)```/.exec(readFileSync(DOCUMENT, "utf8")) ?? [];
    expect(example).not.toBe("");
    expect(lines(readFileSync(EXAMPLE, "utf8"))).toContain(lines(example));
  });

  it("adds a field that shows readers the quotes of published articles only, and editors those of drafts", async () => {
    const schema = createSchema({ ...SCHEMA_PARTS, loading: [...SCHEMA_PARTS.loading, ...exampleLoading] });
    const read = async (view: View): Promise<unknown> => {
      const run = (text: string, values: readonly unknown[]) =>
        app.database.readAnswer<{ json: unknown }>(text, values, "NEWSROOM");
      const contextValue = { loader: new Loader(run, view) };
      const source = "{ topics { nodes { name quotes { totalCount nodes { text } } } } }";
      const { data, errors } = await graphql({ schema, source, contextValue });
      expect(errors).toBeUndefined();
      return data;
    };
    const page = (...texts: string[]) => ({ totalCount: texts.length, nodes: texts.map((text) => ({ text })) });
    const topics = (quotes: object) => ({ topics: { nodes: [{ name: "Ports", quotes }] } });
    expect(await read(PUBLISHED_VIEW)).toEqual(topics(page("the quay is open")));
    expect(await read(DRAFT_VIEW)).toEqual(topics(page("the quay is closed", "the quay is open")));
  });
});
