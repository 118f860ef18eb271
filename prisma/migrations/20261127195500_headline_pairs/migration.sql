-- Compatibility: expand
-- A trigram index finds no text by fewer than three characters. The published headlines have an index of their pairs of characters
-- besides, so that what few headlines contain, or none, is found at once.

-- The characters of a text and its pairs of neighbours, folded, each once. It costs more than a comparison of characters,
-- so PostgreSQL compares first where it reads rows without the index.
CREATE FUNCTION "character_pairs"(text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT COST 1000 AS $$
  SELECT array_agg(DISTINCT l."letter") || array_agg(DISTINCT l."pair") FILTER (WHERE l."pair" IS NOT NULL)
  FROM (SELECT u."letter", u."letter" || lead(u."letter") OVER () AS "pair"
    FROM unnest(string_to_array(public.fold_characters($1), NULL)) u("letter")) l
$$;

-- What the pairs of a text have to include that contains these characters: their first two, or the only one.
CREATE FUNCTION "first_pair"(text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT CASE WHEN fold_characters($1) = '' THEN '{}' ELSE ARRAY["left"(fold_characters($1), 2)] END
$$;

CREATE INDEX "article_head_headline_pairs" ON "article_head" USING gin (character_pairs("headline")) WHERE "head" = 'PUBLISHED';
-- How frequent a pair is decides whether the index or the order of the list is followed; PostgreSQL takes no statistics of
-- an index of a part of the rows.
CREATE STATISTICS "article_head_headline_pairs_frequency" ON (character_pairs("headline")) FROM "article_head";
ANALYZE "article_head";
