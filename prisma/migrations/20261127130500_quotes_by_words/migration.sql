-- Compatibility: expand
-- Quotes of the same words in other articles, the newest first, whoever said them.
CREATE INDEX "quote_words_key_head_created_at_id_idx" ON "quote" ("words_key", "head", "created_at", "id");
