import { HEAD_TEXT_NAMES } from "../draft/head-fields.js";
import { type FieldNode, type GraphQLSchema, Kind, parse } from "graphql";
import sql from "sql-template-tag";
import { hasSlug, listArticles, listFirstPublishedAfter } from "../article/article.queries.js";
import type { ArticleFilter } from "../article/article.inputs.js";
import { Article } from "../draft/article.type.js";
import type { Connection } from "../graphql/loading/loaded-page.js";
import { MAX_PAGE_SIZE } from "../graphql/loading/page.js";
import type { Loader, Selection } from "../graphql/loading/loader.js";
import type { ImageKey } from "../image/image-address.service.js";
import {
  type ArticleMeans,
  type ArticleRow,
  articleOfRow,
  type ListedRow,
  listedOfRow,
  utc,
} from "./syndicated-rows.js";
import type { ListedArticle, SyndicatedArticle, SyndicatedSite } from "./syndicated.js";

/*
 * The formats read through the same loading as GraphQL does, by a selection of their own: so they see what the request
 * sees, and cost one statement.
 */

const SELECTION = parse(`query {
  article { ...Whole }
  articles { nodes { ...Whole } pageInfo { hasNextPage endCursor } }
  listed: articles { nodes { ...Listed } pageInfo { hasNextPage endCursor } }
}
fragment Listed on Article {
    slug headline language firstPublishedAt publishedAt updatedAt
    section { slug name }
    translations { id slug headline language section { slug } }
    leadImage { ...Picture }
    body { ... on Figure { ...Picture } }
}
fragment Whole on Article {
    id slug ${HEAD_TEXT_NAMES.join(" ")} dateline { text place date } language version wordCount
    firstPublishedAt publishedAt updatedAt
    section { slug name }
    topics { slug name }
    authors { role person { id slug name } }
    translations { id slug headline language section { slug } }
    translationOf { id }
    persons { id slug name role accounts { platform handle } }
    corrections { kind note correctedAt }
    leadImage { ...Picture }
    body {
      ... on Paragraph {
        id style html
        quotes {
          id text start end kind speaker { id slug name } speakerRole saidOn occasion
          check { verdict similarity differences { kind quoted original } }
          source { ...Post }
        }
      }
      ... on EmbeddedPost { ...Post }
      ... on Figure { ...Picture }
    }
}
fragment Picture on Figure {
  id caption alt
  image { url contentHash headline credit copyright usageTerms takenAt place }
}
fragment Post on EmbeddedPost {
  id platform url authorName authorHandle author { id slug name } text language postedOn postedAt capturedAt
  contentHash availability
}`);

/** A selection of the document by its response key, as the resolvers would be given it. */
function selectionOf(schema: GraphQLSchema, key: "article" | "articles" | "listed"): Selection {
  const fragments = Object.fromEntries(
    SELECTION.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const [operation] = SELECTION.definitions;
  const fields = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  const node = fields.find(
    (each): each is FieldNode => each.kind === Kind.FIELD && (each.alias ?? each.name).value === key,
  );
  if (!node) throw new Error(`The document has no field ${key}.`);
  return { schema, fragments, fieldNodes: [node], variableValues: {}, fieldName: node.name.value };
}

/** What the formats are read with. */
export interface SyndicationSource {
  readonly schema: GraphQLSchema;
  readonly loader: Loader;
  readonly site: SyndicatedSite;
  /** The key that addresses of pictures are signed with. */
  readonly imageKey: ImageKey;
}

/** What some articles are made of besides their rows. The key for pictures is read where there are any. */
async function meansFor(
  rows: readonly ListedRow[],
  { imageKey, loader, site }: SyndicationSource,
): Promise<ArticleMeans> {
  const hasPictures = rows.some(
    (row) => row["@leadImage"] !== null || row["@body"].some(({ __typename }) => __typename === "Figure"),
  );
  const key = hasPictures ? await imageKey() : new Uint8Array();
  const isPublished = loader.view.kind === "PUBLISHED";
  return { site, key, isPreview: !isPublished, isPublished };
}

/** The article that a slug leads to, also an old one; null when the request sees none. */
export async function readSyndicated(source: SyndicationSource, slug: string): Promise<SyndicatedArticle | null> {
  const selection = selectionOf(source.schema, "article");
  const found: object | null = await source.loader.one(Article, selection, hasSlug(slug));
  if (!found) return null;
  const row = found as ArticleRow; // The row has what SELECTION selects.
  const means = await meansFor([row], source);
  return articleOfRow(row, { ...means, isPublished: means.isPublished || (await isAsPublished(source.loader, row)) });
}

/** Whether readers see the same text as a preview: nobody has changed the draft since it was published. */
async function isAsPublished(loader: Loader, { id, version }: ArticleRow): Promise<boolean> {
  const statement = sql`SELECT json_build_object('isSame', published_version = ${version}) AS json
    FROM article WHERE id = ${id}::uuid`;
  const [row] = await loader.run(statement.text, statement.values, loader.view);
  const found = row?.json as { readonly isSame: boolean | null } | undefined;
  return found?.isSame === true;
}

/** Why and when an article was taken from readers, by any slug they knew it by; null when none was. */
export async function readKilled(
  loader: Loader,
  slug: string,
): Promise<{ readonly reason: string; readonly killedAt: string } | null> {
  const statement = sql`SELECT json_build_object('reason', a.kill_reason, 'killedAt', a.killed_at) AS json
    FROM article a JOIN article_slug s ON s.article_id = a.id
    WHERE s.slug = ${slug} AND s.is_public AND a.state = 'KILLED'`;
  const [row] = await loader.run(statement.text, statement.values, loader.view);
  const killed = row?.json as { readonly reason: string; readonly killedAt: string } | undefined;
  return killed ? { ...killed, killedAt: utc(killed.killedAt) } : null;
}

/** The newest articles of a filter that the request sees, at most this many. */
export function readNewest(
  source: SyndicationSource,
  count: number,
  filter: ArticleFilter,
): Promise<readonly SyndicatedArticle[]> {
  return readRows<ArticleRow, SyndicatedArticle>(source, "articles", { count, filter }, articleOfRow);
}

/** The same of those first published after a moment, as a list of addresses, which needs no texts. */
export function readListed(source: SyndicationSource, count: number, since: Date): Promise<readonly ListedArticle[]> {
  return readRows<ListedRow, ListedArticle>(source, "listed", { count, since }, listedOfRow);
}

/** Which articles are read: at most `count` of a filter, or of those first published after a moment. */
interface NewestArticles {
  readonly count: number;
  readonly filter?: ArticleFilter;
  readonly since?: Date | null;
}

/** Pages are read until there are enough, one statement for each. */
async function readRows<Row extends ListedRow, Made>(
  source: SyndicationSource,
  key: "articles" | "listed",
  { count, filter = {}, since = null }: NewestArticles,
  make: (row: Row, means: ArticleMeans) => Made,
): Promise<readonly Made[]> {
  const selection = selectionOf(source.schema, key);
  const articles: Made[] = [];
  for (let after: string | null = null; articles.length < count; ) {
    const args = { first: Math.min(count - articles.length, MAX_PAGE_SIZE), after, since, filter: { ...filter } };
    const page: Connection<object> = await source.loader.connection(Article, selection, args, (row, scope) =>
      since ? listFirstPublishedAfter(row, scope, since) : listArticles(row, scope, filter, null),
    );
    const { nodes, pageInfo } = page;
    // The rows have what the selection of the key selects.
    const rows = nodes as readonly Row[];
    const means = await meansFor(rows, source);
    articles.push(...rows.map((row) => make(row, means)));
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage || after === null) break;
  }
  return articles;
}
