-- Compatibility: expand
-- How far the CDN was asked to remove answers. One row, made by the first server that asks.
CREATE TABLE "cdn_purge" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "snapshot" TEXT NOT NULL,
    "leased_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cdn_purge_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "cdn_purge_id_check" CHECK ("id" = 1)
);
