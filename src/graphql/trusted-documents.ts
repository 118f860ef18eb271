import type { ApolloServerPlugin } from "@apollo/server";
import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate } from "graphql";
import { z } from "zod";
import type { GraphQLRequest } from "./request.js";

/*
 * Documents that were listed before the server started, as a code generator lists those of a site. A client sends the id
 * of a document instead of its text, and a setting makes the server refuse everything else.
 */

/** The documents of a list. */
export interface TrustedDocuments {
  /** The text of a document, by its id in lower case. */
  readonly textOf: ReadonlyMap<string, string>;
  readonly texts: ReadonlySet<string>;
  /** Whether a document that is not listed is refused. */
  readonly isOnly: boolean;
}

/** A list by id, as the client preset of GraphQL Code Generator and the compiler of Relay write it. */
const byId = z.record(z.string().min(1).max(200), z.string().min(1));

/** A list as Apollo's generator of manifests writes it. */
const manifest = z.object({
  format: z.literal("apollo-persisted-query-manifest"),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string().min(1).max(200), body: z.string().min(1) })),
});

const listShape = z.union([
  manifest.transform(({ operations }) => operations.map(({ id, body }) => [id, body] as const)),
  byId.transform((list) => Object.entries(list)),
]);

/** A list of documents that cannot be used; the message is one sentence. */
export class TrustedDocumentsFault extends Error {}

/** The modes of a list: not used, used beside other documents, and the only documents that are accepted. */
export const TRUST_MODES = ["off", "file", "only"] as const;

/**
 * Reads a list of documents.
 *
 * @throws TrustedDocumentsFault when the text is no list, or a document is not valid for the schema.
 */
export function parseTrustedDocuments(json: string, schema: GraphQLSchema, isOnly: boolean): TrustedDocuments {
  const list = listShape.safeParse(parseJson(json));
  if (!list.success) {
    throw new TrustedDocumentsFault(
      "must contain an object of ids and documents, or a manifest of the format apollo-persisted-query-manifest",
    );
  }
  for (const [id, text] of list.data) checkValid(id, text, schema);
  const textOf = new Map(list.data.map(([id, text]) => [id.toLowerCase(), text]));
  return { textOf, texts: new Set(textOf.values()), isOnly };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new TrustedDocumentsFault("is no JSON");
  }
}

function checkValid(id: string, text: string, schema: GraphQLSchema): void {
  const [error] = validate(schema, parseDocument(id, text));
  if (error)
    throw new TrustedDocumentsFault(`contains a document that the schema does not allow, ${id}: ${error.message}`);
}

function parseDocument(id: string, text: string): DocumentNode {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new TrustedDocumentsFault(`contains a document that is no GraphQL, ${id}: ${error.message}`);
  }
}

/** The parts of a request that concern its document: members of a body, or parameters of an address. */
export interface DocumentParameters {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly doc_id?: unknown;
  /** An object, or its JSON in an address. */
  readonly extensions?: unknown;
}

const extensionShape = z.object({ persistedQuery: z.object({ sha256Hash: z.string() }) });

/** The id that an automatic persisted query has in its extensions. */
function persistedId(extensions: unknown): string | null {
  const parsed = extensionShape.safeParse(typeof extensions === "string" ? tryJson(extensions) : extensions);
  return parsed.success ? parsed.data.persistedQuery.sha256Hash : null;
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * The id of the document that a request names, in lower case; null where it names none. `documentId` is the parameter of the
 * draft of GraphQL over HTTP, `doc_id` that of Relay's examples, and `extensions.persistedQuery` that of Apollo and urql.
 */
export function documentIdOf({ documentId, doc_id: relayId, extensions }: DocumentParameters): string | null {
  const id = [documentId, relayId, persistedId(extensions)].find((each) => typeof each === "string");
  return typeof id === "string" ? id.replace(/^sha256:/u, "").toLowerCase() : null;
}

/** Whether a request has a document that is not listed. A request without any document is refused elsewhere. */
function isUntrusted(parameters: DocumentParameters, { textOf, texts }: TrustedDocuments): boolean {
  const id = documentIdOf(parameters);
  if (id !== null) return !textOf.has(id);
  const { query } = parameters;
  return query !== undefined && !(typeof query === "string" && texts.has(query));
}

/** Refuses a request for a document that is not listed, where only listed ones are accepted. */
export function refuseUntrusted(parameters: unknown, documents: TrustedDocuments): GraphQLError | null {
  if (!documents.isOnly || !isRecord(parameters) || !isUntrusted(parameters, documents)) return null;
  return new GraphQLError(
    "This server accepts listed documents only, and the document of the request is not among them.",
    {
      extensions: { code: "DOCUMENT_NOT_TRUSTED", http: { status: 400 } },
    },
  );
}

/** Puts the text of a listed document in the place of its id. */
export function resolveTrustedDocuments({ textOf }: TrustedDocuments): ApolloServerPlugin<GraphQLRequest> {
  return {
    requestDidStart: async ({ request }) => {
      const { body, search = "" } = request.http ?? {};
      const id = documentIdOf(isRecord(body) ? body : Object.fromEntries(new URLSearchParams(search)));
      const text = id === null ? undefined : textOf.get(id);
      if (text === undefined) return;
      request.query = text;
      // Otherwise Apollo would look for the id among the automatic persisted queries.
      request.extensions = { ...request.extensions };
      delete request.extensions["persistedQuery"];
    },
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
