import sql, { raw } from "sql-template-tag";
import { Article, ArticleConnection } from "../draft/article.type.js";
import { Author } from "../draft/author.type.js";
import { ofSameHead } from "../draft/head.queries.js";
import { Image } from "../image/image.type.js";
import { EmbeddedPost } from "../embedded-post/embedded-post.type.js";
import { ForwardPageArgs, PageArgs } from "../graphql/connection.js";
import { connection, many, one, relations } from "../graphql/loading/relations.js";
import { liveScope, type Scope } from "../graphql/loading/scope.js";
import type { RelatedRows } from "../graphql/loading/rows.js";
import { shape } from "../graphql/loading/shape.js";
import { viewOfOthers } from "../graphql/loading/view.js";
import { Person } from "../person/person.type.js";
import { sectionsBelow } from "../section/section.queries.js";
import { Section } from "../section/section.type.js";
import { Topic } from "../topic/topic.type.js";
import { orderArticles } from "./article.queries.js";
import { filedArticles, filedUnder, type FiledArticles, placedIn } from "./filed-articles.queries.js";

/** The scope of the articles that an article refers to: they are read as they are today, also from a revision. */
function othersOf({ view }: Scope): Scope {
  return liveScope(viewOfOthers(view));
}

/** The original of the story that a row of article_head is a version of. It is the expression of the index. */
function originalOf(row: string): string {
  return `coalesce(${row}.translation_of_id, ${row}.article_id)`;
}

/** The articles of a filing as the rows of a relation. */
function rowsOf(child: string, filing: FiledArticles, scope: Scope): RelatedRows {
  return { ...filedArticles(child, filing, scope.seen(child)), kept: filing.count };
}

/** The topics, sections, authors and persons of articles, the articles that they refer to, and the articles of topics, sections, persons, posts and images. */
export const articleReferenceLoading = [
  relations(Topic, {
    articles: connection(() => ArticleConnection, {
      description: "The articles filed under it.",
      args: ForwardPageArgs,
      rows: ({ parent, child, scope }) => {
        const filing = filedUnder(raw(`${parent}.id`), scope);
        if (filing) return rowsOf(child, filing, scope);
        const filed = `${child}_filed`;
        const joined = raw(`${child}.article_id = ${filed}.article_id AND ${child}.head = ${filed}.head`);
        return {
          from: sql`article_topic ${raw(filed)} JOIN article_head ${raw(child)} ON ${joined}`,
          counted: raw(`article_topic ${filed}`),
          where: sql`${raw(`${filed}.topic_id = ${parent}.id`)} AND ${scope.seen(filed)}`,
        };
      },
      order: ({ child }) => orderArticles(child, null),
    }),
  }),
  relations(Article, {
    topics: many(() => Topic, {
      description: "The topics it is filed under, in the editors' order.",
      rows: ({ parent, child, scope }) => {
        const filed = `${child}_filed`;
        const { from, where } = ofSameHead(scope.rows("article_topic"), parent, filed);
        const joined = raw(`${child}.id = ${filed}.topic_id`);
        return { from: sql`${from} JOIN ${scope.rows("topic")} ${raw(child)} ON ${joined}`, where };
      },
      order: ({ child }) => [raw(`${child}_filed.position`)],
    }),
  }),
  relations(Section, {
    articles: connection(() => ArticleConnection, {
      description: "The articles in it and in the sections below it.",
      args: PageArgs,
      rows: ({ parent, child, scope }) => {
        const filing = placedIn(raw(`${parent}.id`), scope);
        if (filing) return rowsOf(child, filing, scope);
        const where = sql`${raw(child)}.section_id = ${sectionsBelow(raw(`${parent}.id`))} AND ${scope.seen(child)}`;
        return { from: raw(`article_head ${child}`), where };
      },
      order: ({ child }) => orderArticles(child, null),
    }),
  }),
  relations(Article, {
    section: one(() => Section, {
      nullable: true,
      description: "The section that it is in; null without one.",
      rows: ({ parent, child, scope }) => ({
        from: sql`${scope.rows("section")} ${raw(child)}`,
        where: raw(`${child}.id = ${parent}.section_id`),
      }),
    }),
  }),
  relations(Article, {
    authors: many(() => Author, {
      description: "Who wrote it, in printed order; `byline` is what is printed.",
      rows: ({ parent, child, scope }) => ofSameHead(scope.rows("article_author"), parent, child),
      order: ({ child }) => [raw(`${child}.position`)],
    }),
    related: many(() => Article, {
      description:
        "Other articles chosen by editors, in their order, as far as the request sees them; those of today below a revision as well.",
      rows: ({ parent, child, scope }) => {
        const listed = `${child}_listed`;
        const { from, where } = ofSameHead(scope.rows("article_related"), parent, listed);
        const joined = raw(`${child}.article_id = ${listed}.related_id`);
        return {
          from: sql`${from} JOIN article_head ${raw(child)} ON ${joined} AND ${othersOf(scope).seen(child)}`,
          where,
        };
      },
      order: ({ child }) => [raw(`${child}_listed.position`)],
      scope: ({ scope }) => othersOf(scope),
    }),
    translations: many(() => Article, {
      description:
        "The same story in other languages, as far as the request sees it, ordered by language tag; without this article.",
      rows: ({ parent, child, scope }) => ({
        from: raw(`article_head ${child}`),
        where: sql`${raw(originalOf(child))} = ${raw(originalOf(parent))}
          AND ${raw(`${child}.article_id <> ${parent}.article_id`)} AND ${othersOf(scope).seen(child)}`,
      }),
      order: ({ child }) => [raw(`${child}.language`), raw(`${child}.article_id`)],
      scope: ({ scope }) => othersOf(scope),
    }),
    translationOf: one(() => Article, {
      nullable: true,
      description:
        "The article that it is a translation of; null for an original, and where the request does not see the original.",
      rows: ({ parent, child, scope }) => ({
        from: raw(`article_head ${child}`),
        where: sql`${raw(`${child}.article_id = ${parent}.translation_of_id`)} AND ${othersOf(scope).seen(child)}`,
      }),
      scope: ({ scope }) => othersOf(scope),
    }),
  }),
  shape(Author, { table: "article_author" }),
  relations(Author, {
    person: one(() => Person, {
      description: "The person.",
      rows: ({ parent, child, scope }) => ({
        from: sql`${scope.rows("person")} ${raw(child)}`,
        where: raw(`${child}.id = ${parent}.person_id`),
      }),
    }),
  }),
  relations(Person, {
    written: connection(() => ArticleConnection, {
      description: "The articles that the person wrote.",
      args: PageArgs,
      rows: ({ parent, child, scope, parentScope }) => {
        const wrote = `${child}_wrote`;
        const own = sql`${raw(`${wrote}.person_id`)} = ${parentScope.keyNow("person", `${parent}.id`)}`;
        const joined = raw(`${child}.article_id = ${wrote}.article_id AND ${child}.head = ${wrote}.head`);
        return {
          from: sql`article_author ${raw(wrote)} JOIN article_head ${raw(child)} ON ${joined}`,
          counted: raw(`article_author ${wrote}`),
          where: sql`${own} AND ${scope.seen(wrote)}`,
        };
      },
      order: ({ child }) => orderArticles(child, null),
    }),
  }),
  relations(EmbeddedPost, {
    articles: connection(() => ArticleConnection, {
      description: "The articles that contain it.",
      args: ForwardPageArgs,
      rows: ({ parent, child, scope }) => {
        const placement = `${child}_placement`;
        const joined = raw(`${child}.article_id = ${placement}.article_id AND ${child}.head = ${placement}.head`);
        return {
          from: sql`placement ${raw(placement)} JOIN article_head ${raw(child)} ON ${joined}`,
          counted: raw(`placement ${placement}`),
          where: sql`${raw(`${placement}.post_id = ${parent}.id`)} AND ${scope.seen(placement)}`,
        };
      },
      order: ({ child }) => orderArticles(child, null),
    }),
  }),
  relations(Image, {
    articles: connection(() => ArticleConnection, {
      description: "The articles that show it, once each.",
      args: ForwardPageArgs,
      rows: ({ parent, child, scope }) => {
        const figure = `${child}_figure`;
        const shown = raw(`SELECT ${figure}.article_id, ${figure}.head FROM figure ${figure}`);
        return {
          from: sql`article_head ${raw(child)}`,
          where: sql`${raw(`(${child}.article_id, ${child}.head)`)} IN (
            ${shown} WHERE ${raw(`${figure}.image_id = ${parent}.id`)} AND ${scope.seen(figure)})`,
        };
      },
      order: ({ child }) => orderArticles(child, null),
    }),
  }),
  relations(Person, {
    articles: connection(() => ArticleConnection, {
      description: "The articles that quote or mention the person.",
      args: PageArgs,
      rows: ({ parent, child, scope, parentScope }) => {
        const appearance = `${child}_appearance`;
        const own = sql`${raw(`${appearance}.person_id`)} = ${parentScope.keyNow("person", `${parent}.id`)}`;
        const joined = raw(`${child}.article_id = ${appearance}.article_id AND ${child}.head = ${appearance}.head`);
        return {
          from: sql`appearance ${raw(appearance)} JOIN article_head ${raw(child)} ON ${joined}`,
          counted: raw(`appearance ${appearance}`),
          where: sql`${own} AND ${scope.seen(appearance)}`,
        };
      },
      order: ({ child }) => orderArticles(child, null),
    }),
  }),
  relations(Article, {
    persons: many(() => Person, {
      description: "All persons quoted or mentioned, in order of first appearance.",
      rows: ({ parent, child, scope }) => {
        const appearance = `${child}_appearance`;
        const { from, where } = ofSameHead(scope.rows("appearance"), parent, appearance);
        const joined = raw(`${child}.id = ${appearance}.person_id`);
        return { from: sql`${from} JOIN ${scope.rows("person")} ${raw(child)} ON ${joined}`, where };
      },
      order: ({ child }) => [raw(`${child}_appearance.position`)],
    }),
  }),
];
