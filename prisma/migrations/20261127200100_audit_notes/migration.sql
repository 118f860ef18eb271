-- Compatibility: expand
-- What the server notes about an act, without the words of a language. Entries of earlier versions have the English detail alone.
ALTER TABLE "audit_entry" ADD COLUMN "notes" jsonb NOT NULL DEFAULT '[]';
