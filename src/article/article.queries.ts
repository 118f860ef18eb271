import sql, { empty, raw, type Sql } from "sql-template-tag";
import { EDITING_ACTS } from "../auth/acts.js";
import { isActAmong } from "../auth/token.queries.js";
import {
  allOf,
  contains,
  filterKey,
  filterLanguage,
  given,
  isOneOf,
  isShorterThanTrigram,
} from "../graphql/loading/filters.js";
import type { Listing, Order } from "../graphql/loading/rows.js";
import type { Scope } from "../graphql/loading/scope.js";
import { isReaderView } from "../graphql/loading/view.js";
import { canonicalSlug } from "../lib/slug.js";
import { keptCount } from "../draft/kept-counts.queries.js";
import { sectionOfSlug, sectionsBelow } from "../section/section.queries.js";
import { personOfSlug } from "../person/person.queries.js";
import { topicOfSlug } from "../topic/topic.queries.js";
import type { NodeType } from "../graphql/node-id.js";
import { filedArticles, filedUnder, type FiledArticles, placedIn } from "./filed-articles.queries.js";
import type { ArticleFilter, ArticleOrder } from "./article.inputs.js";

/**
 * The condition that a row is the article that a slug leads to, also an old one. For readers only slugs that were once
 * public lead anywhere: that of a draft must not reveal that the draft exists.
 */
export function hasSlug(slug: string): (row: string, scope: Scope) => Sql {
  return (row, { view }) => {
    const own = view.kind === "PREVIEW" ? sql` OR s.article_id = ${view.articleId}::uuid` : empty;
    const known = !isReaderView(view) ? empty : sql` AND (s.is_public${own})`;
    return sql`${raw(row)}.article_id = (SELECT s.article_id FROM article_slug s WHERE s.slug = ${canonicalSlug(slug)}${known})`;
  };
}

/** The conditions on what the articles of a filter refer to; `row` is one of article_head. */
function filterReferences(row: string, filter: ArticleFilter): readonly (Sql | null)[] {
  const r = raw(row);
  const has = (table: "article_topic" | "article_author" | "appearance", condition: Sql): Sql => sql`EXISTS (
        SELECT 1 FROM ${raw(table)} x WHERE ${condition} AND x.head = ${r}.head AND x.article_id = ${r}.article_id)`;
  const key = (type: NodeType, id: string, field: string): Sql => sql`${filterKey(type, id, field)}::uuid`;
  const isAny = (type: NodeType, ids: readonly string[], field: string): Sql =>
    sql`ANY(${ids.map((id) => filterKey(type, id, field))}::uuid[])`;
  const isIn = (section: Sql): Sql => sql`${r}.section_id = ${sectionsBelow(section)}`;
  return [
    given(filter.topicId, (id) => has("article_topic", sql`x.topic_id = ${key("Topic", id, "topicId")}`)),
    given(filter.topicIds, (ids) => has("article_topic", sql`x.topic_id = ${isAny("Topic", ids, "topicIds")}`)),
    given(filter.topicSlug, (slug) => has("article_topic", sql`x.topic_id = ${topicOfSlug(slug)}`)),
    given(filter.authorId, (id) => has("article_author", sql`x.person_id = ${key("Person", id, "authorId")}`)),
    given(filter.authorIds, (ids) => has("article_author", sql`x.person_id = ${isAny("Person", ids, "authorIds")}`)),
    given(filter.sectionId, (id) => isIn(key("Section", id, "sectionId"))),
    given(filter.sectionSlug, (slug) => isIn(sectionOfSlug(slug))),
    given(filter.personId, (id) => has("appearance", sql`x.person_id = ${key("Person", id, "personId")}`)),
    given(filter.personSlug, (slug) => has("appearance", sql`x.person_id = ${personOfSlug(slug)}`)),
    given(filter.speakerId, (id) =>
      has("appearance", sql`x.person_id = ${key("Person", id, "speakerId")} AND x.is_speaker`),
    ),
  ];
}

/** Whether an article is under an embargo now. It uses the index of the embargoes, which are few. */
function hasEmbargo(row: string, { view }: Scope, isEmbargoed: boolean): Sql {
  if (isReaderView(view)) return raw(isEmbargoed ? "FALSE" : "TRUE");
  const embargo = raw(`EXISTS (SELECT 1 FROM article e WHERE e.id = ${row}.article_id AND e.embargoed_until > now())`);
  return isEmbargoed ? embargo : sql`NOT ${embargo}`;
}

/** Whether the draft differs from what is published. It uses the index of such articles, which are few among those published. */
function isAhead(row: string, { view }: Scope, isWanted: boolean): Sql {
  if (isReaderView(view)) return raw(isWanted ? "FALSE" : "TRUE");
  const ahead = raw(`EXISTS (SELECT 1 FROM article c WHERE c.id = ${row}.article_id
        AND (c.published_version IS DISTINCT FROM c.version) IS TRUE)`);
  return isWanted ? ahead : sql`NOT ${ahead}`;
}

/** Whether somebody has edited an article. It uses the index of the audit log by actor. */
function isEditedBy(row: string, { view }: Scope, id: string): Sql {
  if (isReaderView(view)) return raw("FALSE");
  return sql`EXISTS (SELECT 1 FROM audit_entry e WHERE e.actor_id = ${id} AND e.subject_id = ${raw(row)}.article_id
        AND ${isActAmong("e", EDITING_ACTS)})`;
}

/** Whether a headline contains some characters. For readers few of them use the index of pairs. */
function headlineContains(row: string, { view }: Scope, characters: string): Sql {
  const headline = raw(`${row}.headline`);
  const found = contains(headline, characters);
  if (view.kind !== "PUBLISHED" || !isShorterThanTrigram(characters)) return found;
  return sql`character_pairs(${headline}) @> first_pair(${characters}) AND ${found}`;
}

/** The condition on the rows of article_head that a filter finds. */
function filterArticles(row: string, scope: Scope, filter: ArticleFilter): Sql {
  const r = raw(row);
  const published = sql`coalesce(${r}.published_at, '-infinity'::timestamptz)`;
  return allOf([
    scope.seen(row),
    filter.isTrashed && scope.view.kind !== "TRASH" ? raw("FALSE") : null,
    given(
      filter.states,
      (states) => sql`EXISTS (
        SELECT 1 FROM article a WHERE a.id = ${r}.article_id AND ${isOneOf(raw("a.state"), states)})`,
    ),
    given(filter.language, (language) => sql`${r}.language = ${filterLanguage(language, "language")}`),
    given(filter.languages, (languages) =>
      isOneOf(
        sql`${r}.language`,
        languages.map((language) => filterLanguage(language, "languages")),
      ),
    ),
    ...filterReferences(row, filter),
    given(filter.publishedAfter, (moment) => sql`${published} > ${moment}::timestamptz`),
    given(
      filter.publishedBefore,
      (moment) => sql`${published} < ${moment}::timestamptz AND ${r}.published_at IS NOT NULL`,
    ),
    given(filter.embargoed, (isEmbargoed) => hasEmbargo(row, scope, isEmbargoed)),
    given(filter.hasUnpublishedChanges, (isWanted) => isAhead(row, scope, isWanted)),
    given(filter.editedById, (id) => isEditedBy(row, scope, id)),
    given(filter.updatedAfter, (moment) => sql`${r}.updated_at > ${moment}::timestamptz`),
    given(filter.headlineContains, (characters) => headlineContains(row, scope, characters)),
  ]);
}

/** The moment by which articles are ordered where nothing else is asked for. It is the expression of the index. */
function firstPublication(row: string): Sql {
  return raw(`coalesce(${row}.first_published_at, '-infinity'::timestamptz)`);
}

/** The requested order of articles; by default the newest first publication first. */
export function orderArticles(row: string, order: ArticleOrder | null | undefined): Order {
  const r = raw(row);
  const field = order?.field ?? "FIRST_PUBLISHED_AT";
  const key = {
    FIRST_PUBLISHED_AT: { by: firstPublication(row), type: "timestamptz" },
    PUBLISHED_AT: { by: sql`coalesce(${r}.published_at, '-infinity'::timestamptz)`, type: "timestamptz" },
    UPDATED_AT: { by: sql`${r}.updated_at`, type: "timestamptz" },
    HEADLINE: { by: sql`${r}.headline`, type: "text" },
  } as const;
  return {
    name: `article ${field}`,
    keys: [key[field], { by: sql`${r}.article_id`, type: "uuid" }],
    direction: order?.direction ?? "DESC",
  };
}

/** The topic or section of a filter, with the filter without it. */
function filingOf(
  filter: ArticleFilter,
  scope: Scope,
): { readonly filing?: FiledArticles | undefined; readonly rest: ArticleFilter } {
  const { topicId, topicSlug, sectionId, sectionSlug } = filter;
  if (topicId) {
    const key = sql`${filterKey("Topic", topicId, "topicId")}::uuid`;
    return { filing: filedUnder(key, scope), rest: { ...filter, topicId: null } };
  }
  if (topicSlug) return { filing: filedUnder(topicOfSlug(topicSlug), scope), rest: { ...filter, topicSlug: null } };
  if (sectionId) {
    const key = sql`${filterKey("Section", sectionId, "sectionId")}::uuid`;
    return { filing: placedIn(key, scope), rest: { ...filter, sectionId: null } };
  }
  if (sectionSlug)
    return { filing: placedIn(sectionOfSlug(sectionSlug), scope), rest: { ...filter, sectionSlug: null } };
  return { rest: filter };
}

function isEmpty(filter: ArticleFilter): boolean {
  return Object.values(filter).every((value) => (value ?? null) === null);
}

/** The articles of a filter, in an order. */
export function listArticles(
  row: string,
  scope: Scope,
  filter: ArticleFilter | null | undefined,
  order: ArticleOrder | null | undefined,
): Listing {
  const { filing, rest } = filingOf(filter ?? {}, scope);
  const conditions = filing ? rest : (filter ?? {});
  const where = filterArticles(row, scope, conditions);
  const rows = filing ? filedArticles(row, filing, where) : { from: sql`article_head ${raw(row)}`, where };
  if (!isEmpty(conditions)) return { rows, order: orderArticles(row, order) };
  const kept = filing?.count ?? keptCount("article", scope);
  return { rows: { ...rows, kept }, order: orderArticles(row, order) };
}

/** The articles first published after a moment, the newest first: the look at their index ends there. */
export function listFirstPublishedAfter(row: string, scope: Scope, moment: Date): Listing {
  const where = sql`${scope.seen(row)} AND ${firstPublication(row)} > ${moment}::timestamptz`;
  return { rows: { from: sql`article_head ${raw(row)}`, where }, order: orderArticles(row, null) };
}

/** The number of articles in each state outside the trash, and of those in it, as one JSON object by state. */
export const ARTICLE_COUNTS = sql`SELECT json_build_object(
    'trash', coalesce(sum(n.trashed), 0), 'states', coalesce(json_object_agg(n.state, n.kept), '{}')) AS json
  FROM (SELECT state, count(*) - count(trashed_at) AS kept, count(trashed_at) AS trashed FROM article GROUP BY state) n`;

/** The FROM item for kill notices: killed articles that were public, with the newest of their public slugs. */
export const killNotices = (row: string): Sql => sql`(SELECT a.id, a.kill_reason, a.killed_at, s.slug FROM article a
  JOIN LATERAL (SELECT slug FROM article_slug WHERE article_id = a.id AND is_public
    ORDER BY created_at DESC, slug LIMIT 1) s ON TRUE
  WHERE a.state = 'KILLED') ${raw(row)}`;

/** The condition that a notice is that of the article which a public slug led to. */
export function isNoticeOfSlug(row: string, slug: string): Sql {
  return sql`${raw(row)}.id = (SELECT s.article_id FROM article_slug s WHERE s.slug = ${canonicalSlug(slug)} AND s.is_public)`;
}

/** All kill notices after a moment, the newest first. */
export function listKillNotices(row: string, killedAfter: Date | null | undefined): Listing {
  const r = raw(row);
  const where = given(killedAfter, (moment) => sql`${r}.killed_at > ${moment}::timestamptz`);
  return {
    rows: { from: killNotices(row), where: allOf([where]) },
    order: {
      name: "kill notice",
      keys: [
        { by: sql`${r}.killed_at`, type: "timestamptz" },
        { by: sql`${r}.id`, type: "uuid" },
      ],
      direction: "DESC",
    },
  };
}
