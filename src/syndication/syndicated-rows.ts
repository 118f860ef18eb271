import { printedByline } from "../draft/byline.js";
import type { HeadContent } from "../draft/head-fields.js";
import { directionOf } from "../draft/language.js";
import { encodeNodeId } from "../graphql/node-id.js";
import { readerAddress } from "./addresses.js";
import { type ImageRow, type PictureMeans, syndicatedImage } from "./syndicated-image.js";
import type {
  ListedArticle,
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
 * The rows that the selection of the formats loads, and the articles that are made of them.
 */

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
export interface ArticleRow
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
export function utc(moment: string): string {
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

/** The posts that quotes rest on and that are not in the body. */
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

/** What an article refers to besides its parts, as it is loaded. */
interface ReferenceRows {
  readonly section: ArticleRow["@section"];
  readonly topics: ArticleRow["@topics"];
  readonly authors: ArticleRow["@authors"];
  readonly translations: ArticleRow["@translations"];
  readonly original: ArticleRow["@translationOf"];
}

function translationsOf(rows: readonly TranslationRow[], site: SyndicatedSite): readonly SyndicatedTranslation[] {
  return rows.map(({ id, slug, headline, language, "@section": section }) => ({
    id: encodeNodeId("Article", id),
    url: readerAddress(site, { slug, section }),
    headline,
    language,
  }));
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
    translations: translationsOf(translations, site),
    originalId: original && encodeNodeId("Article", original.id),
  };
}

/** The parts of an article besides its row. */
export interface ArticleMeans extends PictureMeans {
  /** Whether drafts are read. */
  readonly isPreview: boolean;
  /** Whether readers see the text: also in a preview, where nobody has changed the draft since it was published. */
  readonly isPublished: boolean;
}

/** An article as it is loaded for a list of addresses: of its body the figures have columns. */
export interface ListedRow
  extends Pick<
    ArticleRow,
    | "slug"
    | "headline"
    | "language"
    | "firstPublishedAt"
    | "publishedAt"
    | "updatedAt"
    | "@section"
    | "@translations"
    | "@leadImage"
  > {
  readonly "@body": readonly (
    | { readonly __typename: "Paragraph" | "EmbeddedPost" }
    | ({ readonly __typename: "Figure" } & FigureRow)
  )[];
}

/** The moments of an article. A draft that was never published has none; a preview shows it as if it were published now. */
function momentsOf({ publishedAt, firstPublishedAt, updatedAt }: ListedRow | ArticleRow) {
  const published = utc(publishedAt ?? updatedAt);
  return { publishedAt: published, firstPublishedAt: utc(firstPublishedAt ?? published), updatedAt: utc(updatedAt) };
}

/** An article as a list of addresses shows it. */
export function listedOfRow(row: ListedRow, means: ArticleMeans): ListedArticle {
  const { headline, language, slug, "@section": section, "@leadImage": lead } = row;
  return {
    headline,
    language,
    ...momentsOf(row),
    url: readerAddress(means.site, { slug, section }),
    translations: translationsOf(row["@translations"], means.site),
    leadImage: lead && figureOf(lead, means),
    body: row["@body"].flatMap((part) => (part.__typename === "Figure" ? [figureOf(part, means)] : [])),
  };
}

/** An article as the formats show it. */
export function articleOfRow(row: ArticleRow, means: ArticleMeans): SyndicatedArticle {
  const { "@dateline": dateline, "@leadImage": lead, "@body": body, "@persons": persons, ...rest } = row;
  const { site, isPreview, isPublished } = means;
  const { "@corrections": corrections, "@section": section, "@topics": topics, ...others } = rest;
  const { "@authors": authors, "@translations": translations, "@translationOf": original, ...columns } = others;
  const references = { section, topics, authors, translations, original };
  return {
    ...columns,
    ...referencesOf(references, site),
    byline: printedByline(row),
    id: encodeNodeId("Article", row.id),
    url: readerAddress(site, { slug: row.slug, section }),
    direction: directionOf(row.language),
    dateline,
    isPreview,
    isPublished,
    ...momentsOf(row),
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
