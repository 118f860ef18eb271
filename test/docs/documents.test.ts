import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApiToken } from "../../src/auth/token.service.js";
import { SETTINGS } from "../../src/config.js";
import { settingsTable } from "../../src/lib/settings.js";
import { UserErrorCode } from "../../src/graphql/user-errors.js";
import { ImportFormat } from "../../src/import/import.type.js";
import { WORKFLOW, WORKFLOW_ACTS } from "../../src/draft/workflow.js";
import { schema } from "../../src/schema.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { loadDemoNewsroom } from "../support/demo.js";
import { done, Newsroom } from "../support/newsroom.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const inDocs = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" });
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "SECURITY.md",
  "examples/news-site/README.md",
  ".github/pull_request_template.md",
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
    await loadDemoNewsroom(app);
  });
  afterAll(() => app.close());

  it("shows a first query with the answer of the demo newsroom", async () => {
    const [query = ""] = blocks("README.md", "graphql");
    const [printed = ""] = blocks("README.md", "json");
    expect({ data: await app.data(query) }).toEqual(JSON.parse(printed));
  });

  it("shows a curl command that works", async () => {
    const [body = ""] = found("README.md", /--data '(\{.*\})'/g);
    const { query } = JSON.parse(body) as { readonly query: string };
    expect(await app.data(query)).toMatchObject({ quotes: { nodes: [{ text: expect.any(String) }] } });
  });

  it("shows a first mutation that succeeds with an AUTHOR token", async () => {
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

/** The rows of a document's table whose first cell is a word in capitals, as lists of cells. */
function rows(document: string): readonly (readonly string[])[] {
  return found(document, /^\| (`?[A-Z_]+`? \|.*) \|$/gm).map((row) => row.split("|").map((cell) => cell.trim()));
}

it("docs/workflow.md shows every state and transition of the workflow", () => {
  const states = Object.entries(WORKFLOW).map(([from, acts]) => [
    from,
    ...WORKFLOW_ACTS.map((act) => acts[act]?.to ?? ""),
  ]);
  expect(rows("docs/workflow.md").filter(([first = ""]) => first in WORKFLOW)).toEqual(states);
});

it("docs/workflow.md names the roles of every transition and the acts that need readers", () => {
  const transitions = Object.values(WORKFLOW).flatMap((acts) => Object.entries(acts));
  const EDITORS = ["EDITOR", "ADMIN"];
  expect(
    transitions.filter(([act, { roles }]) => act !== "submit" && roles.join() !== EDITORS.join()),
    "every column but submit needs an editor",
  ).toEqual([]);
  const needing = transitions.filter(([, { needsReaders }]) => needsReaders).map(([act]) => act);
  expect(new Set(needing)).toEqual(new Set(["kill"]));
});

it("docs/errors.md explains every code of a mutation's errors", () => {
  const codes = found("docs/errors.md", /^\| `([A-Z_]+)` \| `/gm);
  expect(codes.sort()).toEqual(Object.keys(UserErrorCode).sort());
});

it("docs/imports.md lists every format that an import reads", () => {
  const formats = found("docs/imports.md", /\| `([A-Z0-9_]+)` \|/g);
  expect(formats.sort()).toEqual(
    Object.keys(ImportFormat)
      .filter((name) => name !== "AUTO")
      .sort(),
  );
});

it("the README has at most 150 lines", () => {
  expect(read("README.md").trimEnd().split("\n").length).toBeLessThanOrEqual(150);
});

it("docs/settings.md lists the settings of the code; `npm run settings` writes it", () => {
  const [table] = /^\|[\s\S]*?(?=\n\n|$(?![\s\S]))/m.exec(read("docs/settings.md")) ?? [];
  expect(table?.trim()).toBe(settingsTable(SETTINGS));
});

describe.each(documents)("%s", (document) => {
  it("links to existing files only", () => {
    const links = found(document, /\]\(([^)#:]+)(?:#[^)]*)?\)/g);
    expect(links.filter((link) => !existsSync(resolve(root, dirname(document), link)))).toEqual([]);
  });

  it("names existing files and scripts only", () => {
    const paths = found(document, /`((?:\.ci|src|test|prisma|scripts|docs|bench)\/[\w./-]+)`/g);
    const folders = [root, join(root, dirname(document))];
    expect(paths.filter((path) => !folders.some((folder) => existsSync(join(folder, path))))).toEqual([]);
    const scripts = found(document, /npm (?:run (?:--silent )?)?(start|test|(?<=run )[a-z]+|(?<=silent )[a-z]+)\b/g);
    const { scripts: known } = JSON.parse(read("package.json")) as { readonly scripts: Record<string, string> };
    expect(scripts.filter((name) => !(name in known))).toEqual([]);
  });

  it("shows operations that are valid in the schema", () => {
    const faults = blocks(document, "graphql").flatMap((text) => validate(schema, parse(text)));
    expect(faults.map(({ message }) => message)).toEqual([]);
  });
});
