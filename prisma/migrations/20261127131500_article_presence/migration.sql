-- Compatibility: expand
-- Who has an article open in an editor at the moment. A row is forgotten a minute after it was last confirmed, so nothing
-- depends on it, and no foreign key holds the article's row, which every write of the article locks.
CREATE TABLE "article_presence" (
    "article_id" UUID NOT NULL,
    "actor_key" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "actor_id" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "article_presence_pkey" PRIMARY KEY ("article_id","actor_key")
);
CREATE INDEX "article_presence_seen_at_idx" ON "article_presence" ("seen_at");
