-- Compatibility: expand
-- The search documents of many articles are written several times faster: a word is stemmed by expressions that need no
-- function of their own, and what is pending is taken up in the order of its keys, everything about one article at once.

-- The stemmer of a dictionary; NULL where PostgreSQL has none.
CREATE FUNCTION "search_stemmer"("dictionary" text) RETURNS regdictionary LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT d.oid::regdictionary FROM pg_ts_dict d
  WHERE d.dictname = "dictionary" || '_stem' AND d.dictnamespace = 'pg_catalog'::regnamespace
$$;

-- The lexemes of a word: itself and its stems, all folded. It is stemmed as it is written and as it is folded.
CREATE FUNCTION "search_lexemes"("stemmer" regdictionary, "word" text) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN "stemmer" IS NULL THEN ARRAY[fold_characters("word")]
    WHEN octet_length("word") = char_length("word") THEN ARRAY["word"] || coalesce(ts_lexize("stemmer", "word"), '{}')
    ELSE array_remove(ARRAY[fold_characters("word"), fold_characters((ts_lexize("stemmer", "word"))[1]),
      fold_characters((ts_lexize("stemmer", fold_characters("word")))[1])], NULL)
  END
$$;

CREATE INDEX "search_pending_kind_key_idx" ON "search_pending"("kind", "key");

-- The texts that a search document is made of, as a JSON array of [weight, text] in one order: positions of words are counted
-- through it, when a document is written and when a snippet is made. The plans of a PL/pgSQL function are kept with the
-- session, so that they do not cost each search anew.
CREATE FUNCTION "search_parts"("of_kind" text, "of_key" uuid, "of_head" text) RETURNS json LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  IF of_kind = 'ARTICLE' THEN
    RETURN (SELECT coalesce(json_agg(json_build_array(weight, text) ORDER BY place, position), '[]'::json) FROM (
      SELECT 'A' AS weight, h.headline AS text, 0 AS place, 0 AS position
        FROM article_head h WHERE h.article_id = of_key AND h.head = of_head
      UNION ALL SELECT 'B', h.standfirst, 1, 0 FROM article_head h WHERE h.article_id = of_key AND h.head = of_head
      UNION ALL SELECT 'C', g.text, 2, g.position FROM paragraph g WHERE g.article_id = of_key AND g.head = of_head
      UNION ALL SELECT 'C', coalesce(f.caption, i.caption), 3, coalesce(f.position, -1)
        FROM figure f JOIN image i ON i.id = f.image_id WHERE f.article_id = of_key AND f.head = of_head
      UNION ALL SELECT 'C', h.byline, 4, 0 FROM article_head h WHERE h.article_id = of_key AND h.head = of_head
    ) part WHERE text <> '');
  ELSIF of_kind = 'QUOTE' THEN
    RETURN (SELECT coalesce(json_agg(json_build_array(weight, part.text) ORDER BY place), '[]'::json)
      FROM quote q CROSS JOIN LATERAL (VALUES ('B', q.text, 0), ('C', q.occasion, 1), ('C', q.speaker_role, 2))
        part(weight, text, place) WHERE q.id = of_key AND q.head = of_head AND part.text <> '');
  ELSIF of_kind = 'PERSON' THEN
    RETURN (SELECT coalesce(json_agg(json_build_array(weight, text) ORDER BY place, position), '[]'::json) FROM (
      SELECT 'A' AS weight, n.name AS text, 0 AS place, n.position FROM person_name n WHERE n.person_id = of_key
      UNION ALL SELECT 'C', p.role, 1, 0 FROM person p WHERE p.id = of_key
      UNION ALL SELECT 'B', s.handle, 2, s.position FROM social_account s WHERE s.person_id = of_key
    ) part WHERE text <> '');
  END IF;
  RETURN (SELECT coalesce(json_agg(json_build_array(weight, part.text) ORDER BY place), '[]'::json)
    FROM embedded_post e CROSS JOIN LATERAL (VALUES ('B', e.text, 0), ('A', e.author_name, 1), ('A', e.author_handle, 2))
      part(weight, text, place) WHERE e.id = of_key AND part.text <> '');
END $$;
