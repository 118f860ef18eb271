import { Prisma } from "../generated/prisma/client.js";
import { dictionaryOf, isCompounding, SIMPLE } from "./dictionaries.js";
import { dictionaryLexeme, type DocumentPart, DocumentWords, personLexeme, type Weight } from "./document.js";
import { SOURCES, WANTED } from "./sources.js";

const { join, raw, sql } = Prisma;

const TAKEN = sql`taken AS (
  DELETE FROM search_pending WHERE transaction = pg_current_xact_id_if_assigned()::text::bigint RETURNING kind, key, head, part)`;

/** The parts of a search document. */
export interface DocumentSource {
  readonly kind: "ARTICLE" | "QUOTE" | "PERSON" | "EMBEDDED_POST";
  readonly key: string;
  readonly head: "DRAFT" | "PUBLISHED" | "ANY";
  readonly article_id: string | null;
  readonly language: string | null;
  readonly section_id: string | null;
  readonly published_at: Date | null;
  readonly parts: readonly DocumentPart[];
  /** Authors and speakers. */
  readonly persons: readonly string[];
}

/**
 * Writes the search documents of everything that a transaction has changed, as its last statements: an answer that follows
 * the commit finds the new text. Triggers note the changes, so this is the only place that has to know when.
 *
 * Raw because the texts and keys are in many tables, and because Prisma has no tsvector.
 *
 * @param others parts of a WITH clause that are executed with it.
 */
export async function indexChanges(tx: Prisma.TransactionClient, others: readonly Prisma.Sql[] = []): Promise<void> {
  const sources = await tx.$queryRaw<DocumentSource[]>(sql`
    WITH ${join([...others, TAKEN])}, ${raw(WANTED)} ${raw(SOURCES)}`);
  await writeDocuments(tx, sources);
}

/** About how many characters of JSON one statement writes. */
const BATCH_LENGTH = 4_000_000;

/** Writes the search documents of some sources; those that are the same already are not touched. */
export async function writeDocuments(tx: Prisma.TransactionClient, sources: readonly DocumentSource[]): Promise<void> {
  let batch: string[] = [];
  let length = 0;
  for (const source of sources) {
    const document = JSON.stringify(documentOf(source, batch.length));
    batch.push(document);
    length += document.length;
    if (length < BATCH_LENGTH) continue;
    await tx.$executeRaw(writeStatement(`[${batch.join(",")}]`));
    batch = [];
    length = 0;
  }
  if (batch.length > 0) await tx.$executeRaw(writeStatement(`[${batch.join(",")}]`));
}

function documentOf(source: DocumentSource, at: number): object {
  const { kind, key, head, language, parts, persons } = source;
  const dictionary = kind === "PERSON" ? SIMPLE : dictionaryOf(language);
  const lexemes: (readonly [Weight, string])[] = [
    ["A", dictionaryLexeme(dictionary)],
    ...persons.map((id) => ["B", personLexeme(id)] as const),
  ];
  return {
    /** Its place in the statement. */
    at,
    kind,
    key,
    head,
    article_id: source.article_id,
    quote_id: kind === "QUOTE" ? key : null,
    person_id: kind === "PERSON" ? key : null,
    post_id: kind === "EMBEDDED_POST" ? key : null,
    dictionary,
    isCompounding: isCompounding(dictionary),
    language,
    section_id: source.section_id,
    published_at: source.published_at,
    names: kind === "PERSON" ? parts.flatMap(([weight, text]) => (weight === "A" ? [text] : [])).join(" ") : null,
    words: DocumentWords.of(parts, lexemes),
  };
}

/** The shortest word that is found by its parts: two parts of four letters. */
const SHORTEST_COMPOUND = 8;

/**
 * Each word is stemmed once for all documents of the statement. A compound is found by its beginning and, written from its
 * end, by its last part; such a match counts less than one of the word.
 */
function writeStatement(documents: string): Prisma.Sql {
  return sql`
    WITH given AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${documents}::jsonb) AS d(at integer, kind text, key uuid, head text,
        article_id uuid, quote_id uuid, person_id uuid, post_id uuid, dictionary text, "isCompounding" boolean,
        language text, section_id uuid, published_at timestamptz, names text, words jsonb)),
    entries AS MATERIALIZED (
      SELECT d.at, d.dictionary, d."isCompounding", e.key AS word, e.value AS positions
      FROM given d CROSS JOIN jsonb_each_text(d.words) e),
    stemmers AS MATERIALIZED (
      SELECT dictionary, search_stemmer(dictionary) AS stemmer FROM (SELECT DISTINCT dictionary FROM given) g),
    stemmed AS MATERIALIZED (
      SELECT w.*, CASE WHEN w.word ~ '^[@#~]' THEN ARRAY[w.word] ELSE search_lexemes(s.stemmer, w.word) END AS lexemes
      FROM (SELECT DISTINCT dictionary, "isCompounding", word FROM entries) w JOIN stemmers s USING (dictionary)),
    lexemes AS (
      SELECT s.dictionary, s.word, l.lexeme, FALSE AS "isPart" FROM stemmed s CROSS JOIN unnest(s.lexemes) l(lexeme)
      UNION ALL
      SELECT s.dictionary, s.word, p.lexeme, TRUE FROM stemmed s
        CROSS JOIN LATERAL (SELECT DISTINCT unnest(ARRAY['>' || s.lexemes[1], '<' || reverse(l)]) FROM unnest(s.lexemes) l)
          p(lexeme)
        WHERE s."isCompounding" AND char_length(s.word) >= ${SHORTEST_COMPOUND}::integer AND s.word !~ '^[@#~]'),
    vectors AS (
      SELECT e.at, string_agg(quote_literal(l.lexeme) || ':' ||
        CASE WHEN l."isPart" THEN translate(e.positions, 'ABC', 'BCD') ELSE e.positions END, ' ')::tsvector AS text
      FROM entries e JOIN lexemes l ON l.dictionary = e.dictionary AND l.word = e.word
      WHERE l.lexeme <> '' GROUP BY e.at)
    INSERT INTO search_document AS old (kind, key, head, article_id, quote_id, person_id, post_id, dictionary, language,
      section_id, published_at, names, title, text)
    SELECT d.kind, d.key, d.head, d.article_id, d.quote_id, d.person_id, d.post_id, d.dictionary, d.language, d.section_id,
      d.published_at, fold_characters(d.names), ts_filter(v.text, '{a}'), v.text
    FROM given d JOIN vectors v ON v.at = d.at ORDER BY d.kind, d.key, d.head
    ON CONFLICT (kind, key, head) DO UPDATE SET dictionary = excluded.dictionary, language = excluded.language,
      section_id = excluded.section_id, published_at = excluded.published_at, names = excluded.names,
      title = excluded.title, text = excluded.text
    WHERE (old.dictionary, old.language, old.section_id, old.published_at, old.names, old.text)
      IS DISTINCT FROM (excluded.dictionary, excluded.language, excluded.section_id, excluded.published_at,
        excluded.names, excluded.text)`;
}
