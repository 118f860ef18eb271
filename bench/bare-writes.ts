import type { Database } from "../src/database/client.js";
import { HEAD_TABLES } from "../src/draft/head.js";
import { newId } from "../src/lib/new-id.js";

/** Statements of a transaction, with their parameters. */
export type Statements = readonly (readonly [string, readonly unknown[]])[];

/** An article of the benchmark, by its bare keys. */
export interface BenchArticle {
  readonly articleId: string;
  /** A paragraph of its draft. */
  readonly paragraphId: string;
}

/** What an act writes, as somebody would write it by hand who knows the result. */
export interface BareWrite {
  /** The rows of the text. */
  readonly text: (article: BenchArticle) => Statements;
  /** All other rows that the act leaves: the audit log, the event, the revision and the search documents. */
  readonly others: (article: BenchArticle) => Statements;
}

/** Executes statements in one transaction, without a rule or a record. */
export async function writeBare(database: Database, statements: Statements): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query("BEGIN");
    for (const [text, values] of statements) await client.query(text, [...values]);
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}

/** The paragraphs of an article of the benchmark; each has the quote of `QUOTED`. */
export const PARAGRAPHS = Array.from({ length: 12 }, (_, at) => `Paragraph ${at}: “We keep the port open,” she said.`);
export const QUOTED = "We keep the port open";
export const HEADLINE = "Port stays open";

/** Which of a text's quotes is added. */
export const ADDED_QUOTE = "she said";

function recordRows(act: string, key: string): Statements {
  return [
    [
      `INSERT INTO audit_entry (id, at, actor, role, act, subject, subject_id)
       VALUES ($1, now(), 'Bench', 'ADMIN', $2, 'Article', $3)`,
      [newId(), act, key],
    ],
    [
      `INSERT INTO event (at, act, subject, subject_id, article_version, actor)
       VALUES (now(), $1, 'Article', $2, 2, 'Bench')`,
      [act, key],
    ],
    ["DELETE FROM search_pending WHERE transaction = pg_current_xact_id()::text::bigint", []],
  ];
}

/** The search document of a draft whose text was changed. */
function changedDocument(key: string): readonly [string, readonly unknown[]] {
  return [
    `UPDATE search_document SET title = to_tsvector('english', 'Port closes'), text = text || to_tsvector('english', 'Port closes')
     WHERE kind = 'ARTICLE' AND key = $1 AND head = 'DRAFT'`,
    [key],
  ];
}

function quoteDocuments(
  ids: readonly string[],
  articleId: string,
  text: string,
): readonly [string, readonly unknown[]] {
  return [
    `INSERT INTO search_document (kind, key, head, article_id, quote_id, dictionary, language, title, text)
     SELECT 'QUOTE', q, 'DRAFT', $2, q, 'english', 'en', '', to_tsvector('english', $3) FROM unnest($1::uuid[]) q`,
    [ids, articleId, text],
  ];
}

/** The next version of an article and its draft. */
function nextVersion(key: string, set = ""): Statements {
  return [
    ["UPDATE article SET version = version + 1 WHERE id = $1", [key]],
    [
      `UPDATE article_head SET ${set} version = version + 1, updated_at = now() WHERE article_id = $1 AND head = 'DRAFT'`,
      [key],
    ],
  ];
}

function copies(key: string, head: "PUBLISHED" | "SCHEDULED"): Statements {
  return HEAD_TABLES.map((table) => [
    `INSERT INTO ${table} SELECT (jsonb_populate_record(r, '{"head": "${head}"}')).* FROM ${table} r WHERE article_id = $1 AND head = 'DRAFT'`,
    [key],
  ]);
}

/** What a publication leaves besides the text: a revision of all rows, and the search documents of the copy. */
function publicationRows(key: string): Statements {
  const rows = HEAD_TABLES.map(
    (table) =>
      `'${table}', (SELECT jsonb_agg(to_jsonb(r)) FROM ${table} r WHERE article_id = $2 AND head = 'PUBLISHED')`,
  );
  return [
    [
      `INSERT INTO revision (id, article_id, number, created_at, author, document)
       SELECT $1, $2::uuid, 1, now(), 'Bench', jsonb_build_object(${rows.join(", ")})`,
      [newId(), key],
    ],
    [
      `INSERT INTO search_document
       SELECT (jsonb_populate_record(d, '{"head": "PUBLISHED"}')).* FROM search_document d WHERE article_id = $1 AND head = 'DRAFT'`,
      [key],
    ],
  ];
}

const INSERT_QUOTES = `
  INSERT INTO quote (id, head, article_id, paragraph_id, start_offset, end_offset, text, kind, verdict, words_key, created_at)
  SELECT q.id, 'DRAFT', $1, q.paragraph, strpos(p.text, $4) - 1, strpos(p.text, $4) - 1 + length($4), $4, 'DIRECT', 'UNSOURCED', md5($4), now()
  FROM unnest($2::uuid[], $3::uuid[]) q(id, paragraph) JOIN paragraph p ON p.id = q.paragraph AND p.head = 'DRAFT'`;

/** A new article, its paragraphs and their quotes. */
function newArticle(articleId: string, quotes: readonly string[]): Statements {
  const paragraphs = PARAGRAPHS.map(() => newId());
  const slug = `port-stays-open-${articleId}`;
  return [
    ["INSERT INTO article (id, state, version, created_at) VALUES ($1, 'DRAFT', 1, now())", [articleId]],
    ["INSERT INTO article_slug (slug, article_id) VALUES ($1, $2)", [slug, articleId]],
    [
      `INSERT INTO article_head (article_id, head, version, slug, headline, language, word_count, updated_at)
       VALUES ($1, 'DRAFT', 1, $2, $3, 'en', 100, now())`,
      [articleId, slug, HEADLINE],
    ],
    [
      `INSERT INTO paragraph (id, head, article_id, position, text)
       SELECT p.id, 'DRAFT', $1, p.place - 1, p.text FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY p(id, text, place)`,
      [articleId, paragraphs, PARAGRAPHS],
    ],
    [INSERT_QUOTES, [articleId, quotes, paragraphs, QUOTED]],
  ];
}

function newArticleDocuments(articleId: string, quotes: readonly string[]): Statements {
  return [
    [
      `INSERT INTO search_document (kind, key, head, article_id, dictionary, language, title, text)
       VALUES ('ARTICLE', $1, 'DRAFT', $1, 'english', 'en', to_tsvector('english', $2), to_tsvector('english', $3))`,
      [articleId, HEADLINE, [HEADLINE, ...PARAGRAPHS].join("\n")],
    ],
    quoteDocuments(quotes, articleId, QUOTED),
  ];
}

/** A write of a new article: its keys are made with it. */
export function bareCreation(): { readonly text: Statements; readonly others: Statements } {
  const articleId = newId();
  const quotes = PARAGRAPHS.map(() => newId());
  const others = [...newArticleDocuments(articleId, quotes), ...recordRows("createArticle", articleId)];
  return { text: newArticle(articleId, quotes), others };
}

const addedQuotes = new Map<string, string>();

/** The key of the quote that is added to an article, the same in both parts of the write. */
function addedQuote(articleId: string): string {
  const known = addedQuotes.get(articleId) ?? newId();
  addedQuotes.set(articleId, known);
  return known;
}

/** Writes of an article by the name of the act. */
export const BARE_WRITES = {
  updateArticle: {
    text: ({ articleId }) => nextVersion(articleId, "headline = 'Port closes',"),
    others: ({ articleId }) => [changedDocument(articleId), ...recordRows("updateArticle", articleId)],
  },
  addParagraph: {
    text: ({ articleId }) => [
      ...nextVersion(articleId),
      [
        "INSERT INTO paragraph (id, head, article_id, position, text) VALUES ($2, 'DRAFT', $1, 12, 'One more paragraph.')",
        [articleId, newId()],
      ],
    ],
    others: ({ articleId }) => [changedDocument(articleId), ...recordRows("addParagraph", articleId)],
  },
  addQuote: {
    text: ({ articleId, paragraphId }) => [
      ...nextVersion(articleId),
      [INSERT_QUOTES, [articleId, [addedQuote(articleId)], [paragraphId], ADDED_QUOTE]],
    ],
    others: ({ articleId }) => [
      quoteDocuments([addedQuote(articleId)], articleId, ADDED_QUOTE),
      ...recordRows("addQuote", articleId),
    ],
  },
  publishArticle: {
    text: ({ articleId }) => [
      [
        "UPDATE article SET state = 'PUBLISHED', version = version + 1, published_at = now(), first_published_at = now() WHERE id = $1",
        [articleId],
      ],
      ["UPDATE article_slug SET is_public = TRUE WHERE article_id = $1", [articleId]],
      [
        "UPDATE article_head SET version = version + 1, published_at = now() WHERE article_id = $1 AND head = 'DRAFT'",
        [articleId],
      ],
      ...copies(articleId, "PUBLISHED"),
    ],
    others: ({ articleId }) => [
      ["UPDATE search_document SET published_at = now() WHERE article_id = $1 AND head = 'DRAFT'", [articleId]],
      ...publicationRows(articleId),
      ...recordRows("publishArticle", articleId),
    ],
  },
  scheduleArticle: {
    text: ({ articleId }) => [
      [
        "UPDATE article SET state = 'SCHEDULED', version = version + 1, publish_at = now() + interval '1 year' WHERE id = $1",
        [articleId],
      ],
      ["UPDATE article_head SET version = version + 1 WHERE article_id = $1 AND head = 'DRAFT'", [articleId]],
      ...copies(articleId, "SCHEDULED"),
    ],
    others: ({ articleId }) => recordRows("scheduleArticle", articleId),
  },
} as const satisfies Readonly<Record<string, BareWrite>>;
