-- What editors need beside the text: merged persons, earlier states of posts, tokens, and a record of every act.

-- CreateTable
CREATE TABLE "person_merge" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "into_id" UUID NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_capture" (
    "post_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "availability" TEXT NOT NULL,
    "captured_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "post_capture_pkey" PRIMARY KEY ("post_id","number")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "installation_key" (
    "name" TEXT NOT NULL,
    "value" BYTEA NOT NULL,

    CONSTRAINT "installation_key_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "detail" TEXT,
    "origin" TEXT,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "person_merge_into_id_idx" ON "person_merge"("into_id");

-- CreateIndex
CREATE INDEX "api_token_created_at_id_idx" ON "api_token"("created_at", "id");

-- CreateIndex
CREATE INDEX "audit_entry_at_id_idx" ON "audit_entry"("at", "id");

-- CreateIndex
CREATE INDEX "audit_entry_subject_id_at_id_idx" ON "audit_entry"("subject_id", "at", "id");

-- AddForeignKey
ALTER TABLE "person_merge" ADD CONSTRAINT "person_merge_into_id_fkey" FOREIGN KEY ("into_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_capture" ADD CONSTRAINT "post_capture_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "embedded_post"("id") ON DELETE CASCADE ON UPDATE CASCADE;



ALTER TABLE "api_token"
  ADD CONSTRAINT "api_token_role_check" CHECK ("role" IN ('READER', 'AUTHOR', 'EDITOR', 'ADMIN')),
  ADD CONSTRAINT "api_token_hash_check" CHECK ("hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "post_capture" ADD CONSTRAINT "post_capture_availability_check" CHECK ("availability" IN ('UNKNOWN', 'LIVE', 'EDITED', 'DELETED'));
