-- Compatibility: expand
-- Sessions of the desk. Those of an API token end when its row is deleted.
CREATE TABLE "desk_session" (
    "id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "token_id" UUID,
    "issuer" TEXT,
    "subject" TEXT,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "desk_session_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "desk_session_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "api_token"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "desk_session_token_id_idx" ON "desk_session"("token_id");
CREATE INDEX "desk_session_issuer_subject_idx" ON "desk_session"("issuer", "subject");
CREATE INDEX "desk_session_expires_at_idx" ON "desk_session"("expires_at");
