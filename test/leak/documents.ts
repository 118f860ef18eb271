import { getNamedType, isObjectType } from "graphql";
import type { NodeType } from "../../src/graphql/node-id.js";
import type { TestApp } from "../support/app.js";
import type { HidingNewsroom } from "./newsroom.js";
import type { Walk } from "./walk.js";

/** How many edges a walk goes along from the object that its root returns; from lists one more. */
const HOPS = 2;

/** One document for each edge of a root field's result: all of them together would be too large for the server. */
function documentsOf(walk: Walk, call: string): string[] {
  const field = call.replace(/\(.*$/s, "");
  const definition = walk.schema.getQueryType()?.getFields()[field];
  if (!definition) throw new Error(`There is no query ${field}.`);
  walk.edges.add(`Query.${field}`);
  const type = getNamedType(definition.type);
  // A hit is an object of any type: the edges of all of them would make a document that is too long.
  const isSearch = type.name === "SearchConnection";
  const isDeep = type.name.endsWith("Connection") && !call.includes("orderBy");
  const hops = isSearch ? 1 : isDeep ? HOPS + 1 : HOPS;
  const nodes = type.name.endsWith("Connection") && isObjectType(type) ? type.getFields()["nodes"] : undefined;
  const node = nodes ? getNamedType(nodes.type) : type;
  if (!node) throw new Error(`There is no type behind ${field}.`);
  const possible = node.name === "Node" ? walk.schema.getPossibleTypes(walk.schema.getType("Node") as never) : [node];
  const behind = possible.flatMap((each) =>
    walk.edgesOf(each, hops).map((edge) => (each === node ? edge : `... on ${each.name} { ${edge} }`)),
  );
  const isPage = type !== node;
  const wrap = (inner: string): string =>
    isPage ? `{ ${call} { totalCount edges { cursor node { ${inner} } } } }` : `{ ${call} { ${inner} } }`;
  const whole = `{ ${call} { ${walk.selectionOf(type, 0)} } }`;
  return [whole, ...behind.map(wrap)];
}

/** Every way in, by whatever readers can know. */
export async function allDocuments(walk: Walk, newsroom: HidingNewsroom): Promise<string[]> {
  const ids = (await newsroom.ids()).filter(({ isPublic }) => isPublic);
  const one = (type: NodeType): string => ids.find((each) => each.type === type)?.id ?? "";
  const types: readonly NodeType[] = [
    "Article",
    "Paragraph",
    "Quote",
    "Person",
    "EmbeddedPost",
    "Topic",
    "Section",
    "Image",
  ];
  return [
    'article(slug: "bridge")',
    `article(id: "${one("Article")}")`,
    "articles(first: 40)",
    "articles(first: 40, orderBy: { field: UPDATED_AT, direction: DESC })",
    "articles(last: 40, orderBy: { field: HEADLINE, direction: ASC })",
    'person(slug: "ada-public")',
    "persons(first: 40)",
    `quote(id: "${one("Quote")}")`,
    "quotes(first: 40)",
    "quotes(last: 40, orderBy: { field: SAID_ON, direction: ASC })",
    `embeddedPost(id: "${one("EmbeddedPost")}")`,
    "embeddedPosts(first: 40)",
    'topic(slug: "bridges")',
    "topics(first: 40)",
    'section(slug: "region")',
    "sections",
    `image(id: "${one("Image")}")`,
    'killNotice(slug: "taken-back")',
    "killNotices(first: 40)",
    'search(query: "bridge OR ada OR closed", first: 40)',
    "viewer",
    "newsroom",
    ...types.map((type) => `node(id: "${one(type)}")`),
    `nodes(ids: ${JSON.stringify(types.map(one))})`,
  ].flatMap((call) => documentsOf(walk, call));
}

/** The answers to all documents, which must come without errors. */
export async function answersTo(
  app: TestApp,
  documents: readonly string[],
  headers: Readonly<Record<string, string>>,
): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const document of documents) {
    const { status, data, errors } = await app.ask<object, object>(document, {}, headers);
    if (errors) throw new Error(`${document}\n${JSON.stringify(errors.slice(0, 3))}`);
    answers.push({ status, data });
  }
  return answers;
}
