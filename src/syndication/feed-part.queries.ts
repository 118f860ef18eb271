import sql, { raw, type Sql } from "sql-template-tag";
import { canonicalLanguage } from "@dateline/copy-reader/text";
import type { ArticleFilter } from "../article/article.inputs.js";
import { listKey } from "../graphql/loading/change-keys.js";
import type { Loader } from "../graphql/loading/loader.js";
import { liveScope } from "../graphql/loading/scope.js";
import { encodeNodeId } from "../graphql/node-id.js";
import { assertNever } from "../lib/assert-never.js";
import { isPersonVisible, personOfSlug } from "../person/person.queries.js";
import { sectionOfSlug } from "../section/section.queries.js";
import { isTopicVisible, topicOfSlug } from "../topic/topic.queries.js";
import type { FeedPart, FeedPartKind } from "./feed-part.js";

/** The part of the newest articles that an address names, also by an old slug; null when the request sees none. */
export async function readFeedPart(loader: Loader, kind: FeedPartKind, name: string): Promise<FeedPart | null> {
  const scope = liveScope(loader.view);
  switch (kind) {
    case "sections":
      return readRow(loader, kind, sql`FROM section r WHERE r.id = ${sectionOfSlug(name)}`);
    case "topics":
      return readRow(
        loader,
        kind,
        sql`FROM topic r WHERE r.id = ${topicOfSlug(name)} AND ${isTopicVisible("r", scope)}`,
      );
    case "authors":
      return readRow(
        loader,
        kind,
        sql`FROM person r WHERE r.id = ${personOfSlug(name)} AND ${isPersonVisible("r", scope)}`,
      );
    case "languages":
      return partOfLanguage(name);
    default:
      return assertNever(kind);
  }
}

/** The types of the parts that are rows. */
const TYPES = { sections: "Section", topics: "Topic", authors: "Person" } as const;

async function readRow(loader: Loader, kind: keyof typeof TYPES, from: Sql): Promise<FeedPart | null> {
  const statement = sql`SELECT ${raw("json_build_object('key', r.id, 'slug', r.slug, 'name', r.name)")} AS json ${from}`;
  const [row] = await loader.run(statement.text, statement.values, loader.view);
  // The statement builds what is read here.
  const found = row?.json as Pick<FeedPart, "key" | "slug" | "name"> | undefined;
  if (found) loader.keys?.add(`${TYPES[kind]}:${found.key} ${listKey(TYPES[kind])}:${found.key}`);
  return found ? { ...found, kind, language: null } : null;
}

function partOfLanguage(name: string): FeedPart | null {
  const tag = canonicalLanguage(name);
  if (tag === null) return null;
  const named = new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  return { kind: "languages", slug: tag, name: named, key: tag, language: tag };
}

/** Which articles are in the feeds of a part. */
export function filterOfPart({ kind, key }: FeedPart): ArticleFilter {
  switch (kind) {
    case "sections":
      return { sectionId: encodeNodeId("Section", key) };
    case "topics":
      return { topicId: encodeNodeId("Topic", key) };
    case "authors":
      return { authorId: encodeNodeId("Person", key) };
    case "languages":
      return { language: key };
    default:
      return assertNever(kind);
  }
}
