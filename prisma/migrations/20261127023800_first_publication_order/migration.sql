-- Compatibility: expand
-- Lists are ordered by first publication by default, so that a corrected typo does not move an old article to the top.
-- The moment is repeated on every head, so that one index carries the order. The database keeps the copies equal, also
-- for an earlier version of the server that does not know the column.
ALTER TABLE "article_head" ADD COLUMN "first_published_at" TIMESTAMPTZ(3);

UPDATE "article_head" h SET "first_published_at" = a."first_published_at"
FROM "article" a WHERE a."id" = h."article_id" AND a."first_published_at" IS NOT NULL;

CREATE FUNCTION "fill_first_published_at"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."first_published_at" := (SELECT a."first_published_at" FROM "article" a WHERE a."id" = NEW."article_id");
  RETURN NEW;
END $$;
CREATE TRIGGER "article_head_first_published_at" BEFORE INSERT ON "article_head"
  FOR EACH ROW EXECUTE FUNCTION "fill_first_published_at"();

CREATE FUNCTION "copy_first_published_at"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "article_head" SET "first_published_at" = NEW."first_published_at" WHERE "article_id" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "article_first_published_at" AFTER UPDATE OF "first_published_at" ON "article"
  FOR EACH ROW WHEN (OLD."first_published_at" IS DISTINCT FROM NEW."first_published_at")
  EXECUTE FUNCTION "copy_first_published_at"();

CREATE INDEX "article_head_by_first_published_at" ON "article_head"
  ("head", (coalesce("first_published_at", '-infinity'::timestamptz)), "article_id");
DROP INDEX "article_head_by_language";
CREATE INDEX "article_head_by_language" ON "article_head"
  ("head", "language", (coalesce("first_published_at", '-infinity'::timestamptz)), "article_id");
