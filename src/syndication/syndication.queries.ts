import { type HeadContent, HEAD_TEXT_NAMES } from "../draft/head-fields.js";
import { type FieldNode, type GraphQLSchema, Kind, parse } from "graphql";
import sql from "sql-template-tag";
import { hasSlug, listArticles } from "../article/article.queries.js";
import type { ArticleFilter } from "../article/article.inputs.js";
import { Article } from "../draft/article.type.js";
import { printedByline } from "../draft/byline.js";
import { directionOf } from "../draft/language.js";
import type { Connection } from "../graphql/loading/loaded-page.js";
import { MAX_PAGE_SIZE } from "../graphql/loading/page.js";
import type { Loader, Selection } from "../graphql/loading/loader.js";
import { encodeNodeId } from "../graphql/node-id.js";
import type { ImageKey } from "../image/image-address.service.js";
import { type ImageRow, type PictureMeans, syndicatedImage } from "./syndicated-image.js";
import { readerAddress } from "./addresses.js";
import type {
  SyndicatedArticle,
  SyndicatedElement,
  SyndicatedFigure,
  SyndicatedName,
  SyndicatedParagraph,
  SyndicatedPost,
  SyndicatedQuote,
  SyndicatedSite,
  SyndicatedTopic,
  SyndicatedTranslation,
} from "./syndicated.js";

/*
 * The formats read through the same loading as GraphQL does, by a selection of their own: so they see what the request
 * sees, and cost one statement.
 */

const SELECTION = parse(`query {
  article { ...Whole }
  articles { nodes { ...Whole } pageInfo { hasNextPage endCursor } }
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

/** A selection of the document, as the resolvers would be given it. */
function selectionOf(schema: GraphQLSchema, field: "article" | "articles"): Selection {
  const fragments = Object.fromEntries(
    SELECTION.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const [operation] = SELECTION.definitions;
  const fields = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  const node = fields.find((each): each is FieldNode => each.kind === Kind.FIELD && each.name.value === field);
  if (!node) throw new Error(`The document has no field ${field}.`);
  return { schema, fragments, fieldNodes: [node], variableValues: {}, fieldName: field };
}

interface PostRow extends Omit<SyndicatedPost, "kind" | "author"> {
  readonly "@author": SyndicatedName | null;
}
interface QuoteRow extends Omit<SyndicatedQuote, "speaker" | "sourceId" | "verdict" | "similarity" | "differences"> {
  readonly "@check": Pick<SyndicatedQuote, "verdict" | "similarity"> & {
    readonly "@differences": SyndicatedQuote["differences"];
  };
  readonly "@speaker": SyndicatedName | null;
  readonly "@source": PostRow | null;
}
interface ParagraphRow extends Omit<SyndicatedParagraph, "kind" | "quotes"> {
  readonly "@quotes": readonly QuoteRow[];
}
interface FigureRow extends Omit<SyndicatedFigure, "kind" | "image"> {
  readonly "@image": ImageRow;
}
type ElementRow =
  | ({ readonly __typename: "Paragraph" } & ParagraphRow)
  | ({ readonly __typename: "EmbeddedPost" } & PostRow)
  | ({ readonly __typename: "Figure" } & FigureRow);

interface TranslationRow extends Pick<SyndicatedTranslation, "id" | "headline" | "language"> {
  readonly slug: string;
  readonly "@section": { readonly slug: string } | null;
}

/** An article as it is loaded: columns by name, relations under an "@" and their name. */
interface ArticleRow
  extends Omit<HeadContent, "datelineText" | "datelinePlace" | "datelineOn">,
    Pick<SyndicatedArticle, "id" | "version" | "wordCount"> {
  readonly "@dateline": SyndicatedArticle["dateline"];
  readonly authorNames: readonly string[] | null;
  readonly firstPublishedAt: string | null;
  readonly publishedAt: string | null;
  readonly updatedAt: string;
  readonly "@section": SyndicatedTopic | null;
  readonly "@topics": SyndicatedArticle["topics"];
  readonly "@authors": readonly { readonly role: string | null; readonly "@person": SyndicatedName }[];
  readonly "@translations": readonly TranslationRow[];
  readonly "@translationOf": { readonly id: string } | null;
  readonly "@persons": readonly (SyndicatedName & {
    readonly role: string | null;
    readonly "@accounts": SyndicatedArticle["persons"][number]["accounts"];
  })[];
  readonly "@corrections": SyndicatedArticle["corrections"];
  readonly "@leadImage": FigureRow | null;
  readonly "@body": readonly ElementRow[];
}

/** PostgreSQL writes a moment with the offset of its UTC session; the formats want it as RFC 3339's "Z". */
function utc(moment: string): string {
  return moment.replace(/\+00:00$/, "Z");
}

function nameOf(person: SyndicatedName | null): SyndicatedName | null {
  return person && { ...person, id: encodeNodeId("Person", person.id) };
}

function postOf({ "@author": author, ...post }: PostRow): SyndicatedPost {
  return {
    ...post,
    kind: "post",
    id: encodeNodeId("EmbeddedPost", post.id),
    author: nameOf(author),
    postedAt: post.postedAt && utc(post.postedAt),
    capturedAt: utc(post.capturedAt),
  };
}

function quoteOf({ "@speaker": speaker, "@source": source, "@check": check, ...quote }: QuoteRow): SyndicatedQuote {
  const { verdict, similarity, "@differences": differences } = check;
  return {
    ...quote,
    verdict,
    similarity,
    differences,
    id: encodeNodeId("Quote", quote.id),
    speaker: nameOf(speaker),
    sourceId: source && encodeNodeId("EmbeddedPost", source.id),
  };
}

function figureOf({ id, caption, alt, "@image": image }: FigureRow, means: PictureMeans): SyndicatedFigure {
  const taken = { ...image, takenAt: image.takenAt && utc(image.takenAt) };
  return { kind: "figure", id: encodeNodeId("Figure", id), caption, alt, image: syndicatedImage(taken, means) };
}

function elementOf(row: ElementRow, means: PictureMeans): SyndicatedElement {
  if (row.__typename === "EmbeddedPost") return postOf(row);
  if (row.__typename === "Figure") return figureOf(row, means);
  const { "@quotes": quotes, id, style, text, marks } = row;
  return { kind: "paragraph", id: encodeNodeId("Paragraph", id), style, text, marks, quotes: quotes.map(quoteOf) };
}

/** The posts that quotes rest on and that do not stand in the body. */
function sourcesOf(body: readonly ElementRow[]): readonly SyndicatedPost[] {
  const placed = new Set(body.map(({ id }) => id));
  const sources = new Map<string, SyndicatedPost>();
  for (const element of body) {
    if (element.__typename !== "Paragraph") continue;
    for (const { "@source": source } of element["@quotes"]) {
      if (source && !placed.has(source.id)) sources.set(source.id, postOf(source));
    }
  }
  return [...sources.values()];
}

/** What the formats are read with. */
export interface SyndicationSource {
  readonly schema: GraphQLSchema;
  readonly loader: Loader;
  readonly site: SyndicatedSite;
  /** The key that addresses of pictures are signed with. */
  readonly imageKey: ImageKey;
}

/** What an article refers to besides its parts, as it is loaded. */
interface ReferenceRows {
  readonly section: ArticleRow["@section"];
  readonly topics: ArticleRow["@topics"];
  readonly authors: ArticleRow["@authors"];
  readonly translations: ArticleRow["@translations"];
  readonly original: ArticleRow["@translationOf"];
}

function referencesOf({ section, topics, authors, translations, original }: ReferenceRows, site: SyndicatedSite) {
  return {
    section,
    topics,
    authors: authors.map(({ role, "@person": { id, slug, name } }) => ({
      id: encodeNodeId("Person", id),
      slug,
      name,
      role,
    })),
    translations: translations.map(({ id, slug, headline, language, "@section": own }) => ({
      id: encodeNodeId("Article", id),
      url: readerAddress(site, { slug, section: own }),
      headline,
      language,
    })),
    originalId: original && encodeNodeId("Article", original.id),
  };
}

function articleOf(row: ArticleRow, { loader, site }: SyndicationSource, key: Uint8Array): SyndicatedArticle {
  const { "@dateline": dateline, "@leadImage": lead, "@body": body, "@persons": persons, ...rest } = row;
  const means = { site, key };
  const { "@corrections": corrections, "@section": section, "@topics": topics, ...others } = rest;
  const { "@authors": authors, "@translations": translations, "@translationOf": original, ...columns } = others;
  const references = { section, topics, authors, translations, original };
  // A draft that was never published has no such moments; a preview shows it as if it were published now.
  const publishedAt = utc(row.publishedAt ?? row.updatedAt);
  return {
    ...columns,
    ...referencesOf(references, site),
    byline: printedByline(row),
    id: encodeNodeId("Article", row.id),
    url: readerAddress(site, { slug: row.slug, section }),
    direction: directionOf(row.language),
    dateline,
    isPublished: loader.view.kind === "PUBLISHED",
    firstPublishedAt: utc(row.firstPublishedAt ?? publishedAt),
    publishedAt,
    updatedAt: utc(row.updatedAt),
    persons: persons.map(({ "@accounts": accounts, ...person }) => ({
      ...person,
      id: encodeNodeId("Person", person.id),
      accounts,
    })),
    corrections: corrections.map((each) => ({ ...each, correctedAt: utc(each.correctedAt) })),
    leadImage: lead && figureOf(lead, means),
    body: body.map((each) => elementOf(each, means)),
    sources: sourcesOf(body),
  };
}

/** The key for the pictures of some articles: it is read where there are any. */
async function keyFor(rows: readonly ArticleRow[], { imageKey }: SyndicationSource): Promise<Uint8Array> {
  const hasPictures = rows.some(
    (row) => row["@leadImage"] !== null || row["@body"].some(({ __typename }) => __typename === "Figure"),
  );
  return hasPictures ? imageKey() : new Uint8Array();
}

/** The article that a slug leads to, also an old one; null when the request sees none. */
export async function readSyndicated(source: SyndicationSource, slug: string): Promise<SyndicatedArticle | null> {
  const selection = selectionOf(source.schema, "article");
  const found: object | null = await source.loader.one(Article, selection, hasSlug(slug));
  if (!found) return null;
  const row = found as ArticleRow; // The row has what SELECTION selects.
  return articleOf(row, source, await keyFor([row], source));
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

/**
 * The newest articles of a filter that the request sees, at most so many. Pages are read until there are enough, one
 * statement for each.
 */
export async function readNewest(
  source: SyndicationSource,
  count: number,
  filter: ArticleFilter,
): Promise<readonly SyndicatedArticle[]> {
  const selection = selectionOf(source.schema, "articles");
  const articles: SyndicatedArticle[] = [];
  for (let after: string | null = null; articles.length < count; ) {
    const args = { first: Math.min(count - articles.length, MAX_PAGE_SIZE), after, filter: { ...filter } };
    const page: Connection<object> = await source.loader.connection(Article, selection, args, (row, scope) =>
      listArticles(row, scope, filter, null),
    );
    const { nodes, pageInfo } = page;
    // The rows have what SELECTION selects.
    const rows = nodes as readonly ArticleRow[];
    const key = await keyFor(rows, source);
    articles.push(...rows.map((row) => articleOf(row, source, key)));
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage || after === null) break;
  }
  return articles;
}
