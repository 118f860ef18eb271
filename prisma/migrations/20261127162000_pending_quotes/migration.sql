-- Compatibility: expand
-- The search documents of an article's quotes are written only when a quote changes, or what a quote has of its article: not with
-- every change of the text. search_pending notes them apart: kind QUOTE, and the key of the article. A server of the previous
-- version takes up ARTICLE, which is noted as well, with all quotes.

CREATE FUNCTION "note_search_quote"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "search_pending" ("kind", "key", "head")
  SELECT kind, c."article_id", c."head" FROM (SELECT DISTINCT "article_id", "head" FROM "changed") c
  CROSS JOIN (VALUES ('ARTICLE'), ('QUOTE')) k(kind) WHERE c."head" IN ('DRAFT', 'PUBLISHED');
  RETURN NULL;
END $$;

DROP TRIGGER "search_quote_insert" ON "quote";
DROP TRIGGER "search_quote_update" ON "quote";
-- The document of a quote is deleted with it, by its foreign key.
DROP TRIGGER "search_quote_delete" ON "quote";
CREATE TRIGGER "search_quote_insert" AFTER INSERT ON "quote"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "note_search_quote"();
CREATE TRIGGER "search_quote_update" AFTER UPDATE ON "quote"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "note_search_quote"();

-- An act of the workflow writes the head without changing what is found.
CREATE OR REPLACE FUNCTION "note_search_head"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "search_pending" ("kind", "key", "head")
  SELECT k.kind, c."article_id", c."head" FROM "changed" c
  LEFT JOIN "former" f ON f."article_id" = c."article_id" AND f."head" = c."head"
  CROSS JOIN (VALUES ('ARTICLE'), ('QUOTE')) k(kind)
  WHERE c."head" IN ('DRAFT', 'PUBLISHED')
    AND ((f."language", f."section_id", f."published_at") IS DISTINCT FROM (c."language", c."section_id", c."published_at")
      OR k.kind = 'ARTICLE'
        AND (f."headline", f."standfirst", f."byline") IS DISTINCT FROM (c."headline", c."standfirst", c."byline"));
  RETURN NULL;
END $$;

-- What servers of the previous version have noted includes the quotes.
INSERT INTO "search_pending" ("transaction", "kind", "key", "head")
SELECT "transaction", 'QUOTE', "key", "head" FROM "search_pending" WHERE "kind" = 'ARTICLE';
