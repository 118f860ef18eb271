-- Compatibility: expand
-- Full-text search. The rows of search_document are written by the application in the transaction of the write; triggers
-- note in search_pending what a transaction has changed, also that of a server of the previous version.

-- Folds what never matters when characters are compared: case, accents, the Unicode form, letters that are written with a
-- stroke or as one sign, the forms of Arabic and Persian letters, and invisible characters. NFC at the end restores what
-- NFKD took apart and is no accent, such as the voicing marks of Japanese.
CREATE FUNCTION "fold_characters"(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT CASE WHEN octet_length($1) = char_length($1) THEN lower($1) ELSE
    normalize(replace(replace(replace(replace(translate(regexp_replace(
      normalize(lower(normalize($1, NFKC)), NFKD),
      '[\u00AD\u0300-\u036F\u0483-\u0487\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u061C\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u1AB0-\u1AFF\u1DC0-\u1DFF\u200B-\u200F\u2060\u20D0-\u20FF\uFE00-\uFE0F\uFEFF]',
      '', 'g'),
      'ıøłđðħŧςىیکةہەھٱ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', 'ioldðhtσييكهههها01234567890123456789'),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), NFC)
  END
$$;

-- The pattern of a text that contains these characters. They are escaped after they were folded, which can make wildcards.
CREATE FUNCTION "contains_pattern"(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT '%' || replace(replace(replace(fold_characters($1), '\', '\\'), '%', '\%'), '_', '\_') || '%'
$$;

CREATE INDEX "article_head_headline_characters" ON "article_head" USING gin (fold_characters("headline") gin_trgm_ops);
CREATE INDEX "quote_text_characters" ON "quote" USING gin (fold_characters("text") gin_trgm_ops);
CREATE INDEX "person_name_characters" ON "person_name" USING gin (fold_characters("name") gin_trgm_ops);
CREATE INDEX "image_texts_characters" ON "image" USING gin (fold_characters(
  "alt" || E'\n' || coalesce("headline", '') || E'\n' || coalesce("caption", '') || E'\n' || coalesce("credit", '')
  || E'\n' || coalesce("place", '') || E'\n' || coalesce("file_name", '')) gin_trgm_ops);

-- The lexemes of a word: the word itself and its stems, all folded. The word is stemmed as it is written and as it is
-- folded, so that a query without accents finds it, and one with accents is stemmed well. `dictionary` is the name of a
-- Snowball stemmer of PostgreSQL without "_stem"; a word in a language without one is its own lexeme.
CREATE FUNCTION "search_lexemes"("dictionary" text, "word" text) RETURNS text[] LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  stemmer regdictionary := (SELECT d.oid FROM pg_ts_dict d
    WHERE d.dictname = "dictionary" || '_stem' AND d.dictnamespace = 'pg_catalog'::regnamespace);
  folded text := fold_characters("word");
BEGIN
  IF stemmer IS NULL THEN RETURN ARRAY[folded]; END IF;
  RETURN ARRAY(
    SELECT folded
    UNION SELECT fold_characters(s) FROM unnest(ts_lexize(stemmer, "word")) s
    UNION SELECT fold_characters(s) FROM unnest(ts_lexize(stemmer, folded)) s);
END $$;

-- Whether a word is so frequent in a language that a query need not find it.
CREATE FUNCTION "search_is_stop_word"("dictionary" text, "word" text) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  stemmer regdictionary := (SELECT d.oid FROM pg_ts_dict d
    WHERE d.dictname = "dictionary" || '_stem' AND d.dictnamespace = 'pg_catalog'::regnamespace);
BEGIN
  RETURN stemmer IS NOT NULL AND (ts_lexize(stemmer, "word") = '{}' OR ts_lexize(stemmer, fold_characters("word")) = '{}');
END $$;

CREATE TABLE "search_document" (
    "kind" TEXT NOT NULL,
    "key" UUID NOT NULL,
    "head" TEXT NOT NULL,
    "article_id" UUID,
    "quote_id" UUID,
    "person_id" UUID,
    "post_id" UUID,
    "dictionary" TEXT NOT NULL,
    "language" TEXT,
    "section_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "names" TEXT,
    "title" tsvector NOT NULL,
    "text" tsvector NOT NULL,

    CONSTRAINT "search_document_pkey" PRIMARY KEY ("kind","key","head"),
    CONSTRAINT "search_document_kind_check" CHECK ("kind" IN ('ARTICLE', 'QUOTE', 'PERSON', 'EMBEDDED_POST')),
    CONSTRAINT "search_document_head_check" CHECK ("head" IN ('DRAFT', 'PUBLISHED', 'ANY'))
);

CREATE TABLE "search_pending" (
    "id" BIGSERIAL NOT NULL,
    "transaction" BIGINT NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
    "kind" TEXT NOT NULL,
    "key" UUID NOT NULL,
    "head" TEXT NOT NULL,

    CONSTRAINT "search_pending_pkey" PRIMARY KEY ("id")
);

-- The version of the program that the rows of search_document were made by.
CREATE TABLE "search_state" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL,

    CONSTRAINT "search_state_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "search_state_id_check" CHECK ("id" = 1)
);
INSERT INTO "search_state" ("version") VALUES (0);

CREATE INDEX "search_document_article_id_head_idx" ON "search_document"("article_id", "head");
CREATE INDEX "search_document_quote_id_head_idx" ON "search_document"("quote_id", "head");
CREATE INDEX "search_document_person_id_idx" ON "search_document"("person_id");
CREATE INDEX "search_document_post_id_idx" ON "search_document"("post_id");
CREATE INDEX "search_document_dictionary_idx" ON "search_document"("dictionary");
CREATE INDEX "search_pending_transaction_idx" ON "search_pending"("transaction");
ALTER TABLE "search_document" ADD CONSTRAINT "search_document_article_id_head_fkey" FOREIGN KEY ("article_id", "head") REFERENCES "article_head"("article_id", "head") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "search_document" ADD CONSTRAINT "search_document_quote_id_head_fkey" FOREIGN KEY ("quote_id", "head") REFERENCES "quote"("id", "head") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "search_document" ADD CONSTRAINT "search_document_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "search_document" ADD CONSTRAINT "search_document_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "embedded_post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One index for each audience, so that the rows of drafts cost readers nothing.
CREATE INDEX "search_document_published" ON "search_document" USING gin ("text") WHERE "head" = 'PUBLISHED';
CREATE INDEX "search_document_draft" ON "search_document" USING gin ("text") WHERE "head" = 'DRAFT';
CREATE INDEX "search_document_shared" ON "search_document" USING gin ("text") WHERE "head" = 'ANY';
CREATE INDEX "search_document_names" ON "search_document" USING gin ("names" gin_trgm_ops) WHERE "kind" = 'PERSON';

-- Persons with a name that is like a misspelled word, and how like it is, from 0 to 1. The threshold of the index
-- operator is a setting, so it needs a function of its own.
CREATE FUNCTION "search_similar_names"("word" text) RETURNS TABLE("key" uuid, "similarity" double precision)
LANGUAGE sql STABLE SET pg_trgm.word_similarity_threshold = 0.5 AS $$
  SELECT d."key", word_similarity("word", d."names")::double precision FROM "search_document" d
  WHERE d."kind" = 'PERSON' AND "word" <% d."names"
$$;

-- What a transaction changes. Texts of the heads TRASH and SCHEDULED are not found.
CREATE FUNCTION "note_search_article"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "search_pending" ("kind", "key", "head")
  SELECT DISTINCT 'ARTICLE', c."article_id", c."head" FROM "changed" c WHERE c."head" IN ('DRAFT', 'PUBLISHED');
  RETURN NULL;
END $$;

-- An act of the workflow writes the head without changing what is found.
CREATE FUNCTION "note_search_head"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "search_pending" ("kind", "key", "head")
  SELECT 'ARTICLE', c."article_id", c."head" FROM "changed" c
  LEFT JOIN "former" f ON f."article_id" = c."article_id" AND f."head" = c."head"
  WHERE c."head" IN ('DRAFT', 'PUBLISHED')
    AND (f."headline", f."standfirst", f."byline", f."language", f."section_id", f."published_at")
      IS DISTINCT FROM (c."headline", c."standfirst", c."byline", c."language", c."section_id", c."published_at");
  RETURN NULL;
END $$;

CREATE FUNCTION "note_search_image"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "search_pending" ("kind", "key", "head")
  SELECT DISTINCT 'ARTICLE', f."article_id", f."head" FROM "changed" c JOIN "former" o ON o."id" = c."id"
  JOIN "figure" f ON f."image_id" = c."id"
  WHERE o."caption" IS DISTINCT FROM c."caption" AND f."head" IN ('DRAFT', 'PUBLISHED') AND f."caption" IS NULL;
  RETURN NULL;
END $$;

CREATE FUNCTION "note_search_person"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "search_pending" ("kind", "key", "head") SELECT DISTINCT 'PERSON', c."id", 'ANY' FROM "changed" c;
  RETURN NULL;
END $$;

CREATE FUNCTION "note_search_person_part"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "search_pending" ("kind", "key", "head") SELECT DISTINCT 'PERSON', c."person_id", 'ANY' FROM "changed" c;
  RETURN NULL;
END $$;

CREATE FUNCTION "note_search_post"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "search_pending" ("kind", "key", "head") SELECT 'EMBEDDED_POST', c."id", 'ANY' FROM "changed" c;
  RETURN NULL;
END $$;

CREATE TRIGGER "search_head_insert" AFTER INSERT ON "article_head"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "note_search_article"();
CREATE TRIGGER "search_head_update" AFTER UPDATE ON "article_head"
  REFERENCING OLD TABLE AS "former" NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "note_search_head"();
CREATE TRIGGER "search_image_update" AFTER UPDATE ON "image"
  REFERENCING OLD TABLE AS "former" NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "note_search_image"();
CREATE TRIGGER "search_person_insert" AFTER INSERT ON "person"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "note_search_person"();
CREATE TRIGGER "search_person_update" AFTER UPDATE ON "person"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "note_search_person"();
CREATE TRIGGER "search_post_insert" AFTER INSERT ON "embedded_post"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "note_search_post"();
CREATE TRIGGER "search_post_update" AFTER UPDATE ON "embedded_post"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "note_search_post"();

DO $$
DECLARE
  part record;
BEGIN
  FOR part IN SELECT * FROM (VALUES
    ('paragraph', 'note_search_article'), ('quote', 'note_search_article'), ('figure', 'note_search_article'),
    ('article_author', 'note_search_article'), ('person_name', 'note_search_person_part'),
    ('social_account', 'note_search_person_part')) p("table", "function")
  LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS "changed"
      FOR EACH STATEMENT EXECUTE FUNCTION %I()', 'search_' || part."table" || '_insert', part."table", part."function");
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I REFERENCING NEW TABLE AS "changed"
      FOR EACH STATEMENT EXECUTE FUNCTION %I()', 'search_' || part."table" || '_update', part."table", part."function");
    EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %I REFERENCING OLD TABLE AS "changed"
      FOR EACH STATEMENT EXECUTE FUNCTION %I()', 'search_' || part."table" || '_delete', part."table", part."function");
  END LOOP;
END $$;

-- Last, because it keeps readers waiting: servers of the previous version go on without these indexes.
DROP INDEX "article_head_headline_folded";
DROP INDEX "quote_text_folded";
DROP INDEX "person_name_folded_trgm";
DROP INDEX "image_texts_folded";
