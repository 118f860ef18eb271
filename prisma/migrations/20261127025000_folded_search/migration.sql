-- Compatibility: expand
-- "Contains" filters ignore case as Unicode folds it: ß is ss, and a final sigma is a sigma. The same function folds the
-- column and the text that is looked for, so both follow the collation of this database.
CREATE FUNCTION "fold_text"(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT replace(replace(lower(normalize($1, NFC)), 'ß', 'ss'), 'ς', 'σ')
$$;

CREATE INDEX "article_head_headline_folded" ON "article_head" USING gin (fold_text("headline") gin_trgm_ops);
CREATE INDEX "quote_text_folded" ON "quote" USING gin (fold_text("text") gin_trgm_ops);
CREATE INDEX "person_name_folded_trgm" ON "person_name" USING gin (fold_text("name") gin_trgm_ops);
DROP INDEX "article_head_headline_trgm";
DROP INDEX "quote_text_trgm";
DROP INDEX "person_name_trgm";
