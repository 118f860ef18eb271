-- Compatibility: expand
-- Persons and posts have versions, posts are known by a key of their address, and a scheduled article keeps the text that
-- was scheduled apart from its working draft.

-- AlterTable
ALTER TABLE "person" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "embedded_post" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "address_key" TEXT;

-- The key of each address as src/embedded-post/address-key.ts makes it. Two addresses of one post can be on record as two
-- posts by now: the earlier one has the key.
WITH bare AS (
  SELECT "id", "created_at", regexp_replace(regexp_replace(regexp_replace(regexp_replace(
    "url", '^https?://(?:(?:www|m|mobile)\.)?', ''), '#.*$', ''), '^threads\.net/', 'threads.com/'),
    '^telegram\.me/', 't.me/') AS "address"
  FROM "embedded_post" WHERE "url" IS NOT NULL
), keyed AS (
  SELECT "id", "created_at", coalesce(
    'x.com/' || substring("address" FROM '^(?:twitter|x)\.com/.+/status(?:es)?/([0-9]+)'),
    'youtube.com/' || substring("address" FROM '^youtube\.com/watch\?(?:.*&)?v=([A-Za-z0-9_-]+)'),
    'youtube.com/' || substring("address" FROM '^youtube\.com/(?:shorts|live|embed)/([A-Za-z0-9_-]+)'),
    'youtube.com/' || substring("address" FROM '^youtu\.be/([A-Za-z0-9_-]+)'),
    regexp_replace(regexp_replace(regexp_replace(regexp_replace(
      "address", '([?&])(?:utm_[a-z]+|fbclid|igsh|igshid|mibextid|ref_src|ref_url)=[^&]*', '\1', 'g'),
      '&+', '&', 'g'), '\?&', '?'), '/?[?&]*$', '')
  ) AS "key" FROM bare
), first AS (
  SELECT "id", "key", row_number() OVER (PARTITION BY "key" ORDER BY "created_at", "id") AS "place" FROM keyed
)
UPDATE "embedded_post" p SET "address_key" = f."key" FROM first f WHERE f."id" = p."id" AND f."place" = 1;

-- AlterTable
ALTER TABLE "post_capture" ADD COLUMN "author_name" TEXT,
  ADD COLUMN "author_handle" TEXT;

-- Who wrote a post is not on record for earlier captures: the post has one author.
UPDATE "post_capture" c SET "author_name" = p."author_name", "author_handle" = p."author_handle"
  FROM "embedded_post" p WHERE p."id" = c."post_id";

-- CreateIndex
CREATE UNIQUE INDEX "embedded_post_address_key_key" ON "embedded_post"("address_key");

ALTER TABLE "person" ADD CONSTRAINT "person_version_check" CHECK ("version" > 0);
ALTER TABLE "embedded_post" ADD CONSTRAINT "embedded_post_version_check" CHECK ("version" > 0);

-- What was scheduled goes out as it was scheduled, whatever is written to the draft meanwhile.
ALTER TABLE "article_head" DROP CONSTRAINT "article_head_head_check";
ALTER TABLE "article_head"
  ADD CONSTRAINT "article_head_head_check" CHECK ("head" IN ('DRAFT', 'PUBLISHED', 'TRASH', 'SCHEDULED'));

DO $$
DECLARE "part" text;
BEGIN
  FOREACH "part" IN ARRAY ARRAY['article_head', 'article_topic', 'paragraph', 'placement', 'quote', 'mention', 'appearance'] LOOP
    EXECUTE format(
      'INSERT INTO %1$I SELECT (jsonb_populate_record(r, ''{"head": "SCHEDULED"}'')).* FROM %1$I r
         JOIN article a ON a.id = r.article_id AND a.state = ''SCHEDULED'' WHERE r.head = ''DRAFT''', "part");
  END LOOP;
END $$;

-- Whatever takes an article off the schedule, or schedules it again, removes the text that was scheduled. A trigger, so
-- that a server of the version before, which does not know of that text, never leaves an outdated one to be published.
CREATE FUNCTION "drop_scheduled_text"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "article_head" WHERE "article_id" = NEW."id" AND "head" = 'SCHEDULED';
  RETURN NULL;
END $$;
CREATE TRIGGER "article_scheduled_text" AFTER UPDATE OF "state", "publish_at" ON "article"
  FOR EACH ROW EXECUTE FUNCTION "drop_scheduled_text"();
