import { readFileSync } from "node:fs";
import { Kind, parse, print } from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  ArticleBodyDocument,
  ArticlePageDocument,
  NestedArticleDocument,
  NestedArticlesDocument,
  NoticesDocument,
  PersonPageDocument,
  PersonQuotesDocument,
  PostPageDocument,
  QuotePageDocument,
  TopicPageDocument,
} from "../generated/graphql.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { Newsroom } from "../support/newsroom.js";
import { sqlOf } from "../support/statements.js";

const ARTICLES = 60;
const QUOTES = 8;

let app: TestApp;
let speaker: string;

beforeAll(async () => {
  app = await createTestApp({ cacheMegabytes: 0 });
  const newsroom = new Newsroom(app.database);
  speaker = await newsroom.person({ name: "Ilse Harrow" });
  for (let article = 1; article <= ARTICLES; article += 1) {
    const sourceId = await newsroom.post({ text: "The harbour opens on Monday." });
    const quotes = Array.from({ length: QUOTES }, (_, at) => `word${at} of article ${article}`);
    const body = quotes.map((exact) => ({
      paragraph: { text: `She said “${exact}”.`, quotes: [{ exact, speakerId: speaker, sourceId }] },
    }));
    await newsroom.published({ slug: `article-${article}`, headline: `Article ${article}`, body });
  }
});
afterAll(() => app.close());
beforeEach(() => {
  app.statements.length = 0;
  app.resolverStatements.length = 0;
});

/** One operation of this folder's documents, as it is written there. */
function operation(name: string): string {
  const document = parse(readFileSync(new URL("reading.graphql", import.meta.url), "utf8"));
  const found = document.definitions.find(
    (each) => each.kind === Kind.OPERATION_DEFINITION && each.name?.value === name,
  );
  return found ? print(found) : "";
}

/** Compares a query with the SQL it ran, and with that of the resolvers, side by side in one file. */
async function expectSql(name: string): Promise<void> {
  const parts = [
    operation(name),
    "# SQL",
    sqlOf(app.statements),
    "# SQL for the resolvers",
    sqlOf(app.resolverStatements),
  ];
  const shown = [`# ${name}`, ...parts].join("\n\n");
  await expect(shown).toMatchFileSnapshot(`sql/${name}.txt`);
}

describe("statements of nested reads", () => {
  it("an article down to speakers and sources costs one statement", async () => {
    const { article } = await app.data(NestedArticleDocument, { slug: "article-7" });
    expect(article?.paragraphs).toHaveLength(QUOTES);
    expect(article?.paragraphs[0]?.quotes[0]).toEqual({
      text: "word0 of article 7",
      speaker: { name: "Ilse Harrow" },
      source: { authorName: "Harbour Office", text: "The harbour opens on Monday." },
    });
    expect(app.statements).toHaveLength(1);
    await expectSql("NestedArticle");
  });

  it("a page of 50 such articles costs one statement as well", async () => {
    const { articles } = await app.data(NestedArticlesDocument, { first: 50 });
    expect(articles.nodes).toHaveLength(50);
    expect(articles.nodes.flatMap(({ paragraphs }) => paragraphs)).toHaveLength(50 * QUOTES);
    expect(app.statements).toHaveLength(1);
    await expectSql("NestedArticles");
  });

  it("a person's first quotes are limited in SQL, and the count is that of all", async () => {
    const { person } = await app.data(PersonQuotesDocument, { id: speaker, first: 5 });
    expect(person?.quotes.totalCount).toBe(ARTICLES * QUOTES);
    expect(person?.quotes.nodes).toHaveLength(5);
    expect(person?.quotes.nodes[0]?.article.persons).toEqual([{ name: "Ilse Harrow" }]);
    expect(app.statements).toHaveLength(1);
    expect(app.statements[0]?.sql).toContain("LIMIT 5)");
    await expectSql("PersonQuotes");
  });

  it("a statement brings no row that the answer does not hold", async () => {
    const { articles } = await app.data(NestedArticlesDocument, { first: 3 });
    expect(articles.nodes).toHaveLength(3);
    const [statement] = app.statements;
    const plan = await app.database.read<{ "QUERY PLAN": readonly PlanRoot[] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${statement?.sql}`,
      statement?.params,
    );
    // Everything below the page is looked up by key: per article its paragraphs, per paragraph its quotes.
    const rows = rowsOf(plan[0]?.["QUERY PLAN"][0]?.Plan);
    expect(rows.get("paragraph")).toBe(3 * QUOTES);
    expect(rows.get("quote")).toBe(3 * QUOTES);
    expect(rows.get("person")).toBe(3 * QUOTES);
  });

  it("a count that is not selected is not counted", async () => {
    await app.data(NestedArticlesDocument, { first: 1 });
    expect(app.statements[0]?.sql).not.toContain("count(");
  });
});

describe("every shape of read", () => {
  const shapes = {
    ArticleBody: [ArticleBodyDocument, { slug: "article-3" }, 1],
    ArticlePage: [ArticlePageDocument, { first: 2, orderBy: { field: "HEADLINE", direction: "ASC" } }, 1],
    QuotePage: [QuotePageDocument, { first: 2, filter: { verdicts: ["ALTERED", "NOT_FOUND"] } }, 1],
    PersonPage: [PersonPageDocument, { first: 2, filter: { nameContains: "har", handle: "@ilse" } }, 1],
    PostPage: [PostPageDocument, { first: 2, filter: { platform: "X" } }, 1],
    TopicPage: [TopicPageDocument, {}, 1],
    Notices: [NoticesDocument, { killedAfter: "2026-01-01T00:00:00Z" }, 1],
  } as const;

  it.each(Object.entries(shapes))("%s costs as many statements as it has root fields", async (name, shape) => {
    const [document, variables, statements] = shape;
    await app.data<unknown, object>(String(document), variables);
    expect(app.statements).toHaveLength(statements);
    await expectSql(name);
  });

  it("nodes of several types cost one statement for each type", async () => {
    const page = await app.data(ArticlePageDocument, { first: 3 });
    const ids = [...page.articles.nodes.map(({ id }) => id), speaker];
    app.statements.length = 0;
    const { nodes } = await app.data<{ nodes: unknown[] }, object>("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {
      ids,
    });
    expect(nodes).toEqual(ids.map((id) => ({ id })));
    expect(app.statements).toHaveLength(2);
  });
});

interface PlanNode {
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly Plans?: readonly PlanNode[];
}
interface PlanRoot {
  readonly Plan: PlanNode;
}

/** How many rows a plan took from each table. */
function rowsOf(node: PlanNode | undefined, rows = new Map<string, number>()): Map<string, number> {
  if (!node) return rows;
  const table = node["Relation Name"];
  if (table !== undefined) {
    rows.set(table, (rows.get(table) ?? 0) + Math.round(node["Actual Rows"] * node["Actual Loops"]));
  }
  for (const child of node.Plans ?? []) rowsOf(child, rows);
  return rows;
}
