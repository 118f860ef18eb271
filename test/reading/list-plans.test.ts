import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
} from "graphql";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { corpusSteps } from "../../bench/corpus-sql.js";
import { dropIndexes } from "../../bench/drop-indexes.js";
import { encodeNodeId, isNodeType, type NodeType } from "../../src/graphql/node-id.js";
import { schema } from "../../src/schema.js";
import { Desk } from "../support/desk.js";

/*
 * The plan of every list of the schema, by each filter in each order, for readers and for editors: none reads a large table
 * as a whole. Plans are read, not clocks.
 */

/**
 * LIST_PLAN_ARTICLES runs the same tests on another number. Below some thousand a scan of a table can be the better plan.
 */
const ARTICLES = Number(process.env["LIST_PLAN_ARTICLES"] ?? 6_000);

const KINDS: Readonly<Record<string, number>> = {
  Article: 1,
  Person: 2,
  Topic: 3,
  EmbeddedPost: 4,
  Quote: 6,
  Section: 7,
  Image: 8,
};

/** The id of an object of the corpus; see bench_id. */
function idOf(type: NodeType, number: number): string {
  const hex = (value: number, length: number): string => value.toString(16).padStart(length, "0");
  const key = `${hex(1_700_000_000_000 + number, 12)}7${hex(KINDS[type] ?? 0, 3)}8000${hex(number, 12)}`;
  return encodeNodeId(type, key.replace(/^(.{8})(.{4})(.{4})(.{4})/u, "$1-$2-$3-$4-"));
}

const text = (value: string): string => JSON.stringify(value);
const list = (...values: readonly string[]): string => `[${values.join(", ")}]`;
const both = ["true", "false"];
const [person, topic, section] = [text(idOf("Person", 7)), text(idOf("Topic", 3)), text(idOf("Section", 2))];
const article = text(idOf("Article", 100));
const moments = [text("2024-01-02T00:00:00Z"), text("2024-01-20T00:00:00Z")];
// Two letters that nothing contains, and a word that much contains.
const parts = [text("zq"), text("harbour")];

/** Values of each field of a filter. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  "ArticleFilter.authorId": [person],
  "ArticleFilter.authorIds": [list(person, text(idOf("Person", 8)))],
  "ArticleFilter.editedById": [text("busy"), text("nobody")],
  "ArticleFilter.embargoed": both,
  "ArticleFilter.hasUnpublishedChanges": both,
  "ArticleFilter.headlineContains": parts,
  "ArticleFilter.isTrashed": both,
  "ArticleFilter.language": [text("en"), text("fr")],
  "ArticleFilter.languages": [list(text("en"), text("fr"))],
  "ArticleFilter.personId": [person],
  "ArticleFilter.personSlug": [text("person-7")],
  "ArticleFilter.publishedAfter": moments,
  "ArticleFilter.publishedBefore": moments,
  "ArticleFilter.sectionId": [section],
  "ArticleFilter.sectionSlug": [text("section-2")],
  "ArticleFilter.speakerId": [person],
  "ArticleFilter.states": [list("PUBLISHED"), list("DRAFT", "KILLED")],
  "ArticleFilter.topicId": [topic],
  "ArticleFilter.topicIds": [list(topic, text(idOf("Topic", 4)))],
  "ArticleFilter.topicSlug": [text("topic-3")],
  "ArticleFilter.updatedAfter": moments,
  "AuditLogFilter.actorId": [text("busy"), text("nobody")],
  "AuditLogFilter.acts": [list(text("publishArticle")), list(text("killArticle"))],
  "AuditLogFilter.doneAfter": moments,
  "AuditLogFilter.doneBefore": moments,
  "EmbeddedPostFilter.authorId": [person],
  "EmbeddedPostFilter.availability": ["LIVE", "DELETED"],
  "EmbeddedPostFilter.handle": [text("@person_7")],
  "EmbeddedPostFilter.platform": ["X", "BLUESKY"],
  "ImageFilter.isUsed": both,
  "ImageFilter.textContains": parts,
  "PersonFilter.handle": [text("@person_7")],
  "PersonFilter.nameContains": [text("zq"), text("Harrow")],
  "QuoteFilter.articleId": [article],
  "QuoteFilter.hasSource": both,
  "QuoteFilter.kinds": [list("DIRECT"), list("TRANSLATED")],
  "QuoteFilter.saidAfter": [text("2024-01-20")],
  "QuoteFilter.saidBefore": [text("2024-01-02")],
  "QuoteFilter.speakerId": [person],
  "QuoteFilter.textContains": parts,
  "QuoteFilter.topicId": [topic],
  "QuoteFilter.verdicts": [list("EXACT"), list("ALTERED")],
  "SearchFilter.language": [text("en")],
  "SearchFilter.personId": [person],
  "SearchFilter.publishedAfter": moments,
  "SearchFilter.publishedBefore": moments,
  "SearchFilter.sectionId": [section],
  "SearchFilter.topicId": [topic],
  "TopicFilter.nameContains": [text("zq"), text("topic")],
};

/** Values of the other arguments, and those that are needed. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  "Query.auditLog.subjectId": [article],
  "Query.killNotices.killedAfter": moments,
  "Query.search.query": [text("harbour")],
  "Query.search.in": [list("ARTICLE")],
};
const REQUIRED: Readonly<Record<string, string>> = { "Query.search": `query: ${text("harbour")}` };
const PAGING = new Set(["first", "last", "after", "before"]);

/** Lists that readers may not read. */
const HIDDEN: ReadonlySet<string> = new Set(["Query.apiTokens", "Query.auditLog", "Query.images"]);

interface Case {
  /** The type and field. */
  readonly name: string;
  /** The arguments besides those of the page. */
  readonly args: string;
}

function valuesOf(name: string, table: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const values = table[name];
  if (values === undefined) throw new Error(`test/reading/list-plans.test.ts has no value of ${name}.`);
  return values;
}

/** All values of a filter, one field at a time. */
function filtersOf(type: GraphQLInputObjectType): readonly string[] {
  return Object.keys(type.getFields()).flatMap((field) =>
    valuesOf(`${type.name}.${field}`, VALUES).map((value) => `{ ${field}: ${value} }`),
  );
}

/** All orders. */
function ordersOf(type: GraphQLInputObjectType): readonly string[] {
  const field = getNamedType(type.getFields()["field"]?.type);
  const names = isEnumType(field) ? field.getValues().map(({ name }) => name) : [];
  return names.flatMap((name) => ["ASC", "DESC"].map((direction) => `{ field: ${name}, direction: ${direction} }`));
}

/** The ways to state one argument; the first is to leave it out. */
function waysOf(name: string, { name: argument, type }: GraphQLArgument): readonly string[] {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) {
    const required = REQUIRED[name]?.startsWith(`${argument}:`) ?? false;
    return required ? [] : valuesOf(`${name}.${argument}`, ARGUMENTS).map((value) => `${argument}: ${value}`);
  }
  const values = argument === "orderBy" ? ordersOf(named) : filtersOf(named);
  return values.map((value) => `${argument}: ${value}`);
}

function casesOf(type: string, field: GraphQLField<unknown, unknown>): readonly Case[] {
  const name = `${type}.${field.name}`;
  let all = [REQUIRED[name] ?? ""];
  for (const argument of field.args.filter(({ name: each }) => !PAGING.has(each))) {
    const ways = ["", ...waysOf(name, argument)];
    all = all.flatMap((args) => ways.map((way) => [args, way].filter((each) => each !== "").join(", ")));
  }
  return all.map((args) => ({ name, args }));
}

/** Every list of the schema. */
const LISTS: readonly Case[] = Object.values(schema.getTypeMap()).flatMap((type) => {
  if (!isObjectType(type)) return [];
  const fields = Object.values(type.getFields());
  const lists = fields.filter((field) => getNamedType(field.type).name.endsWith("Connection"));
  return lists.flatMap((field) => casesOf(type.name, field));
});

function documentOf({ name, args }: Case): string {
  const [type = "", field = ""] = name.split(".");
  const selection = `${field}(${["first: 20", args].filter((each) => each !== "").join(", ")}) {
    nodes { __typename } pageInfo { hasNextPage } }`;
  if (type === "Query") return `{ ${selection} }`;
  if (!isNodeType(type)) throw new Error(`The list ${name} is not below a node.`);
  return `{ node(id: ${text(idOf(type, 5))}) { ... on ${type} { ${selection} } } }`;
}

let desk: Desk;
/** The tables that a plan must not read as a whole. */
let large: ReadonlySet<string>;
beforeAll(async () => {
  desk = await Desk.open();
  const [row] = await desk.app.database.read<{ name: string }>("SELECT current_database() AS name");
  const url = new URL(inject("databaseServerUrl"));
  url.pathname = row?.name ?? "";
  // A connection of its own: those of the app drop a statement that takes long.
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    // The role stops the foreign keys and triggers: what they keep equal is written by the corpus.
    await client.query("SET session_replication_role = replica");
    const indexes = await dropIndexes(client);
    for (const { sql } of corpusSteps(ARTICLES)) await client.query(sql);
    await client.query(`
      UPDATE article SET state = 'KILLED', killed_at = published_at, kill_reason = 'Forged.' WHERE version = 2
        AND id IN (SELECT id FROM article ORDER BY id LIMIT 20 OFFSET 1000);
      UPDATE image SET is_used = TRUE;
      INSERT INTO audit_entry (id, at, actor, actor_id, role, act, subject, subject_id)
        SELECT gen_random_uuid(), a.created_at, 'A', 'busy', 'AUTHOR', act, 'Article', a.id
        FROM article a CROSS JOIN unnest(ARRAY['createArticle', 'updateArticle', 'publishArticle']) act;
      INSERT INTO revision (id, article_id, number, created_at, author, document)
        SELECT gen_random_uuid(), id, 1, created_at, 'A', '{}' FROM article;
      INSERT INTO search_document (kind, key, head, article_id, dictionary, language, published_at, title, text)
        SELECT 'ARTICLE', article_id, head, article_id, 'english', 'en', published_at, to_tsvector('english', headline),
          setweight(array_to_tsvector(ARRAY['#english', 'w' || article_id]), 'A')
        FROM article_head`);
    for (const index of indexes) await client.query(index);
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
  const tables = await desk.app.database.read<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       AND reltuples >= $1`,
    [ARTICLES * 0.9],
  );
  large = new Set(tables.map(({ name }) => name));
}, 900_000);
afterAll(() => desk.app.close());

interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly Plans?: readonly PlanNode[];
}

function scansOf(node: PlanNode): readonly string[] {
  const own =
    node["Node Type"] === "Seq Scan" && large.has(node["Relation Name"] ?? "") ? [node["Relation Name"] ?? ""] : [];
  return [...own, ...(node.Plans ?? []).flatMap(scansOf)];
}

/** The large tables that a query reads as a whole. */
async function wholeTables(document: string, headers: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { app } = desk;
  app.statements.length = 0;
  await app.data(document, {}, headers);
  const found: string[] = [];
  for (const { sql, params } of app.statements.filter(({ sql: each }) => !/^\s*(BEGIN|COMMIT|SET)\b/iu.test(each))) {
    const { rows } = await app.database.pool.query<{ "QUERY PLAN": readonly { Plan: PlanNode }[] }>(
      `EXPLAIN (FORMAT JSON) ${sql}`,
      [...params],
    );
    found.push(...rows.flatMap((row) => row["QUERY PLAN"]).flatMap(({ Plan }) => scansOf(Plan)));
  }
  return found;
}

describe("totalCount", () => {
  it.each([
    ["Topic", "articles"],
    ["Person", "articles"],
    ["Person", "written"],
    ["EmbeddedPost", "articles"],
  ] as const)(
    "of %s.%s counts the rows that refer to the articles, without reading the articles",
    async (type, field) => {
      const { app } = desk;
      app.statements.length = 0;
      const document = `{ node(id: ${text(idOf(type, 5))}) { ... on ${type} { ${field} { totalCount } } } }`;
      const { node } = await app.data<{ node: Record<string, { totalCount: number }> }, object>(document);
      expect(node[field]?.totalCount).toBeGreaterThan(0);
      expect(app.statements.map(({ sql }) => sql).join(" ")).not.toContain("article_head");
    },
  );
});

describe("a page of a list", () => {
  it("is tested on tables that are large", () => {
    const expected = ["article", "article_head", "quote", "paragraph", "article_topic", "appearance", "embedded_post"];
    expect([...large]).toEqual(expect.arrayContaining(expected));
  });

  const names = [...new Set(LISTS.map(({ name }) => name))];
  it.each(names)(
    "%s reads no large table as a whole, by any filter in any order",
    async (name) => {
      const faults: string[] = [];
      for (const one of LISTS.filter((each) => each.name === name)) {
        const draft = { ...desk.headers.ADMIN, "x-content-view": "draft" };
        const views = HIDDEN.has(name) ? { editors: draft } : { readers: {}, editors: draft };
        for (const [view, headers] of Object.entries(views)) {
          const tables = await wholeTables(documentOf(one), headers);
          if (tables.length > 0) faults.push(`${one.name}(${one.args}) for ${view}: ${tables.join(", ")}`);
        }
      }
      expect(faults).toEqual([]);
    },
    300_000,
  );
});
