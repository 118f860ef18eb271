-- Compatibility: expand
-- Pictures, sections, authors, related articles, translations and embargoes.

CREATE TABLE "image" (
    "id" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "file_name" TEXT,
    "alt" TEXT NOT NULL DEFAULT '',
    "headline" TEXT,
    "caption" TEXT,
    "credit" TEXT,
    "copyright" TEXT,
    "usage_terms" TEXT,
    "usable_until" DATE,
    "taken_at" TIMESTAMPTZ(3),
    "place" TEXT,
    "focal_x" DOUBLE PRECISION,
    "focal_y" DOUBLE PRECISION,
    "placeholder" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "image_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "image_content_hash_check" CHECK ("content_hash" ~ '^[0-9a-f]{64}$'),
    CONSTRAINT "image_size_check" CHECK ("width" > 0 AND "height" > 0 AND "size_bytes" > 0),
    CONSTRAINT "image_version_check" CHECK ("version" > 0),
    CONSTRAINT "image_focal_point_check" CHECK (
      ("focal_x" IS NULL) = ("focal_y" IS NULL) AND "focal_x" BETWEEN 0 AND 1 AND "focal_y" BETWEEN 0 AND 1)
);

CREATE TABLE "section" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parent_id" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "section_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "section_parent_check" CHECK ("parent_id" <> "id")
);

CREATE TABLE "figure" (
    "id" UUID NOT NULL,
    "head" TEXT NOT NULL,
    "article_id" UUID NOT NULL,
    "image_id" UUID NOT NULL,
    "position" INTEGER,
    "caption" TEXT,
    "alt" TEXT,

    CONSTRAINT "figure_pkey" PRIMARY KEY ("id","head")
);

CREATE TABLE "article_author" (
    "article_id" UUID NOT NULL,
    "head" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "article_author_pkey" PRIMARY KEY ("article_id","head","person_id")
);

CREATE TABLE "article_related" (
    "article_id" UUID NOT NULL,
    "head" TEXT NOT NULL,
    "related_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "article_related_pkey" PRIMARY KEY ("article_id","head","related_id"),
    CONSTRAINT "article_related_other_check" CHECK ("related_id" <> "article_id")
);

ALTER TABLE "article" ADD COLUMN "embargoed_until" TIMESTAMPTZ(3);
ALTER TABLE "article_head" ADD COLUMN "section_id" UUID, ADD COLUMN "translation_of_id" UUID;
ALTER TABLE "article_head" ADD CONSTRAINT "article_head_translation_check" CHECK ("translation_of_id" <> "article_id");
ALTER TABLE "paragraph" ADD COLUMN "style" TEXT NOT NULL DEFAULT 'BODY';
ALTER TABLE "paragraph" ADD CONSTRAINT "paragraph_style_check"
  CHECK ("style" IN ('BODY', 'HEADING', 'SUBHEADING', 'BULLET', 'NUMBERED', 'BLOCK_QUOTE'));
ALTER TABLE "person" ADD COLUMN "portrait_id" UUID;

CREATE UNIQUE INDEX "image_content_hash_key" ON "image"("content_hash");
CREATE INDEX "image_created_at_id_idx" ON "image"("created_at", "id");
CREATE UNIQUE INDEX "section_slug_key" ON "section"("slug");
CREATE INDEX "section_parent_id_position_id_idx" ON "section"("parent_id", "position", "id");
CREATE INDEX "figure_article_id_head_position_idx" ON "figure"("article_id", "head", "position");
CREATE INDEX "figure_image_id_head_article_id_idx" ON "figure"("image_id", "head", "article_id");
-- The lead image, of which a head has one at most.
CREATE UNIQUE INDEX "figure_lead" ON "figure"("article_id", "head") WHERE "position" IS NULL;
CREATE INDEX "article_author_person_id_head_article_id_idx" ON "article_author"("person_id", "head", "article_id");
CREATE INDEX "article_related_related_id_head_article_id_idx" ON "article_related"("related_id", "head", "article_id");
CREATE INDEX "article_head_section_id_head_first_published_at_article_id_idx" ON "article_head"("section_id", "head", "first_published_at", "article_id");
CREATE INDEX "article_head_translation_of_id_head_idx" ON "article_head"("translation_of_id", "head");
CREATE INDEX "person_portrait_id_idx" ON "person"("portrait_id");

ALTER TABLE "section" ADD CONSTRAINT "section_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "figure" ADD CONSTRAINT "figure_article_id_head_fkey" FOREIGN KEY ("article_id", "head") REFERENCES "article_head"("article_id", "head") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "figure" ADD CONSTRAINT "figure_image_id_fkey" FOREIGN KEY ("image_id") REFERENCES "image"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "article_author" ADD CONSTRAINT "article_author_article_id_head_fkey" FOREIGN KEY ("article_id", "head") REFERENCES "article_head"("article_id", "head") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "article_author" ADD CONSTRAINT "article_author_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "article_related" ADD CONSTRAINT "article_related_article_id_head_fkey" FOREIGN KEY ("article_id", "head") REFERENCES "article_head"("article_id", "head") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "article_related" ADD CONSTRAINT "article_related_related_id_fkey" FOREIGN KEY ("related_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "article_head" ADD CONSTRAINT "article_head_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "article_head" ADD CONSTRAINT "article_head_translation_of_id_fkey" FOREIGN KEY ("translation_of_id") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "person" ADD CONSTRAINT "person_portrait_id_fkey" FOREIGN KEY ("portrait_id") REFERENCES "image"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
