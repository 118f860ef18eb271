import type { GraphQLResolveInfo } from "graphql";
import type { Sql } from "sql-template-tag";
import { Article } from "../draft/article.type.js";
import { EmbeddedPost } from "../embedded-post/embedded-post.type.js";
import type { Loader } from "../graphql/loading/loader.js";
import { readPage } from "../graphql/loading/page.js";
import { liveScope } from "../graphql/loading/scope.js";
import type { TypeClass } from "../graphql/loading/shape.js";
import type { Node } from "../graphql/node.type.js";
import { Person } from "../person/person.type.js";
import { Quote } from "../quote/quote.type.js";
import { dictionaryOf } from "../search-index/dictionaries.js";
import type { DocumentPart } from "../search-index/document.js";
import { Section } from "../section/section.type.js";
import { Topic } from "../topic/topic.type.js";
import { decodeSearchCursor, encodeSearchCursor, type RankingMode } from "./cursor.js";
import { lookedUpWords, parseQuery, plainWords } from "./query.parse.js";
import { type SearchArgs, SearchKind } from "./search.inputs.js";
import { hitsStatement, lexiconStatement, type Searched } from "./search.queries.js";
import type { SearchConnection, SearchFacets, SearchHitEdge } from "./search.type.js";
import { readSearchSelection, type SearchSelection } from "./selection.js";
import { snippetOf } from "./snippet.js";
import { type Lexicon, writeTextQuery } from "./text-query.js";

/** The class of each kind of hit. */
const CLASSES: Readonly<Record<SearchKind, TypeClass<Node>>> = {
  ARTICLE: Article,
  QUOTE: Quote,
  PERSON: Person,
  EMBEDDED_POST: EmbeddedPost,
};

/** A hit as the statement returns it. */
interface HitRow {
  readonly kind: SearchKind;
  readonly key: string;
  readonly score: number;
  readonly exactScore: string;
  readonly parts?: readonly DocumentPart[] | null;
  readonly positions?: readonly number[];
}

interface FacetRow {
  readonly key: string;
  readonly count: number;
}

/** What the statement of a search returns; absent where it was not selected. */
interface SearchedHits {
  readonly mode: RankingMode;
  readonly rows?: readonly HitRow[];
  readonly hasPreviousPage?: boolean;
  readonly total?: number;
  readonly languages?: readonly FacetRow[];
  readonly sections?: readonly FacetRow[];
  readonly topics?: readonly FacetRow[];
}

const NOTHING: SearchedHits = { mode: "TEXT", rows: [], total: 0, languages: [], sections: [], topics: [] };

/**
 * Searches what the request may see. It costs one statement for the words, one for the hits, and one for each kind of
 * object among them and among the facets, however many there are.
 *
 */
export async function searchContent(
  loader: Loader,
  info: GraphQLResolveInfo,
  args: SearchArgs,
  moment: Date,
): Promise<SearchConnection> {
  const { first, after } = args;
  const selection = readSearchSelection(info);
  const { size } = readPage({ first }, { name: "search", keys: [], direction: "DESC" }, info.fieldName);
  const cursor = typeof after === "string" ? decodeSearchCursor(after) : null;
  const now = cursor === null ? moment : new Date(cursor.now);
  const searched = await readSearched(loader, args);
  const page = { ...selection, size, after: cursor, now };
  const found =
    searched === null
      ? NOTHING
      : await ask<SearchedHits>(loader, hitsStatement(liveScope(loader.view), searched, page));
  return new Answer(loader, info, selection, found ?? NOTHING).connection(size, now);
}

async function ask<Json>(loader: Loader, { text, values }: Sql): Promise<Json | null> {
  const [row] = await loader.run(text, values, loader.view);
  // The statement states the shape of its JSON.
  return (row?.json as Json | undefined) ?? null;
}

/** What is searched for; null when nothing can match. */
async function readSearched(loader: Loader, args: SearchArgs): Promise<Searched | null> {
  const query = parseQuery(args.query);
  if (query.required.length === 0) return null;
  const { language } = args.filter ?? {};
  const dictionaries = typeof language === "string" ? [dictionaryOf(language)] : null;
  const lexicon = await ask<Lexicon>(
    loader,
    lexiconStatement(liveScope(loader.view), lookedUpWords(query), dictionaries),
  );
  const text = lexicon && writeTextQuery(query, lexicon);
  if (!lexicon || !text) return null;
  const kinds = new Set(args.in ?? Object.values(SearchKind));
  return { query: text, kinds, filter: args.filter ?? {}, names: namesOf(plainWords(query), lexicon) };
}

/** The shortest word that is taken for a misspelled name, and the most words of a name. */
const SHORTEST_NAME = 3;
const MAX_NAMES = 4;

function namesOf(words: readonly string[] | null, lexicon: Lexicon): readonly string[] | null {
  if (words === null || words.length > MAX_NAMES) return null;
  const folded = words.map((word) => lexicon.words[word]?.folded ?? "");
  return folded.every(({ length }) => length >= SHORTEST_NAME) ? folded : null;
}

/** Makes the connection of what a search has found. */
class Answer {
  constructor(
    readonly loader: Loader,
    readonly info: GraphQLResolveInfo,
    readonly selection: SearchSelection,
    readonly found: SearchedHits,
  ) {}

  async connection(size: number, now: Date): Promise<SearchConnection> {
    const all = this.found.rows ?? [];
    const edges = await this.#edges(all.slice(0, size), now);
    const [facets, last] = [await this.#facets(), edges.at(-1)];
    return {
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: {
        hasNextPage: all.length > size,
        hasPreviousPage: this.found.hasPreviousPage === true,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: last?.cursor ?? null,
      },
      totalCount: this.found.total ?? null,
      facets,
    };
  }

  async #edges(rows: readonly HitRow[], now: Date): Promise<readonly SearchHitEdge[]> {
    const kinds = [...new Set(rows.map(({ kind }) => kind))];
    const loaded = await Promise.all(
      kinds.map(async (kind): Promise<[SearchKind, ReadonlyMap<string, Node>]> => {
        const keys = rows.flatMap((row) => (row.kind === kind ? [row.key] : []));
        return [kind, await this.#load(CLASSES[kind], this.selection.objects, keys)];
      }),
    );
    const objects = new Map(loaded);
    const { mode } = this.found;
    return rows.flatMap(({ kind, key, score, exactScore, parts, positions }) => {
      const node = objects.get(kind)?.get(key);
      // What was removed since the hits were found is no hit any more.
      if (!node) return [];
      const snippet = parts && positions ? snippetOf(parts, positions) : "";
      const cursor = encodeSearchCursor({ mode, now: now.getTime(), score: exactScore, kind, key });
      return [{ cursor, node: { node, snippet, score } }];
    });
  }

  /** Objects by key, with everything that is selected of them by some nodes of the document. */
  async #load<Row extends object>(
    type: TypeClass<Row>,
    nodes: GraphQLResolveInfo["fieldNodes"],
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, Row>> {
    if (keys.length === 0) return new Map();
    return this.loader.byKeys(type, { ...this.info, fieldNodes: nodes }, keys);
  }

  async #facets(): Promise<SearchFacets> {
    const { languages = [], sections = [], topics = [] } = this.found;
    const keysOf = (rows: readonly FacetRow[]): readonly string[] => rows.map(({ key }) => key);
    const [section, topic] = await Promise.all([
      this.#load(Section, this.selection.sections, keysOf(sections)),
      this.#load(Topic, this.selection.topics, keysOf(topics)),
    ]);
    return {
      languages: languages.map(({ key, count }) => ({ language: key, count })),
      sections: sections.flatMap(({ key, count }) => {
        const found = section.get(key);
        return found ? [{ section: found, count }] : [];
      }),
      topics: topics.flatMap(({ key, count }) => {
        const found = topic.get(key);
        return found ? [{ topic: found, count }] : [];
      }),
    };
  }
}
