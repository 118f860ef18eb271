import { existsSync, readFileSync } from "node:fs";
import {
  type DefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
  Kind,
  parse,
  print,
} from "graphql";
import { describe, expect, it } from "vitest";
import { schema } from "../../src/schema.js";
import { BUILT } from "./built-parts.js";

/** The names and shapes that clients call. It is beside the project, not in it. */
const CONTRACT = new URL("../../../shared/contract.graphql", import.meta.url);
const hasContract = existsSync(CONTRACT);

/** What the second edition adds, in parts. The parts named here are built, and of the others these definitions. */
const ADDITIONS = new URL("../../../shared/contract-2.graphql", import.meta.url);
const hasAdditions = existsSync(ADDITIONS);
const BUILT_PARTS = [
  "Hold under attack, and keep every word with its speaker",
  "Search, speed and cached answers",
  "Pictures, authors, sections",
  "The desk",
];

/** The parts of the second edition by their titles. */
function partsOf(text: string): ReadonlyMap<string, string> {
  const [, ...pieces] = text.split(/^# =+ (.+)$/mu);
  return new Map(pieces.flatMap((title, at) => (at % 2 === 0 ? [[title.trim(), pieces[at + 1] ?? ""] as const] : [])));
}

type Fields = Readonly<Record<string, GraphQLField<unknown, unknown>>>;

function fieldsOf(name: string): Fields {
  const type = schema.getType(name);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
}

type FieldNodes = NonNullable<Extract<DefinitionNode, { kind: Kind.OBJECT_TYPE_DEFINITION }>["fields"]>;

function missingFields(name: string, wanted: FieldNodes): string[] {
  const fields = fieldsOf(name);
  return wanted.flatMap((node) => {
    const at = `${name}.${node.name.value}`;
    const field = fields[node.name.value];
    if (!field) return [at];
    const type = print(node.type);
    const wrong = String(field.type) === type ? [] : [`${at}: ${type}, but it is ${String(field.type)}`];
    const args = (node.arguments ?? []).flatMap((wantedArg) => {
      const found = field.args.find((arg) => arg.name === wantedArg.name.value);
      const type = print(wantedArg.type);
      return found && String(found.type) === type ? [] : [`${at}(${wantedArg.name.value}: ${type})`];
    });
    // An argument that the contract has not must not be needed.
    const needed = field.args.filter(
      (arg) => String(arg.type).endsWith("!") && !node.arguments?.some(({ name }) => name.value === arg.name),
    );
    return [...wrong, ...args, ...needed.map((arg) => `${at} needs ${arg.name}`)];
  });
}

function missingOf(node: DefinitionNode): string[] {
  if (!("name" in node) || !node.name) return [];
  const name = node.name.value;
  const type = schema.getType(name);
  if (!type) return [name];
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      const isKind = node.kind === Kind.INTERFACE_TYPE_DEFINITION ? isInterfaceType(type) : isObjectType(type);
      if (!isKind) return [`${name} is of another kind`];
      const has = isObjectType(type) ? type.getInterfaces().map((each) => each.name) : [];
      const lacks = (node.interfaces ?? []).filter((each) => !has.includes(each.name.value));
      const own = missingFields(name, node.fields ?? []);
      return [...lacks.map((each) => `${name} implements ${each.name.value}`), ...own];
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_EXTENSION: {
      if (!isInputObjectType(type)) return [`${name} is of another kind`];
      const has = Object.values(type.getFields()).map((field) => `${field.name}: ${String(field.type)}`);
      const wanted = (node.fields ?? []).map((field) => `${field.name.value}: ${print(field.type)}`);
      // An extension names what is added to fields that are named elsewhere.
      const isWhole = node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION;
      const needed = has.filter((field) => isWhole && field.endsWith("!") && !wanted.includes(field));
      return [...wanted.filter((field) => !has.includes(field)), ...needed].map((field) => `${name}.${field}`);
    }
    case Kind.ENUM_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_EXTENSION: {
      const has = isEnumType(type) ? type.getValues().map((value) => value.name) : [];
      const wanted = (node.values ?? []).map((value) => value.name.value);
      return wanted.filter((value) => !has.includes(value)).map((value) => `${name}.${value}`);
    }
    case Kind.UNION_TYPE_DEFINITION:
    case Kind.UNION_TYPE_EXTENSION: {
      const has = isUnionType(type) ? type.getTypes().map((each) => each.name) : [];
      const wanted = (node.types ?? []).map((each) => each.name.value);
      return wanted.filter((each) => !has.includes(each)).map((each) => `${name} | ${each}`);
    }
    default:
      return isScalarType(type) ? [] : [`${name} is of another kind`];
  }
}

describe.skipIf(!hasContract)("the contract (left out where ../shared/contract.graphql is not there)", () => {
  const definitions = hasContract ? parse(readFileSync(CONTRACT, "utf8")).definitions : [];

  it("is in the schema with every type, field, argument, value and member as it is written", () => {
    expect(definitions.length).toBeGreaterThan(90);
    expect(definitions.flatMap(missingOf)).toEqual([]);
  });
});

describe.skipIf(!hasAdditions)("its second edition (left out where ../shared/contract-2.graphql is not there)", () => {
  const parts = partsOf(hasAdditions ? readFileSync(ADDITIONS, "utf8") : "");

  it.each(BUILT_PARTS)("is in the schema in its part “%s”", (title) => {
    const { definitions } = parse(parts.get(title) ?? "");
    expect(definitions.length).toBeGreaterThan(2);
    expect(definitions.flatMap(missingOf)).toEqual([]);
  });

  it.each(BUILT)("is in the schema with %s", (text) => {
    expect(parse(text).definitions.flatMap(missingOf)).toEqual([]);
  });
});

/** What each payload carries, as the contract's comments have it. */
const ARTICLE = { article: "Article!" };
const PERSON = { person: "Person!" };
const SECTION = { section: "Section!" };
const TOPIC = { topic: "Topic!" };
const PAYLOADS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  createArticle: ARTICLE,
  updateArticle: ARTICLE,
  replaceBody: ARTICLE,
  deleteArticle: { ...ARTICLE, deletedId: "ID!" },
  restoreArticle: ARTICLE,
  addParagraph: { ...ARTICLE, paragraph: "Paragraph!" },
  updateParagraph: { ...ARTICLE, paragraph: "Paragraph!" },
  removeElement: { ...ARTICLE, deletedId: "ID!" },
  moveElement: ARTICLE,
  addQuote: { ...ARTICLE, quote: "Quote!" },
  updateQuote: { ...ARTICLE, quote: "Quote!" },
  removeQuote: { ...ARTICLE, deletedId: "ID!" },
  embedPost: { ...ARTICLE, embeddedPost: "EmbeddedPost!" },
  updateEmbeddedPost: { embeddedPost: "EmbeddedPost!" },
  createPerson: PERSON,
  updatePerson: PERSON,
  mergePersons: PERSON,
  deletePerson: { deletedId: "ID!" },
  updateTopic: TOPIC,
  mergeTopics: TOPIC,
  createSection: SECTION,
  updateSection: SECTION,
  deleteSection: { deletedId: "ID!" },
  updateImage: { image: "Image!" },
  deleteImage: { deletedId: "ID!" },
  submitArticle: ARTICLE,
  approveArticle: ARTICLE,
  rejectArticle: ARTICLE,
  publishArticle: ARTICLE,
  scheduleArticle: ARTICLE,
  unscheduleArticle: ARTICLE,
  unpublishArticle: ARTICLE,
  killArticle: ARTICLE,
  restoreRevision: { ...ARTICLE, notRestored: "[String!]!" },
  createPreviewToken: { token: "String!", url: "URL!", expiresAt: "DateTime!" },
  importArticle: { article: "Article", report: "ImportReport!" },
  importArticles: { items: "[ImportArticlesItem!]!" },
};

/** Mutations beyond the contract. */
const ADDED = ["addFigure", "updateFigure", "createApiToken", "revokeApiToken", "touchArticle"];

function capital(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

describe("every mutation", () => {
  const mutations = Object.keys(fieldsOf("Mutation"));

  it("is one of those of the contract, or named here as added", () => {
    expect(mutations.toSorted()).toEqual([...Object.keys(PAYLOADS), ...ADDED].toSorted());
  });

  it.each(mutations)("%s takes one input and answers its payload or an error that can happen", (name) => {
    const field = fieldsOf("Mutation")[name];
    expect(field?.args.map((arg) => `${arg.name}: ${String(arg.type)}`)).toEqual([`input: ${capital(name)}Input!`]);
    expect(String(field?.type)).toBe(`${capital(name)}Result!`);
    const union = schema.getType(`${capital(name)}Result`);
    const members = isUnionType(union) ? union.getTypes() : [];
    const [payloads, errors] = [
      members.filter((member) => member.name.endsWith("Payload")),
      members.filter((member) => !member.name.endsWith("Payload")),
    ];
    expect(payloads.map((member) => member.name)).toEqual([`${capital(name)}Payload`]);
    expect(errors.map((member) => member.name)).toContain("ForbiddenError");
    for (const error of errors) expect(error.getInterfaces().map((each) => each.name)).toContain("UserError");
  });

  it.each(Object.entries(PAYLOADS))("%s has what the contract requires", (name, wanted) => {
    const fields = fieldsOf(`${capital(name)}Payload`);
    const has = Object.fromEntries(Object.keys(wanted).map((key) => [key, String(fields[key]?.type)]));
    expect(has).toEqual(wanted);
  });
});

describe("the import of several stories", () => {
  it("answers with an article, a report or an error for each, as the contract requires", () => {
    const has = Object.values(fieldsOf("ImportArticlesItem")).map((field) => `${field.name}: ${String(field.type)}`);
    expect(has).toEqual(expect.arrayContaining(["article: Article", "report: ImportReport", "error: UserError"]));
  });

  it("takes its content in every format that the contract names", () => {
    const type = schema.getType("ImportFormat");
    const values = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
    expect(values).toEqual(expect.arrayContaining(["EMAIL", "WXR", "IPTC7901", "ANPA"]));
  });
});

describe("every connection", () => {
  const connections = Object.keys(schema.getTypeMap()).filter((name) => name.endsWith("Connection"));

  it.each(connections)("%s has edges with cursors, nodes, page information and a count", (name) => {
    // The hits of a search are of several types.
    const node = name === "SearchConnection" ? "SearchHit" : name.slice(0, -"Connection".length);
    const typesOf = (type: string): object =>
      Object.fromEntries(Object.values(fieldsOf(type)).map((field) => [field.name, String(field.type)]));
    expect(typesOf(name)).toMatchObject({
      edges: `[${node}Edge!]!`,
      nodes: `[${node}!]!`,
      pageInfo: "PageInfo!",
      totalCount: "Int!",
    });
    expect(typesOf(`${node}Edge`)).toEqual({ cursor: "String!", node: `${node}!` });
  });

  it("shares one kind of page information, as the Relay cursor specification has it", () => {
    const types = Object.values(fieldsOf("PageInfo")).map((field) => `${field.name}: ${String(field.type)}`);
    expect(types.toSorted()).toEqual([
      "endCursor: String",
      "hasNextPage: Boolean!",
      "hasPreviousPage: Boolean!",
      "startCursor: String",
    ]);
  });
});

function undescribed(type: GraphQLNamedType): string[] {
  const found: [string, string | null | undefined][] = [[type.name, type.description]];
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      found.push([`${type.name}.${field.name}`, field.description]);
      for (const arg of field.args) found.push([`${type.name}.${field.name}(${arg.name})`, arg.description]);
    }
  }
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) found.push([`${type.name}.${field.name}`, field.description]);
  }
  if (isEnumType(type)) {
    for (const value of type.getValues()) found.push([`${type.name}.${value.name}`, value.description]);
  }
  return found.flatMap(([name, text]) => (text?.trim() ? [] : [name]));
}

describe("the schema", () => {
  it("describes every type, field, argument, input field and value", () => {
    const own = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith("__"));
    expect(own.flatMap(undescribed)).toEqual([]);
  });

  it("has no scalar that could be anything", () => {
    const scalars = Object.values(schema.getTypeMap()).filter(isScalarType);
    expect(scalars.map(({ name }) => name).toSorted()).toEqual([
      "Boolean",
      "Date",
      "DateTime",
      "Float",
      "ID",
      "Int",
      "Locale",
      "String",
      "URL",
    ]);
  });
});
