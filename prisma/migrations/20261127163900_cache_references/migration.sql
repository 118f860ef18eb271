-- Compatibility: expand
-- Keys of what answers contain by reference: the texts of an image that a figure shows as its own, portraits of persons who
-- are seen or no longer seen, authors of posts, quotes of the articles of a topic, and articles of the sections below one.

-- What is found from a person, and whether readers see the person and thereby the portrait.
CREATE FUNCTION "cache_keys_of_person"("person" uuid) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY['list:Person:' || "person", 'list:Image:' || (SELECT p.portrait_id FROM person p WHERE p.id = "person")]
$$;

-- The parts of published heads whose rows refer to more than before.
DO $$
DECLARE
  part record;
BEGIN
  FOR part IN SELECT * FROM (VALUES
    ('article_topic', 'ARRAY[''list:Topic:'' || r.topic_id] || ARRAY(SELECT ''list:Person:'' || q.speaker_id
      FROM quote q WHERE q.article_id = r.article_id AND q.head = r.head)'),
    ('article_author', 'cache_keys_of_person(r.person_id)'),
    ('appearance', 'cache_keys_of_person(r.person_id)'),
    ('placement', 'ARRAY[''list:EmbeddedPost:'' || r.post_id]
      || cache_keys_of_person((SELECT p.author_id FROM embedded_post p WHERE p.id = r.post_id))'),
    ('quote', 'ARRAY[''list:Person:'' || r.speaker_id, ''list:EmbeddedPost:'' || r.source_id]
      || cache_keys_of_person((SELECT p.author_id FROM embedded_post p WHERE p.id = r.source_id))')
  ) AS parts("table", "keys") LOOP
    EXECUTE format($f$
      CREATE OR REPLACE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql AS $body$
      DECLARE
        noted text[];
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          SELECT array_agg(k) INTO noted FROM (SELECT * FROM "former" UNION ALL SELECT * FROM "changed") r,
            unnest('Article:' || r.article_id::text || %s) k WHERE r.head = 'PUBLISHED';
        ELSE
          SELECT array_agg(k) INTO noted FROM "changed" r, unnest('Article:' || r.article_id::text || %2$s) k
            WHERE r.head = 'PUBLISHED';
        END IF;
        IF noted IS NOT NULL THEN
          PERFORM note_cache_keys(noted);
          PERFORM note_cache_lists();
        END IF;
        RETURN NULL;
      END $body$ $f$, 'note_cache_' || part."table", part."keys");
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION "note_cache_post"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    PERFORM note_cache_keys(ARRAY(
      SELECT unnest(ARRAY['EmbeddedPost:' || r.id, 'list:Person:' || r.author_id])
        FROM (SELECT * FROM "former" UNION ALL SELECT * FROM "changed") r
      -- Readers see the author of a post that they see.
      UNION ALL SELECT unnest('list:Person'::text || cache_keys_of_person(n.author_id) || cache_keys_of_person(o.author_id))
        FROM "changed" n JOIN "former" o ON o.id = n.id WHERE n.author_id IS DISTINCT FROM o.author_id
      UNION ALL SELECT 'list:EmbeddedPost'));
  ELSE
    PERFORM note_cache_keys(ARRAY(SELECT unnest(ARRAY['EmbeddedPost:' || r.id, 'list:Person:' || r.author_id])
      FROM "changed" r UNION ALL SELECT 'list:EmbeddedPost'));
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION "note_cache_image"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  noted text[];
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Whether an image is used is for the library alone. A figure without texts of its own shows those of the image.
    SELECT array_agg(k) INTO noted FROM "changed" n JOIN "former" o ON o.id = n.id, unnest(
        'Image:' || n.id::text || CASE WHEN (n.alt, n.caption) IS DISTINCT FROM (o.alt, o.caption) THEN
          ARRAY(SELECT 'Article:' || f.article_id FROM figure f WHERE f.image_id = n.id AND f.head = 'PUBLISHED') END) k
      WHERE to_jsonb(n) - 'is_used' IS DISTINCT FROM to_jsonb(o) - 'is_used';
  ELSE
    SELECT array_agg('Image:' || o.id) INTO noted FROM "changed" o;
  END IF;
  IF noted IS NOT NULL THEN
    PERFORM note_cache_keys(noted || ARRAY['list:Image']);
  END IF;
  RETURN NULL;
END $$;

-- A section that moves takes its articles out of those above it, and into others.
CREATE OR REPLACE FUNCTION "note_cache_section"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    PERFORM note_cache_keys(ARRAY(
      WITH RECURSIVE moved AS (
        SELECT unnest(ARRAY[n.parent_id, o.parent_id]) AS id FROM "changed" n JOIN "former" o ON o.id = n.id
          WHERE n.parent_id IS DISTINCT FROM o.parent_id),
      above AS (
        SELECT s.id, s.parent_id FROM section s JOIN moved m ON m.id = s.id
        UNION SELECT s.id, s.parent_id FROM section s JOIN above a ON s.id = a.parent_id)
      SELECT unnest(ARRAY['Section:' || r.id, 'Section:' || r.parent_id])
        FROM (SELECT * FROM "former" UNION ALL SELECT * FROM "changed") r
      UNION ALL SELECT 'list:Section:' || id FROM above)
      || ARRAY['list:Section', 'list:Article']);
  ELSE
    PERFORM note_cache_keys(ARRAY(SELECT unnest(ARRAY['Section:' || r.id, 'Section:' || r.parent_id]) FROM "changed" r)
      || ARRAY['list:Section', 'list:Article']);
  END IF;
  RETURN NULL;
END $$;
