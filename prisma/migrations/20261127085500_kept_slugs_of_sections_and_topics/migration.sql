-- Compatibility: expand
-- Slugs that sections and topics had keep leading to them, also those of topics that were merged into others.

CREATE TABLE "section_slug" (
    "slug" TEXT NOT NULL,
    "section_id" UUID NOT NULL,

    CONSTRAINT "section_slug_pkey" PRIMARY KEY ("slug")
);

CREATE TABLE "topic_slug" (
    "slug" TEXT NOT NULL,
    "topic_id" UUID NOT NULL,

    CONSTRAINT "topic_slug_pkey" PRIMARY KEY ("slug")
);

CREATE TABLE "topic_merge" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "into_id" UUID NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "topic_merge_pkey" PRIMARY KEY ("id")
);

INSERT INTO "section_slug" ("slug", "section_id") SELECT "slug", "id" FROM "section";
INSERT INTO "topic_slug" ("slug", "topic_id") SELECT "slug", "id" FROM "topic";

CREATE INDEX "section_slug_section_id_idx" ON "section_slug"("section_id");
CREATE INDEX "topic_slug_topic_id_idx" ON "topic_slug"("topic_id");
CREATE INDEX "topic_merge_into_id_idx" ON "topic_merge"("into_id");

ALTER TABLE "section_slug" ADD CONSTRAINT "section_slug_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "topic_slug" ADD CONSTRAINT "topic_slug_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "topic_merge" ADD CONSTRAINT "topic_merge_into_id_fkey" FOREIGN KEY ("into_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Articles refer to each other in circles, and a line of an export is restored before those that it refers to. Articles
-- are never deleted, so a reference leads nowhere only until the rest of the export is restored. Without the constraints
-- the writer of one article does not wait for that of another.
ALTER TABLE "article_related" DROP CONSTRAINT "article_related_related_id_fkey";
ALTER TABLE "article_head" DROP CONSTRAINT "article_head_translation_of_id_fkey";

-- The articles that are the same story in several languages.
CREATE INDEX "article_head_by_original" ON "article_head" ((coalesce("translation_of_id", "article_id")), "head");
-- Articles under an embargo, which are few.
CREATE INDEX "article_by_embargo" ON "article" ("embargoed_until", "id") WHERE "embargoed_until" IS NOT NULL;
