-- Compatibility: expand
-- The lengths of long lists, so that `totalCount` does not read a million rows. Every statement that adds or removes rows adds its
-- difference as rows of its own: no writer waits for another one, and a snapshot that sees the rows of a list sees their
-- differences too. Readers take the sum. Now and then the server merges the rows.

CREATE TABLE "list_count" (
    "id" BIGSERIAL NOT NULL,
    "list" TEXT NOT NULL,
    "key" UUID NOT NULL,
    "head" TEXT NOT NULL,
    "rows" BIGINT NOT NULL,

    CONSTRAINT "list_count_pkey" PRIMARY KEY ("id")
);

-- All that a reader needs is in the index.
CREATE INDEX "list_count_list_key_head_rows_idx" ON "list_count"("list", "key", "head", "rows");

-- The lists of all articles and of all quotes have no key of their own.
CREATE FUNCTION "no_key"() RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '00000000-0000-0000-0000-000000000000'::uuid
$$;

-- The articles of a head, and those of a section.
CREATE FUNCTION "count_article_heads"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO list_count ("list", "key", "head", "rows")
  SELECT l."list", l."key", c."head", count(*) * CASE TG_OP WHEN 'DELETE' THEN -1 ELSE 1 END
  FROM "changed" c CROSS JOIN LATERAL (VALUES ('article', no_key()), ('section', c."section_id")) l("list", "key")
  WHERE l."key" IS NOT NULL GROUP BY l."list", l."key", c."head";
  RETURN NULL;
END $$;

CREATE FUNCTION "count_moved_head"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO list_count ("list", "key", "head", "rows")
  SELECT * FROM (VALUES ('article', no_key(), OLD."head", -1), ('section', OLD."section_id", OLD."head", -1),
    ('article', no_key(), NEW."head", 1), ('section', NEW."section_id", NEW."head", 1)) l("list", "key", "head", "rows")
  WHERE l."key" IS NOT NULL;
  RETURN NULL;
END $$;

CREATE FUNCTION "count_topics"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO list_count ("list", "key", "head", "rows")
  SELECT 'topic', c."topic_id", c."head", count(*) * CASE TG_OP WHEN 'DELETE' THEN -1 ELSE 1 END
  FROM "changed" c GROUP BY c."topic_id", c."head";
  RETURN NULL;
END $$;

CREATE FUNCTION "count_moved_topic"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO list_count ("list", "key", "head", "rows")
  VALUES ('topic', OLD."topic_id", OLD."head", -1), ('topic', NEW."topic_id", NEW."head", 1);
  RETURN NULL;
END $$;

CREATE FUNCTION "count_quotes"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO list_count ("list", "key", "head", "rows")
  SELECT 'quote', no_key(), c."head", count(*) * CASE TG_OP WHEN 'DELETE' THEN -1 ELSE 1 END
  FROM "changed" c GROUP BY c."head";
  RETURN NULL;
END $$;

CREATE FUNCTION "count_moved_quote"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO list_count ("list", "key", "head", "rows")
  VALUES ('quote', no_key(), OLD."head", -1), ('quote', no_key(), NEW."head", 1);
  RETURN NULL;
END $$;

-- The triggers keep writers waiting until this migration ends, so that nobody writes between them and the counts.
CREATE TRIGGER "count_insert" AFTER INSERT ON "article_head" REFERENCING NEW TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "count_article_heads"();
CREATE TRIGGER "count_delete" AFTER DELETE ON "article_head" REFERENCING OLD TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "count_article_heads"();
CREATE TRIGGER "count_update" AFTER UPDATE OF "head", "section_id" ON "article_head" FOR EACH ROW
  WHEN (OLD."head" <> NEW."head" OR OLD."section_id" IS DISTINCT FROM NEW."section_id") EXECUTE FUNCTION "count_moved_head"();
CREATE TRIGGER "count_insert" AFTER INSERT ON "article_topic" REFERENCING NEW TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "count_topics"();
CREATE TRIGGER "count_delete" AFTER DELETE ON "article_topic" REFERENCING OLD TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "count_topics"();
CREATE TRIGGER "count_update" AFTER UPDATE OF "head", "topic_id" ON "article_topic" FOR EACH ROW
  WHEN (OLD."head" <> NEW."head" OR OLD."topic_id" <> NEW."topic_id") EXECUTE FUNCTION "count_moved_topic"();
CREATE TRIGGER "count_insert" AFTER INSERT ON "quote" REFERENCING NEW TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "count_quotes"();
CREATE TRIGGER "count_delete" AFTER DELETE ON "quote" REFERENCING OLD TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "count_quotes"();
CREATE TRIGGER "count_update" AFTER UPDATE OF "head" ON "quote" FOR EACH ROW
  WHEN (OLD."head" <> NEW."head") EXECUTE FUNCTION "count_moved_quote"();

-- Counts everything. For this migration, and after a load with triggers switched off.
CREATE FUNCTION "recount_lists"() RETURNS void LANGUAGE sql AS $$
  DELETE FROM list_count;
  INSERT INTO list_count ("list", "key", "head", "rows")
  SELECT 'article', no_key(), "head", count(*) FROM article_head GROUP BY "head"
  UNION ALL SELECT 'section', "section_id", "head", count(*) FROM article_head WHERE "section_id" IS NOT NULL GROUP BY "section_id", "head"
  UNION ALL SELECT 'topic', "topic_id", "head", count(*) FROM article_topic GROUP BY "topic_id", "head"
  UNION ALL SELECT 'quote', no_key(), "head", count(*) FROM quote GROUP BY "head";
$$;
SELECT recount_lists();
