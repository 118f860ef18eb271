-- Compatibility: expand
-- What the lists of editors are filtered and counted by, so that a page of 100,000 articles costs what a page of 1,000 does.

-- The version of the published text. The draft has changes that are not published where its version is another one; a
-- condition on two heads could not be indexed. The database keeps it, also for a server that does not know the column.
ALTER TABLE "article" ADD COLUMN "published_version" INTEGER;

UPDATE "article" a SET "published_version" = h."version"
FROM "article_head" h WHERE h."article_id" = a."id" AND h."head" = 'PUBLISHED';

CREATE FUNCTION "copy_published_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    UPDATE "article" SET "published_version" = NULL WHERE "id" = OLD."article_id";
  ELSE
    UPDATE "article" SET "published_version" = NEW."version" WHERE "id" = NEW."article_id";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "article_head_published" AFTER INSERT OR UPDATE OF "version" ON "article_head"
  FOR EACH ROW WHEN (NEW."head" = 'PUBLISHED') EXECUTE FUNCTION "copy_published_version"();
CREATE TRIGGER "article_head_unpublished" AFTER DELETE ON "article_head"
  FOR EACH ROW WHEN (OLD."head" = 'PUBLISHED') EXECUTE FUNCTION "copy_published_version"();

-- On the expression and not with it as a condition, so that PostgreSQL has statistics of it.
CREATE INDEX "article_unpublished_changes" ON "article" (("published_version" IS DISTINCT FROM "version"), "id");

-- Who edited an article, and which acts of some kinds were done to it last.
CREATE INDEX "audit_entry_actor_id_subject_id_act_idx" ON "audit_entry" ("actor_id", "subject_id", "act");
CREATE INDEX "audit_entry_subject_id_act_at_id_idx" ON "audit_entry" ("subject_id", "act", "at", "id");
