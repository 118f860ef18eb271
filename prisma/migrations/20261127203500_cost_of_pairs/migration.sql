-- Compatibility: expand
-- With a million articles PostgreSQL still preferred to compare every headline. It must not expect to compute pairs for as many
-- rows as the index would return.
ALTER FUNCTION "character_pairs"(text) COST 10000;
