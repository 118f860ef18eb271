import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApiToken } from "../../src/auth/token.service.js";
import { SETTINGS } from "../../src/config.js";
import { settingsTable } from "../../src/lib/settings.js";
import { loadDemo } from "../../src/demo/demo.service.js";
import { demoNewsroom } from "../../src/demo/demo.stories.js";
import { systemClock } from "../../src/lib/clock.js";
import { newId } from "../../src/lib/new-id.js";
import { schema } from "../../src/schema.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { done, Newsroom } from "../support/newsroom.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const inDocs = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" });
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  ...inDocs.filter((name) => name.endsWith(".md")).map((name) => join("docs", name)),
];

function read(name: string): string {
  return readFileSync(join(root, name), "utf8");
}

/** The texts of a document's code blocks of one language. */
function blocks(document: string, language: string): string[] {
  const fence = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm");
  return [...read(document).matchAll(fence)].map(([, text = ""]) => text);
}

function found(document: string, pattern: RegExp): string[] {
  return [...read(document).matchAll(pattern)].map(([, text = ""]) => text);
}

describe("the README", () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp();
    await loadDemo(app.database, { newId, clock: systemClock }, demoNewsroom);
  }, 60_000);
  afterAll(() => app.close());

  it("shows a first query with the answer that the demo newsroom gives to it", async () => {
    const [query = ""] = blocks("README.md", "graphql");
    const [printed = ""] = blocks("README.md", "json");
    expect({ data: await app.data(query) }).toEqual(JSON.parse(printed));
  });

  it("sends with curl what is answered", async () => {
    const [body = ""] = found("README.md", /--data '(\{.*\})'/g);
    const { query } = JSON.parse(body) as { readonly query: string };
    expect(await app.data(query)).toMatchObject({ quotes: { nodes: [{ text: expect.any(String) }] } });
  });

  it("shows a first mutation that is done with a token of the role it names", async () => {
    const { work } = new Newsroom(app.database);
    const { token } = done(await createApiToken(work, { name: "Reader of the README", role: "AUTHOR" }));
    const [, mutation = ""] = blocks("README.md", "graphql");
    const { createArticle } = await app.data<{ createArticle: unknown }, never>(mutation, undefined, {
      authorization: `Bearer ${token}`,
    });
    const quote = { text: "The quay is safe again", start: 1, end: 23, check: { verdict: "UNSOURCED" } };
    const article = { slug: "ferry-to-sorrel-island-runs-again", state: "DRAFT", version: 1, quotes: [quote] };
    expect(createArticle).toMatchObject({ __typename: "CreateArticlePayload", article });
  });
});

it("docs/settings.md has the settings of the code: `npm run settings` writes it", () => {
  const [table] = /^\|[\s\S]*?(?=\n\n|$(?![\s\S]))/m.exec(read("docs/settings.md")) ?? [];
  expect(table?.trim()).toBe(settingsTable(SETTINGS));
});

describe.each(documents)("%s", (document) => {
  it("leads to files that are there", () => {
    const links = found(document, /\]\(([^)#:]+)(?:#[^)]*)?\)/g);
    expect(links.filter((link) => !existsSync(resolve(root, dirname(document), link)))).toEqual([]);
  });

  it("speaks of files and scripts that are there", () => {
    const paths = found(document, /`((?:\.ci|src|test|prisma|scripts|docs|bench)\/[\w./-]+)`/g);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const scripts = found(document, /npm (?:run (?:--silent )?)?(start|test|(?<=run )[a-z]+|(?<=silent )[a-z]+)\b/g);
    const { scripts: known } = JSON.parse(read("package.json")) as { readonly scripts: Record<string, string> };
    expect(scripts.filter((name) => !(name in known))).toEqual([]);
  });

  it("shows operations that the schema knows", () => {
    const faults = blocks(document, "graphql").flatMap((text) => validate(schema, parse(text)));
    expect(faults.map(({ message }) => message)).toEqual([]);
  });
});
