-- The newsroom's first tables. The first part is what the Prisma schema says; the second, at the end, is what it
-- cannot say: closed sets, spans, and the indexes on expressions and trigrams.

-- CreateTable
CREATE TABLE "article" (
    "id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "first_published_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "publish_at" TIMESTAMPTZ(3),
    "killed_at" TIMESTAMPTZ(3),
    "kill_reason" TEXT,
    "trashed_at" TIMESTAMPTZ(3),
    "import_key" TEXT,

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_slug" (
    "slug" TEXT NOT NULL,
    "article_id" UUID NOT NULL,
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_slug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "article_head" (
    "article_id" UUID NOT NULL,
    "head" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "headline" TEXT NOT NULL,
    "standfirst" TEXT,
    "byline" TEXT,
    "dateline_text" TEXT,
    "dateline_place" TEXT,
    "dateline_on" DATE,
    "language" TEXT NOT NULL,
    "word_count" INTEGER NOT NULL DEFAULT 0,
    "published_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_head_pkey" PRIMARY KEY ("article_id","head")
);

-- CreateTable
CREATE TABLE "paragraph" (
    "id" UUID NOT NULL,
    "head" TEXT NOT NULL,
    "article_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "marks" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "paragraph_pkey" PRIMARY KEY ("id","head")
);

-- CreateTable
CREATE TABLE "quote" (
    "id" UUID NOT NULL,
    "head" TEXT NOT NULL,
    "article_id" UUID NOT NULL,
    "paragraph_id" UUID NOT NULL,
    "start_offset" INTEGER NOT NULL,
    "end_offset" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "speaker_id" UUID,
    "speaker_role" TEXT,
    "said_on" DATE,
    "occasion" TEXT,
    "source_id" UUID,
    "verdict" TEXT NOT NULL,
    "similarity" DOUBLE PRECISION,
    "differences" JSONB NOT NULL DEFAULT '[]',
    "words_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quote_pkey" PRIMARY KEY ("id","head")
);

-- CreateTable
CREATE TABLE "mention" (
    "paragraph_id" UUID NOT NULL,
    "head" TEXT NOT NULL,
    "start_offset" INTEGER NOT NULL,
    "end_offset" INTEGER NOT NULL,
    "article_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "mention_pkey" PRIMARY KEY ("paragraph_id","head","start_offset")
);

-- CreateTable
CREATE TABLE "appearance" (
    "article_id" UUID NOT NULL,
    "head" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "is_speaker" BOOLEAN NOT NULL,

    CONSTRAINT "appearance_pkey" PRIMARY KEY ("article_id","head","person_id")
);

-- CreateTable
CREATE TABLE "placement" (
    "article_id" UUID NOT NULL,
    "head" TEXT NOT NULL,
    "post_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "placement_pkey" PRIMARY KEY ("article_id","head","post_id")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_topic" (
    "article_id" UUID NOT NULL,
    "head" TEXT NOT NULL,
    "topic_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "article_topic_pkey" PRIMARY KEY ("article_id","head","topic_id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_name" (
    "person_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,

    CONSTRAINT "person_name_pkey" PRIMARY KEY ("person_id","position")
);

-- CreateTable
CREATE TABLE "person_slug" (
    "slug" TEXT NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "person_slug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "social_account" (
    "platform" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "handle" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "social_account_pkey" PRIMARY KEY ("platform","folded")
);

-- CreateTable
CREATE TABLE "embedded_post" (
    "id" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "url" TEXT,
    "author_name" TEXT NOT NULL,
    "author_handle" TEXT,
    "author_id" UUID,
    "text" TEXT NOT NULL,
    "language" TEXT,
    "posted_on" DATE,
    "posted_at" TIMESTAMPTZ(3),
    "captured_at" TIMESTAMPTZ(3) NOT NULL,
    "content_hash" TEXT NOT NULL,
    "availability" TEXT NOT NULL DEFAULT 'UNKNOWN',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "embedded_post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "author" TEXT NOT NULL,
    "summary" TEXT,
    "document" JSONB NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "corrected_at" TIMESTAMPTZ(3) NOT NULL,
    "revision_id" UUID NOT NULL,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "article_import_key_key" ON "article"("import_key");

-- CreateIndex
CREATE INDEX "article_slug_article_id_idx" ON "article_slug"("article_id");

-- CreateIndex
CREATE INDEX "paragraph_article_id_head_position_idx" ON "paragraph"("article_id", "head", "position");

-- CreateIndex
CREATE INDEX "quote_paragraph_id_head_start_offset_idx" ON "quote"("paragraph_id", "head", "start_offset");

-- CreateIndex
CREATE INDEX "quote_article_id_head_idx" ON "quote"("article_id", "head");

-- CreateIndex
CREATE INDEX "quote_head_created_at_id_idx" ON "quote"("head", "created_at", "id");

-- CreateIndex
CREATE INDEX "quote_speaker_id_head_created_at_id_idx" ON "quote"("speaker_id", "head", "created_at", "id");

-- CreateIndex
CREATE INDEX "quote_source_id_head_created_at_id_idx" ON "quote"("source_id", "head", "created_at", "id");

-- CreateIndex
CREATE INDEX "quote_head_verdict_created_at_id_idx" ON "quote"("head", "verdict", "created_at", "id");

-- CreateIndex
CREATE INDEX "quote_speaker_id_words_key_idx" ON "quote"("speaker_id", "words_key");

-- CreateIndex
CREATE INDEX "mention_article_id_head_idx" ON "mention"("article_id", "head");

-- CreateIndex
CREATE INDEX "mention_person_id_head_idx" ON "mention"("person_id", "head");

-- CreateIndex
CREATE INDEX "appearance_person_id_head_is_speaker_article_id_idx" ON "appearance"("person_id", "head", "is_speaker", "article_id");

-- CreateIndex
CREATE INDEX "placement_post_id_head_article_id_idx" ON "placement"("post_id", "head", "article_id");

-- CreateIndex
CREATE UNIQUE INDEX "topic_slug_key" ON "topic"("slug");

-- CreateIndex
CREATE INDEX "topic_name_id_idx" ON "topic"("name", "id");

-- CreateIndex
CREATE INDEX "article_topic_topic_id_head_article_id_idx" ON "article_topic"("topic_id", "head", "article_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_slug_key" ON "person"("slug");

-- CreateIndex
CREATE INDEX "person_name_id_idx" ON "person"("name", "id");

-- CreateIndex
CREATE INDEX "person_name_folded_idx" ON "person_name"("folded");

-- CreateIndex
CREATE INDEX "person_slug_person_id_idx" ON "person_slug"("person_id");

-- CreateIndex
CREATE INDEX "social_account_person_id_position_idx" ON "social_account"("person_id", "position");

-- CreateIndex
CREATE INDEX "social_account_folded_idx" ON "social_account"("folded");

-- CreateIndex
CREATE UNIQUE INDEX "embedded_post_url_key" ON "embedded_post"("url");

-- CreateIndex
CREATE INDEX "embedded_post_created_at_id_idx" ON "embedded_post"("created_at", "id");

-- CreateIndex
CREATE INDEX "embedded_post_author_id_created_at_id_idx" ON "embedded_post"("author_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "embedded_post_platform_created_at_id_idx" ON "embedded_post"("platform", "created_at", "id");

-- CreateIndex
CREATE INDEX "embedded_post_availability_created_at_id_idx" ON "embedded_post"("availability", "created_at", "id");

-- CreateIndex
CREATE INDEX "embedded_post_content_hash_idx" ON "embedded_post"("content_hash");

-- CreateIndex
CREATE UNIQUE INDEX "revision_article_id_number_key" ON "revision"("article_id", "number");

-- CreateIndex
CREATE INDEX "correction_article_id_corrected_at_idx" ON "correction"("article_id", "corrected_at");

-- AddForeignKey
ALTER TABLE "article_slug" ADD CONSTRAINT "article_slug_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_head" ADD CONSTRAINT "article_head_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paragraph" ADD CONSTRAINT "paragraph_article_id_head_fkey" FOREIGN KEY ("article_id", "head") REFERENCES "article_head"("article_id", "head") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_article_id_head_fkey" FOREIGN KEY ("article_id", "head") REFERENCES "article_head"("article_id", "head") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_paragraph_id_head_fkey" FOREIGN KEY ("paragraph_id", "head") REFERENCES "paragraph"("id", "head") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "embedded_post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_article_id_head_fkey" FOREIGN KEY ("article_id", "head") REFERENCES "article_head"("article_id", "head") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_paragraph_id_head_fkey" FOREIGN KEY ("paragraph_id", "head") REFERENCES "paragraph"("id", "head") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appearance" ADD CONSTRAINT "appearance_article_id_head_fkey" FOREIGN KEY ("article_id", "head") REFERENCES "article_head"("article_id", "head") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appearance" ADD CONSTRAINT "appearance_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_article_id_head_fkey" FOREIGN KEY ("article_id", "head") REFERENCES "article_head"("article_id", "head") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "embedded_post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_topic" ADD CONSTRAINT "article_topic_article_id_head_fkey" FOREIGN KEY ("article_id", "head") REFERENCES "article_head"("article_id", "head") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_topic" ADD CONSTRAINT "article_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_name" ADD CONSTRAINT "person_name_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_slug" ADD CONSTRAINT "person_slug_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "social_account" ADD CONSTRAINT "social_account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "embedded_post" ADD CONSTRAINT "embedded_post_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Trigram indexes carry the "contains" filters in any script.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Closed sets. Text with a check, not an enum type: a value can be added in the migration that first uses it.
ALTER TABLE "article"
  ADD CONSTRAINT "article_state_check" CHECK ("state" IN ('DRAFT', 'IN_REVIEW', 'READY', 'SCHEDULED', 'PUBLISHED', 'UNPUBLISHED', 'KILLED')),
  ADD CONSTRAINT "article_version_check" CHECK ("version" > 0),
  ADD CONSTRAINT "article_schedule_check" CHECK (("state" = 'SCHEDULED') = ("publish_at" IS NOT NULL)),
  ADD CONSTRAINT "article_kill_check" CHECK (("state" = 'KILLED') = ("killed_at" IS NOT NULL AND "kill_reason" IS NOT NULL)),
  ADD CONSTRAINT "article_published_check" CHECK ("state" <> 'PUBLISHED' OR ("published_at" IS NOT NULL AND "first_published_at" IS NOT NULL));
ALTER TABLE "article_head"
  ADD CONSTRAINT "article_head_head_check" CHECK ("head" IN ('DRAFT', 'PUBLISHED', 'TRASH')),
  ADD CONSTRAINT "article_head_headline_check" CHECK ("headline" <> ''),
  ADD CONSTRAINT "article_head_slug_fkey" FOREIGN KEY ("slug") REFERENCES "article_slug"("slug") ON UPDATE CASCADE;
ALTER TABLE "paragraph"
  ADD CONSTRAINT "paragraph_position_check" CHECK ("position" >= 0),
  ADD CONSTRAINT "paragraph_text_check" CHECK ("text" <> ''),
  ADD CONSTRAINT "paragraph_marks_check" CHECK (jsonb_typeof("marks") = 'array');
ALTER TABLE "placement" ADD CONSTRAINT "placement_position_check" CHECK ("position" >= 0);
ALTER TABLE "quote"
  ADD CONSTRAINT "quote_kind_check" CHECK ("kind" IN ('DIRECT', 'PARTIAL', 'INDIRECT', 'TRANSLATED')),
  ADD CONSTRAINT "quote_verdict_check" CHECK ("verdict" IN ('EXACT', 'MARKED_EDIT', 'ALTERED', 'NOT_FOUND', 'UNSOURCED')),
  ADD CONSTRAINT "quote_source_check" CHECK (("verdict" = 'UNSOURCED') = ("source_id" IS NULL)),
  ADD CONSTRAINT "quote_similarity_check" CHECK ("similarity" BETWEEN 0 AND 1),
  ADD CONSTRAINT "quote_span_check" CHECK (0 <= "start_offset" AND "start_offset" < "end_offset");
ALTER TABLE "mention" ADD CONSTRAINT "mention_span_check" CHECK (0 <= "start_offset" AND "start_offset" < "end_offset");
ALTER TABLE "embedded_post"
  ADD CONSTRAINT "embedded_post_platform_check" CHECK ("platform" IN ('X', 'BLUESKY', 'MASTODON', 'THREADS', 'FACEBOOK', 'INSTAGRAM', 'TELEGRAM', 'TIKTOK', 'YOUTUBE', 'TRUTH_SOCIAL', 'OTHER')),
  ADD CONSTRAINT "embedded_post_availability_check" CHECK ("availability" IN ('UNKNOWN', 'LIVE', 'EDITED', 'DELETED')),
  ADD CONSTRAINT "embedded_post_handle_check" CHECK ("author_handle" LIKE '@_%'),
  ADD CONSTRAINT "embedded_post_hash_check" CHECK ("content_hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "social_account"
  ADD CONSTRAINT "social_account_platform_check" CHECK ("platform" IN ('X', 'BLUESKY', 'MASTODON', 'THREADS', 'FACEBOOK', 'INSTAGRAM', 'TELEGRAM', 'TIKTOK', 'YOUTUBE', 'TRUTH_SOCIAL', 'OTHER')),
  ADD CONSTRAINT "social_account_handle_check" CHECK ("handle" LIKE '@_%');
ALTER TABLE "correction" ADD CONSTRAINT "correction_kind_check" CHECK ("kind" IN ('CORRECTION', 'CLARIFICATION', 'UPDATE', 'RETRACTION'));
ALTER TABLE "revision" ADD CONSTRAINT "revision_number_check" CHECK ("number" > 0);

-- The length of a text in UTF-16 code units, in which spans are counted: a character outside the Basic Multilingual
-- Plane counts twice.
CREATE FUNCTION "utf16_length"("value" text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT CASE
    WHEN octet_length("value") = char_length("value") THEN char_length("value")
    ELSE char_length("value") + char_length(regexp_replace("value", '[\U00000001-\U0000FFFF]', '', 'g'))
  END
$$;

-- A span lies inside its paragraph's text. It takes two tables to say so, hence triggers.
CREATE FUNCTION "check_span"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."end_offset" > (SELECT utf16_length(p."text") FROM "paragraph" p WHERE p."id" = NEW."paragraph_id" AND p."head" = NEW."head") THEN
    RAISE EXCEPTION '% ends at % outside the text of paragraph %', TG_TABLE_NAME, NEW."end_offset", NEW."paragraph_id"
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_inside_paragraph_check';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "quote_inside_paragraph" AFTER INSERT OR UPDATE OF "start_offset", "end_offset", "paragraph_id" ON "quote"
  FOR EACH ROW EXECUTE FUNCTION "check_span"();
CREATE TRIGGER "mention_inside_paragraph" AFTER INSERT OR UPDATE OF "start_offset", "end_offset", "paragraph_id" ON "mention"
  FOR EACH ROW EXECUTE FUNCTION "check_span"();

CREATE FUNCTION "check_spans_of_paragraph"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF utf16_length(NEW."text") < (
    SELECT max(s."end_offset") FROM (
      SELECT q."end_offset" FROM "quote" q WHERE q."paragraph_id" = NEW."id" AND q."head" = NEW."head"
      UNION ALL
      SELECT m."end_offset" FROM "mention" m WHERE m."paragraph_id" = NEW."id" AND m."head" = NEW."head"
    ) s
  ) THEN
    RAISE EXCEPTION 'the new text of paragraph % is shorter than a span in it', NEW."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'paragraph_spans_check';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "paragraph_holds_spans" AFTER UPDATE OF "text" ON "paragraph"
  FOR EACH ROW EXECUTE FUNCTION "check_spans_of_paragraph"();

-- Orders. What may be null is ordered as if it were before all time, so that a keyset cursor can stand on it.
CREATE INDEX "article_head_by_published_at" ON "article_head" ("head", (coalesce("published_at", '-infinity'::timestamptz)), "article_id");
CREATE INDEX "article_head_by_updated_at" ON "article_head" ("head", "updated_at", "article_id");
CREATE INDEX "article_head_by_headline" ON "article_head" ("head", "headline", "article_id");
CREATE INDEX "article_head_by_language" ON "article_head" ("head", "language", (coalesce("published_at", '-infinity'::timestamptz)), "article_id");
CREATE INDEX "quote_by_said_on" ON "quote" ("head", (coalesce("said_on", '-infinity'::date)), "id");
CREATE INDEX "quote_by_kind" ON "quote" ("head", "kind", "created_at", "id");
CREATE INDEX "article_by_state" ON "article" ("state", "id");
CREATE INDEX "article_killed" ON "article" ("killed_at", "id") WHERE "state" = 'KILLED';
CREATE INDEX "article_scheduled" ON "article" ("publish_at") WHERE "state" = 'SCHEDULED';
CREATE INDEX "embedded_post_by_handle" ON "embedded_post" ((lower("author_handle")), "created_at", "id");

-- "Contains" filters.
CREATE INDEX "article_head_headline_trgm" ON "article_head" USING gin ("headline" gin_trgm_ops);
CREATE INDEX "quote_text_trgm" ON "quote" USING gin ("text" gin_trgm_ops);
CREATE INDEX "person_name_trgm" ON "person_name" USING gin ("name" gin_trgm_ops);
