/*
 * The corpus as set-based SQL: everything is computed from the article's number, so that every run measures the same
 * rows. A published article has both heads, as publishing leaves them; the rows are those the application writes, but
 * for revisions, which no measured read touches.
 */

/** The places of the paragraphs in the body; the post is among them. */
const PARAGRAPHS = [0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12] as const;
const POST_POSITION = 6;
/** The paragraphs that quote somebody. */
const QUOTED = [1, 4, 7, 10] as const;
const ARTICLES_PER_PERSON = 20;
const ARTICLES_PER_IMAGE = 4;
const TOPICS = 40;
const SECTIONS = 12;
const FIRST_PUBLISHED = "2024-01-01T06:00:00Z";
const MINUTES_APART = 7;

/** The slug of an article by its number; all slugs are equally long. */
export function slugOf(article: number): string {
  return `news-from-the-harbour-${String(article).padStart(7, "0")}`;
}

/** When an article was published by its number, as a text; all texts are equally long. */
export function publishedAt(article: number): string {
  return new Date(Date.parse(FIRST_PUBLISHED) + article * MINUTES_APART * 60_000).toISOString();
}

const SUBJECTS = [
  "The harbour board",
  "A second report",
  "The night ferry",
  "Her office",
  "The union",
  "The northern district",
  "An early count",
  "The school council",
] as const;
const PREDICATES = [
  "put the cost of the new breakwater well above the sum that was voted in spring.",
  "found that most of the smaller boats had left before the storm warning went out.",
  "asked for another week to look through the letters that came in over the summer.",
  "kept to its timetable although the western road was closed for the third time.",
  "said little about the vote and nothing at all about the two seats that fell empty.",
  "moved the hearing to the old customs house, where there is room for everybody.",
  "counted fewer visitors than in the year before, but they stayed a good deal longer.",
  "will publish the minutes once every member has read and signed their own words.",
] as const;

/** Sixty-four sentences of about eighty characters. */
const SENTENCES = SUBJECTS.flatMap((subject) => PREDICATES.map((predicate) => `${subject} ${predicate}`));

const FUNCTIONS = `
  -- A key that grows with the number, as the application's UUIDs of version 7 grow with time.
  CREATE FUNCTION bench_id(kind integer, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (lpad(to_hex(1700000000000 + n), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8000'
      || lpad(to_hex(n), 12, '0'))::uuid $$;
  -- Spreads numbers over 0 to size - 1 without a pattern that would put an article's rows beside each other.
  CREATE FUNCTION bench_pick(n bigint, salt integer, size integer) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (((n * 2654435761 + salt * 40503) # ((n + salt) >> 5)) & 2147483647) % size $$;
  CREATE FUNCTION bench_sentence(n bigint, salt integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ('{${SENTENCES.map((sentence) => `"${sentence}"`).join(",")}}'::text[])
      [1 + bench_pick(n, salt, ${SENTENCES.length})] $$;
`;

const KIND = {
  article: 1,
  person: 2,
  topic: 3,
  post: 4,
  paragraph: 5,
  quote: 6,
  section: 7,
  image: 8,
  figure: 9,
} as const;

function id(kind: keyof typeof KIND, number: string): string {
  return `bench_id(${KIND[kind]}, ${number})`;
}

/** A key of a part of an article: there are fewer than 16 of a kind. */
function partId(kind: "paragraph" | "quote", part: string): string {
  return id(kind, `n * 16 + ${part}`);
}

/** One step of building a corpus, in the order to run them. */
export interface CorpusStep {
  readonly name: string;
  readonly sql: string;
}

/** What a corpus contains: all that publishing leaves, or drafts without paragraphs, quotes and mentions. */
export type CorpusExtent = "whole" | "for readers";

/** What a corpus is made by. Indexes and triggers are the caller's business. */
export function corpusSteps(articles: number, extent: CorpusExtent = "whole"): readonly CorpusStep[] {
  const all = `generate_series(0, ${articles - 1}) n`;
  const persons = Math.max(8, Math.ceil(articles / ARTICLES_PER_PERSON));
  const images = Math.max(8, Math.ceil(articles / ARTICLES_PER_IMAGE));
  return [
    { name: "functions", sql: FUNCTIONS },
    { name: "persons", sql: personsSql(persons) },
    { name: "topics and sections", sql: `${topicsSql()}; ${sectionsSql()}` },
    { name: "images", sql: imagesSql(images) },
    { name: "posts", sql: postsSql(all, persons) },
    { name: "articles", sql: articlesSql(all) },
    ...(["DRAFT", "PUBLISHED"] as const).flatMap((head) => [
      ...headSteps(head, all, { articles, persons, images }),
      ...(head === "PUBLISHED" || extent === "whole" ? bodySteps(head, all, { articles, persons, images }) : []),
    ]),
  ];
}

function personsSql(persons: number): string {
  return `
    INSERT INTO person (id, slug, name, role) SELECT ${id("person", "n")}, 'person-' || n,
      (ARRAY['Ada','Ilse','Marek','Noor','Tomas','Yuki','Wanda','Idris'])[1 + n % 8] || ' '
      || (ARRAY['Harrow','Lind','Okafor','Petrov','Quist','Sable','Torres'])[1 + n % 7] || ' ' || n,
      (ARRAY['Mayor','Harbour master','Judge','Minister of Transport','Union secretary'])[1 + n % 5]
      FROM generate_series(0, ${persons - 1}) n;
    INSERT INTO person_name SELECT id, 0, name, lower(name) FROM person;
    INSERT INTO person_slug SELECT slug, id FROM person;
    INSERT INTO social_account SELECT 'X', replace(slug, '-', '_'), id, '@' || replace(slug, '-', '_'), 0 FROM person;
    ANALYZE person`;
}

function topicsSql(): string {
  return `INSERT INTO topic (id, slug, name)
    SELECT ${id("topic", "n")}, 'topic-' || n, 'Topic ' || n FROM generate_series(0, ${TOPICS - 1}) n;
    INSERT INTO topic_slug (slug, topic_id) SELECT slug, id FROM topic`;
}

function sectionsSql(): string {
  return `INSERT INTO section (id, slug, name, position)
    SELECT ${id("section", "n")}, 'section-' || n, 'Section ' || n, n FROM generate_series(0, ${SECTIONS - 1}) n;
    INSERT INTO section_slug (slug, section_id) SELECT slug, id FROM section`;
}

function imagesSql(images: number): string {
  return `INSERT INTO image (id, content_hash, media_type, width, height, size_bytes, alt, caption, credit)
    SELECT ${id("image", "n")}, encode(sha256(n::text::bytea), 'hex'), 'image/jpeg', 3000, 2000, 2500000,
      bench_sentence(n, 400), bench_sentence(n, 401), 'Photographer ' || n % 50 FROM generate_series(0, ${images - 1}) n`;
}

/** Number and row of the person who speaks in the quote `part` of article n. */
function speakerJoin(part: string, persons: number): string {
  return `JOIN person s ON s.id = ${id("person", `bench_pick(n, ${part}, ${persons})`)}`;
}

/** A post holds the words of its article's first two quotes. */
function postsSql(all: string, persons: number): string {
  return `INSERT INTO embedded_post (id, platform, url, author_name, author_handle, author_id, text, language, posted_on,
      captured_at, content_hash, availability, created_at)
    SELECT ${id("post", "n")}, 'X', 'https://x.com/i/status/' || n, s.name, '@' || replace(s.slug, '-', '_'), s.id, t.text,
      'en', (${momentOf("n")} AT TIME ZONE 'UTC')::date, ${momentOf("n")},
      encode(sha256(convert_to(t.text, 'UTF8')), 'hex'), 'LIVE', ${momentOf("n")}
    FROM ${all} ${speakerJoin("0", persons)}
      CROSS JOIN LATERAL (SELECT bench_sentence(n, 100) || ' ' || bench_sentence(n, 101) AS text) t`;
}

function momentOf(number: string): string {
  return `('${FIRST_PUBLISHED}'::timestamptz + ${number} * interval '${MINUTES_APART} minutes')`;
}

function slugSql(number: string): string {
  return `'${slugOf(0).slice(0, -7)}' || lpad(${number}::text, 7, '0')`;
}

function articlesSql(all: string): string {
  return `
    INSERT INTO article (id, state, version, created_at, first_published_at, published_at, published_version)
      SELECT ${id("article", "n")}, 'PUBLISHED', 2, ${momentOf("n")}, ${momentOf("n")}, ${momentOf("n")}, 2 FROM ${all};
    INSERT INTO article_slug SELECT ${slugSql("n")}, ${id("article", "n")}, true, ${momentOf("n")} FROM ${all}`;
}

type Head = "DRAFT" | "PUBLISHED";

/** How many rows of each kind a corpus has. */
interface Sizes {
  readonly articles: number;
  readonly persons: number;
  readonly images: number;
}

function headSteps(head: Head, all: string, { persons, images }: Sizes): readonly CorpusStep[] {
  return [
    { name: `heads, ${head}`, sql: headsSql(head, all) },
    { name: `authors and lead images, ${head}`, sql: teaserSql(head, all, persons, images) },
    { name: `appearances, ${head}`, sql: appearancesSql(head, all, persons) },
  ];
}

function bodySteps(head: Head, all: string, { articles, persons }: Sizes): readonly CorpusStep[] {
  return [
    { name: `paragraphs, ${head}`, sql: paragraphsSql(head, all, persons) },
    { name: `quotes, ${head}`, sql: quotesSql(head, all, articles, persons) },
    { name: `mentions, ${head}`, sql: mentionsSql(head, all, persons) },
  ];
}

function headsSql(head: Head, all: string): string {
  return `
    INSERT INTO article_head (article_id, head, version, slug, headline, standfirst, byline, dateline_text,
        dateline_place, dateline_on, language, section_id, word_count, published_at, first_published_at, updated_at)
      SELECT ${id("article", "n")}, '${head}', 2, ${slugSql("n")}, left(bench_sentence(n, 200), 60) || ' (' || n || ')',
        bench_sentence(n, 201), 'Newsroom', 'HALVARD –', 'HALVARD', (${momentOf("n")} AT TIME ZONE 'UTC')::date, 'en',
        ${id("section", `n % ${SECTIONS}`)}, 560, ${momentOf("n")}, ${momentOf("n")}, ${momentOf("n")} FROM ${all};
    INSERT INTO placement SELECT ${id("article", "n")}, '${head}', ${id("post", "n")}, ${POST_POSITION} FROM ${all};
    INSERT INTO article_topic SELECT ${id("article", "n")}, '${head}', ${id("topic", `(n + 7 * t) % ${TOPICS}`)}, t
      FROM ${all}, generate_series(0, 1) t`;
}

function teaserSql(head: Head, all: string, persons: number, images: number): string {
  return `
    INSERT INTO article_author (article_id, head, person_id, role, position)
      SELECT ${id("article", "n")}, '${head}', ${id("person", `(2 * n + part) % ${persons}`)}, 'reporter', part
      FROM ${all}, generate_series(0, 1) part;
    INSERT INTO figure (id, head, article_id, image_id, caption)
      SELECT ${id("figure", "n")}, '${head}', ${id("article", "n")}, ${id("image", `n % ${images}`)},
        CASE WHEN n % 2 = 0 THEN bench_sentence(n, 402) END
      FROM ${all}`;
}

/** The words of a quote: the first two are the post's own. */
const WORDS = "bench_sentence(n, 100 + part)";

/** The part of article n that is at a place: 0 to 3 where somebody is quoted, otherwise null. */
const QUOTED_PARTS = `array_position(ARRAY[${QUOTED.join(", ")}], position) - 1`;

function paragraphsSql(head: Head, all: string, persons: number): string {
  return `INSERT INTO paragraph (id, head, article_id, position, text)
    SELECT ${partId("paragraph", "position")}, '${head}', ${id("article", "n")}, position,
      CASE WHEN part IS NULL THEN bench_sentence(n, position + 20)
        ELSE '“' || ${WORDS} || '” said ' || s.name || '.' END
      || ' ' || bench_sentence(n, position + 40) || ' ' || bench_sentence(n, position + 60)
    FROM ${all} CROSS JOIN unnest(ARRAY[${PARAGRAPHS.join(", ")}]) position
      CROSS JOIN LATERAL (SELECT ${QUOTED_PARTS} AS part) q
      LEFT ${speakerJoin("part", persons)} ORDER BY n, position`;
}

function quotedParts(): string {
  return `unnest(ARRAY[${QUOTED.join(", ")}]) WITH ORDINALITY AS u(position, place)
    CROSS JOIN LATERAL (SELECT (place - 1)::integer AS part) q`;
}

/** Two quotes are the words of the article's own post, one is compared with another article's, one has no source. */
function quotesSql(head: Head, all: string, articles: number, persons: number): string {
  const source = `CASE WHEN part < 2 THEN ${id("post", "n")}
    WHEN part = 2 THEN ${id("post", `bench_pick(n, 300, ${articles})`)} END`;
  return `INSERT INTO quote (id, head, article_id, paragraph_id, start_offset, end_offset, text, kind, speaker_id,
      speaker_role, said_on, source_id, verdict, similarity, words_key, created_at)
    SELECT ${partId("quote", "part")}, '${head}', ${id("article", "n")}, ${partId("paragraph", "position")}, 1,
      1 + char_length(${WORDS}), ${WORDS}, 'DIRECT', s.id, s.role, (${momentOf("n")} AT TIME ZONE 'UTC')::date,
      ${source}, (ARRAY['EXACT', 'EXACT', 'NOT_FOUND', 'UNSOURCED'])[place],
      (ARRAY[1, 1, 0.1, NULL])[place], lower(${WORDS}), ${momentOf("n")}
    FROM ${all} CROSS JOIN ${quotedParts()} ${speakerJoin("part", persons)} ORDER BY n, position`;
}

function mentionsSql(head: Head, all: string, persons: number): string {
  const start = `char_length('“' || ${WORDS} || '” said ')`;
  return `
    INSERT INTO mention (paragraph_id, head, start_offset, end_offset, article_id, person_id, text)
      SELECT ${partId("paragraph", "position")}, '${head}', ${start}, ${start} + char_length(s.name),
        ${id("article", "n")}, s.id, s.name
      FROM ${all} CROSS JOIN ${quotedParts()} ${speakerJoin("part", persons)} ORDER BY n, position`;
}

function appearancesSql(head: Head, all: string, persons: number): string {
  return `
    INSERT INTO appearance (article_id, head, person_id, position, is_speaker)
      SELECT ${id("article", "n")}, '${head}', ${id("person", "person")}, min(part), true
      FROM ${all} CROSS JOIN generate_series(0, 3) part
        CROSS JOIN LATERAL (SELECT bench_pick(n, part, ${persons}) AS person) p
      GROUP BY n, person ORDER BY n, min(part)`;
}

/** Counts what the constraints that slept during the load would have refused; it must give 0. */
export const FAULTS_SQL = `SELECT
  (SELECT count(*) FROM quote q LEFT JOIN paragraph p ON p.id = q.paragraph_id AND p.head = q.head
    WHERE q.text IS DISTINCT FROM substr(p.text, q.start_offset + 1, q.end_offset - q.start_offset))
  + (SELECT count(*) FROM mention m LEFT JOIN paragraph p ON p.id = m.paragraph_id AND p.head = m.head
    WHERE m.text IS DISTINCT FROM substr(p.text, m.start_offset + 1, m.end_offset - m.start_offset))
  + (SELECT count(*) FROM quote q LEFT JOIN person s ON s.id = q.speaker_id WHERE s.id IS NULL)
  + (SELECT count(*) FROM quote q WHERE NOT EXISTS (SELECT FROM embedded_post e WHERE e.id = q.source_id)
    AND q.source_id IS NOT NULL) AS faults`;
