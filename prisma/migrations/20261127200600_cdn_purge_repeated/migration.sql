-- Compatibility: expand
-- A CDN is asked a second time for what changed: an older answer may have been on its way to it the first time.
ALTER TABLE "cdn_purge"
    ADD COLUMN "repeat_from" TEXT,
    ADD COLUMN "repeat_next" TEXT,
    ADD COLUMN "repeated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT '-infinity';
