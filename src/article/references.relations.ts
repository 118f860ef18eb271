import sql, { raw } from "sql-template-tag";
import { Article, ArticleConnection } from "../draft/article.type.js";
import { ofSameHead } from "../draft/head.queries.js";
import { Image } from "../image/image.type.js";
import { EmbeddedPost } from "../embedded-post/embedded-post.type.js";
import { ForwardPageArgs, PageArgs } from "../graphql/connection.js";
import { connection, many, one, relations } from "../graphql/loading/relations.js";
import { Person } from "../person/person.type.js";
import { sectionsBelow } from "../section/section.queries.js";
import { Section } from "../section/section.type.js";
import { Topic } from "../topic/topic.type.js";
import { orderArticles } from "./article.queries.js";

/** The topics, sections and persons of articles, and the articles of topics, sections, persons, posts and images. */
export const articleReferenceLoading = [
  relations(Topic, {
    articles: connection(() => ArticleConnection, {
      description: "The articles filed under it.",
      args: ForwardPageArgs,
      rows: ({ parent, child, scope }) => {
        const filed = `${child}_filed`;
        const joined = raw(`${child}.article_id = ${filed}.article_id AND ${child}.head = ${filed}.head`);
        return {
          from: sql`article_topic ${raw(filed)} JOIN article_head ${raw(child)} ON ${joined}`,
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
      rows: ({ parent, child, scope }) => ({
        from: raw(`article_head ${child}`),
        where: sql`${raw(child)}.section_id IN ${sectionsBelow(raw(`${parent}.id`))} AND ${scope.seen(child)}`,
      }),
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
  relations(EmbeddedPost, {
    articles: connection(() => ArticleConnection, {
      description: "The articles that contain it.",
      args: ForwardPageArgs,
      rows: ({ parent, child, scope }) => {
        const placement = `${child}_placement`;
        const joined = raw(`${child}.article_id = ${placement}.article_id AND ${child}.head = ${placement}.head`);
        return {
          from: sql`placement ${raw(placement)} JOIN article_head ${raw(child)} ON ${joined}`,
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
