-- Compatibility: expand
-- Why a scheduled article is published although a rule of publishing is in the way.

ALTER TABLE "article" ADD COLUMN "override_reason" TEXT;
