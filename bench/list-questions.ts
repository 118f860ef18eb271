import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
} from "graphql";
import { encodeNodeId, isNodeType, type NodeType } from "../src/graphql/node-id.js";
import { schema } from "../src/schema.js";

/*
 * Every list of the schema by each filter in each order, asked of the corpus. What is to be asked follows from the schema; a
 * new argument or field of a filter needs values here.
 */

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
export function idOf(type: NodeType, number: number): string {
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
export const HIDDEN_LISTS: ReadonlySet<string> = new Set(["Query.apiTokens", "Query.auditLog", "Query.images"]);

/** A list with one choice of its arguments. */
export interface ListQuestion {
  /** The type and field. */
  readonly name: string;
  /** The arguments besides those of the page. */
  readonly args: string;
  /** The arguments of its pages. */
  readonly pages: ReadonlySet<string>;
  /** Whether it can be counted. */
  readonly hasCount: boolean;
}

function valuesOf(name: string, table: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const values = table[name];
  if (values === undefined) throw new Error(`bench/list-questions.ts has no value of ${name}.`);
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

function questionsOf(type: string, field: GraphQLField<unknown, unknown>): readonly ListQuestion[] {
  const name = `${type}.${field.name}`;
  let all = [REQUIRED[name] ?? ""];
  for (const argument of field.args.filter(({ name: each }) => !PAGING.has(each))) {
    const ways = ["", ...waysOf(name, argument)];
    all = all.flatMap((args) => ways.map((way) => [args, way].filter((each) => each !== "").join(", ")));
  }
  const pages = new Set(field.args.map(({ name: each }) => each).filter((each) => PAGING.has(each)));
  const connection = getNamedType(field.type);
  const hasCount = isObjectType(connection) && "totalCount" in connection.getFields();
  return all.map((args) => ({ name, args, pages, hasCount }));
}

/** Every list of the schema. */
export const LISTS: readonly ListQuestion[] = Object.values(schema.getTypeMap()).flatMap((type) => {
  if (!isObjectType(type)) return [];
  const fields = Object.values(type.getFields());
  const lists = fields.filter((field) => getNamedType(field.type).name.endsWith("Connection"));
  return lists.flatMap((field) => questionsOf(type.name, field));
});

/** A page of the first twenty, without the arguments of pages that not every list has. */
const FIRST_PAGE = "first: 20";

/** The document that asks for a page of a list, or for what else is selected of it. */
export function documentOf(
  { name, args }: ListQuestion,
  page: string = FIRST_PAGE,
  selected = "nodes { __typename } pageInfo { hasNextPage }",
): string {
  const [type = "", field = ""] = name.split(".");
  const given = [page, args].filter((each) => each !== "").join(", ");
  const selection = `${field}${given === "" ? "" : `(${given})`} { ${selected} }`;
  if (type === "Query") return `{ ${selection} }`;
  if (!isNodeType(type)) throw new Error(`The list ${name} is not below a node.`);
  return `{ node(id: ${text(idOf(type, 5))}) { ... on ${type} { ${selection} } } }`;
}
