-- An imported story is known by what its sender calls it and by its words, so an article has several import keys; and
-- persons are found by names that are only alike.

-- CreateTable
CREATE TABLE "import_key" (
    "key" TEXT NOT NULL,
    "article_id" UUID NOT NULL,

    CONSTRAINT "import_key_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "import_key_article_id_idx" ON "import_key"("article_id");

-- AddForeignKey
ALTER TABLE "import_key" ADD CONSTRAINT "import_key_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "import_key" ADD CONSTRAINT "import_key_key_check" CHECK ("key" ~ '^[0-9a-f]{64}$');

-- Every key so far is such a hash, unless an export was written by hand; another one could never be met again.
INSERT INTO "import_key" ("key", "article_id")
  SELECT "import_key", "id" FROM "article" WHERE "import_key" ~ '^[0-9a-f]{64}$';

-- DropIndex
DROP INDEX "article_import_key_key";

-- AlterTable
ALTER TABLE "article" DROP COLUMN "import_key";

-- The words of a folded name, each as it is written with one letter where two stand for an umlaut and the like, and as
-- it sounds: names that are spelled otherwise have such marks in common. What finds names by it compares them itself.
CREATE FUNCTION "name_marks"("folded" text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT string_to_array(regexp_replace("folded", '([aou])e|a(a)', '\1\2', 'g'), ' ') || string_to_array(
    regexp_replace(
      regexp_replace(
        translate(
          regexp_replace(replace(replace(replace("folded", 'ph', 'f'), 'x', 'ks'), 'ee', 'i'), 'ou|oo', 'u', 'g'),
          'yjcqweo', 'iikkvau'
        ),
        '(.)\1+', '\1', 'g'
      ),
      '(\w\w)h\M', '\1', 'g'
    ),
    ' '
  )
$$;
CREATE INDEX "person_name_marks" ON "person_name" USING GIN ("name_marks"("folded"));
