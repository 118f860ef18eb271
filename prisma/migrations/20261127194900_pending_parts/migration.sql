-- Compatibility: expand
-- A write that changes few quotes of an article writes the search documents of these, not of all. `part` is the key of the quote
-- for whose sake its article is noted; NULL notes the whole. A server of an earlier version does not read it and writes the
-- documents of the article and of all its quotes.

ALTER TABLE "search_pending" ADD COLUMN "part" UUID;

CREATE OR REPLACE FUNCTION "note_search_quote"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "search_pending" ("kind", "key", "head", "part")
  WITH noted AS (
    SELECT c."article_id", c."head", array_agg(c."id") AS ids FROM "changed" c
    WHERE c."head" IN ('DRAFT', 'PUBLISHED') GROUP BY c."article_id", c."head")
  -- The document of an article has nothing of its quotes, but servers of an earlier version read only this.
  SELECT 'ARTICLE', "article_id", "head", ids[1] FROM noted
  UNION ALL
  SELECT 'QUOTE', "article_id", "head", NULL FROM noted WHERE cardinality(ids) > 3
  UNION ALL
  SELECT 'QUOTE', "article_id", "head", unnest(ids) FROM noted WHERE cardinality(ids) <= 3;
  RETURN NULL;
END $$;
