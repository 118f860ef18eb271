-- Compatibility: expand
-- Which published content a transaction has changed, for the caches of answers. Triggers write it, so it is complete
-- whichever program writes, also a server of the previous version.

CREATE TABLE "cache_change" (
    "transaction" BIGINT NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
    "key" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "cache_change_pkey" PRIMARY KEY ("transaction","key")
);

-- A key is `Type:id` for an object and what it owns, `list:Type` for the lists of all objects of a type, and
-- `list:Type:id` for what is found from an object and the question whether readers see the object.
CREATE FUNCTION "note_cache_keys"("keys" text[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO cache_change ("key") SELECT DISTINCT k FROM unnest("keys") k WHERE k IS NOT NULL
  ON CONFLICT DO NOTHING
$$;

-- The lists in which articles or parts of them can be.
CREATE FUNCTION "note_cache_lists"() RETURNS void LANGUAGE sql AS $$
  SELECT note_cache_keys(ARRAY['list:Article', 'list:Quote', 'list:Person', 'list:EmbeddedPost', 'list:Topic', 'list:Image'])
$$;

-- The keys of some published rows of article_head: the article, those that show a link to it, and the sections that it is in.
CREATE FUNCTION "cache_keys_of_heads"("articles" uuid[], "originals" uuid[], "sections" uuid[]) RETURNS text[] LANGUAGE sql STABLE AS $$
  WITH RECURSIVE above AS (
    SELECT id, parent_id FROM section WHERE id = ANY("sections")
    UNION SELECT s.id, s.parent_id FROM section s JOIN above a ON s.id = a.parent_id)
  SELECT ARRAY(
    SELECT 'Article:' || a FROM unnest("articles") a
    UNION ALL SELECT 'Article:' || r.article_id FROM article_related r WHERE r.related_id = ANY("articles") AND r.head = 'PUBLISHED'
    UNION ALL SELECT 'Article:' || t.article_id FROM article_head t
      WHERE t.head = 'PUBLISHED' AND coalesce(t.translation_of_id, t.article_id) = ANY("originals")
    UNION ALL SELECT 'list:Section:' || id FROM above)
$$;

CREATE FUNCTION "note_cache_head"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  articles uuid[];
  originals uuid[];
  sections uuid[];
BEGIN
  IF TG_OP = 'UPDATE' THEN
    SELECT array_agg(r.article_id), array_agg(coalesce(r.translation_of_id, r.article_id)), array_agg(r.section_id)
      INTO articles, originals, sections
      FROM (SELECT * FROM "former" UNION ALL SELECT * FROM "changed") r WHERE r.head = 'PUBLISHED';
  ELSE
    SELECT array_agg(r.article_id), array_agg(coalesce(r.translation_of_id, r.article_id)), array_agg(r.section_id)
      INTO articles, originals, sections FROM "changed" r WHERE r.head = 'PUBLISHED';
  END IF;
  IF articles IS NOT NULL THEN
    PERFORM note_cache_keys(cache_keys_of_heads(articles, originals, sections));
    PERFORM note_cache_lists();
  END IF;
  RETURN NULL;
END $$;

-- The parts of published heads. The keys of a row are the article and what the row refers to.
DO $$
DECLARE
  part record;
BEGIN
  FOR part IN SELECT * FROM (VALUES
    ('paragraph', 'ARRAY[]::text[]'),
    ('article_related', 'ARRAY[]::text[]'),
    ('article_topic', 'ARRAY[''list:Topic:'' || r.topic_id]'),
    ('article_author', 'ARRAY[''list:Person:'' || r.person_id]'),
    ('appearance', 'ARRAY[''list:Person:'' || r.person_id]'),
    ('mention', 'ARRAY[''list:Person:'' || r.person_id]'),
    ('figure', 'ARRAY[''list:Image:'' || r.image_id]'),
    ('placement', 'ARRAY[''list:EmbeddedPost:'' || r.post_id,
      ''list:Person:'' || (SELECT p.author_id FROM embedded_post p WHERE p.id = r.post_id)]'),
    ('quote', 'ARRAY[''list:Person:'' || r.speaker_id, ''list:EmbeddedPost:'' || r.source_id,
      ''list:Person:'' || (SELECT p.author_id FROM embedded_post p WHERE p.id = r.source_id)]')
  ) AS parts("table", "keys") LOOP
    EXECUTE format($f$
      CREATE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql AS $body$
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

-- What readers see of an article besides its text.
CREATE FUNCTION "note_cache_article"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  noted text[];
BEGIN
  SELECT array_agg('Article:' || n.id) INTO noted FROM "changed" n JOIN "former" o ON o.id = n.id
    WHERE (n.state, n.first_published_at, n.published_at, n.killed_at, n.kill_reason)
      IS DISTINCT FROM (o.state, o.first_published_at, o.published_at, o.killed_at, o.kill_reason);
  IF noted IS NOT NULL THEN
    PERFORM note_cache_keys(noted || ARRAY['list:Article', 'list:KillNotice']);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION "note_cache_correction"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_cache_keys(ARRAY(SELECT 'Article:' || c.article_id FROM "changed" c));
  RETURN NULL;
END $$;

-- A new row of the newsroom's shared tables is seen by nobody before something published refers to it, but for sections.
CREATE FUNCTION "note_cache_person"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  noted text[];
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Derived bylines and the names that a search and a filter find.
    SELECT array_agg(k) INTO noted FROM "changed" n JOIN "former" o ON o.id = n.id, unnest(
        ARRAY['Person:' || n.id, 'list:Person', 'list:Image:' || n.portrait_id, 'list:Image:' || o.portrait_id]
        || CASE WHEN n.slug <> o.slug THEN ARRAY['list:Article', 'list:Quote'] END
        || CASE WHEN n.name <> o.name THEN ARRAY(SELECT 'Article:' || w.article_id FROM article_author w
             WHERE w.person_id = n.id AND w.head = 'PUBLISHED') END) k
      WHERE n IS DISTINCT FROM o;
  ELSE
    SELECT array_agg(k) INTO noted FROM "changed" o,
      unnest(ARRAY['Person:' || o.id, 'list:Person', 'list:Article', 'list:Quote', 'list:Image:' || o.portrait_id]) k;
  END IF;
  IF noted IS NOT NULL THEN
    PERFORM note_cache_keys(noted);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION "note_cache_name"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    PERFORM note_cache_keys(ARRAY(SELECT 'Person:' || n.person_id FROM "changed" n
      UNION ALL SELECT 'Person:' || o.person_id FROM "former" o UNION ALL SELECT 'list:Person'));
  ELSE
    PERFORM note_cache_keys(ARRAY(SELECT 'Person:' || n.person_id FROM "changed" n UNION ALL SELECT 'list:Person'));
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION "note_cache_post"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    PERFORM note_cache_keys(ARRAY(SELECT unnest(ARRAY['EmbeddedPost:' || r.id, 'list:Person:' || r.author_id])
      FROM (SELECT * FROM "former" UNION ALL SELECT * FROM "changed") r
      UNION ALL SELECT 'list:EmbeddedPost'));
  ELSE
    PERFORM note_cache_keys(ARRAY(SELECT unnest(ARRAY['EmbeddedPost:' || r.id, 'list:Person:' || r.author_id])
      FROM "changed" r UNION ALL SELECT 'list:EmbeddedPost'));
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION "note_cache_image"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  noted text[];
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Whether an image is used is for the library alone.
    SELECT array_agg('Image:' || n.id) INTO noted FROM "changed" n JOIN "former" o ON o.id = n.id
      WHERE to_jsonb(n) - 'is_used' IS DISTINCT FROM to_jsonb(o) - 'is_used';
  ELSE
    SELECT array_agg('Image:' || o.id) INTO noted FROM "changed" o;
  END IF;
  IF noted IS NOT NULL THEN
    PERFORM note_cache_keys(noted || ARRAY['list:Image']);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION "note_cache_topic"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_cache_keys(ARRAY(SELECT 'Topic:' || t.id FROM "changed" t)
    || ARRAY['list:Topic', 'list:Article']);
  RETURN NULL;
END $$;

CREATE FUNCTION "note_cache_section"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    PERFORM note_cache_keys(ARRAY(SELECT unnest(ARRAY['Section:' || r.id, 'Section:' || r.parent_id])
      FROM (SELECT * FROM "former" UNION ALL SELECT * FROM "changed") r)
      || ARRAY['list:Section', 'list:Article']);
  ELSE
    PERFORM note_cache_keys(ARRAY(SELECT unnest(ARRAY['Section:' || r.id, 'Section:' || r.parent_id]) FROM "changed" r)
      || ARRAY['list:Section', 'list:Article']);
  END IF;
  RETURN NULL;
END $$;

-- Slugs that lead to another object than before.
CREATE FUNCTION "note_cache_slug"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_cache_keys(ARRAY['list:Article', 'list:Quote', 'list:Person', 'list:Topic', 'list:Section']);
  RETURN NULL;
END $$;

DO $$
DECLARE
  observed record;
  act text;
BEGIN
  FOR observed IN SELECT * FROM (VALUES
    ('article_head', 'head', 'INSERT UPDATE DELETE'),
    ('paragraph', 'paragraph', 'INSERT UPDATE DELETE'),
    ('quote', 'quote', 'INSERT UPDATE DELETE'),
    ('mention', 'mention', 'INSERT UPDATE DELETE'),
    ('appearance', 'appearance', 'INSERT UPDATE DELETE'),
    ('placement', 'placement', 'INSERT UPDATE DELETE'),
    ('figure', 'figure', 'INSERT UPDATE DELETE'),
    ('article_topic', 'article_topic', 'INSERT UPDATE DELETE'),
    ('article_author', 'article_author', 'INSERT UPDATE DELETE'),
    ('article_related', 'article_related', 'INSERT UPDATE DELETE'),
    ('article', 'article', 'UPDATE'),
    ('correction', 'correction', 'INSERT UPDATE DELETE'),
    ('person', 'person', 'UPDATE DELETE'),
    ('person_name', 'name', 'INSERT UPDATE DELETE'),
    ('social_account', 'name', 'INSERT UPDATE DELETE'),
    ('embedded_post', 'post', 'UPDATE DELETE'),
    ('image', 'image', 'UPDATE DELETE'),
    ('topic', 'topic', 'UPDATE DELETE'),
    ('section', 'section', 'INSERT UPDATE DELETE'),
    ('person_slug', 'slug', 'UPDATE DELETE'),
    ('topic_slug', 'slug', 'UPDATE DELETE'),
    ('section_slug', 'slug', 'UPDATE DELETE')
  ) AS tables("table", "function", "acts") LOOP
    FOREACH act IN ARRAY string_to_array(observed."acts", ' ') LOOP
      EXECUTE format('CREATE TRIGGER %I AFTER %s ON %I REFERENCING %s FOR EACH STATEMENT EXECUTE FUNCTION %I()',
        'cache_' || observed."table" || '_' || lower(act), act, observed."table",
        CASE act WHEN 'INSERT' THEN 'NEW TABLE AS "changed"' WHEN 'DELETE' THEN 'OLD TABLE AS "changed"'
          ELSE 'OLD TABLE AS "former" NEW TABLE AS "changed"' END,
        'note_cache_' || observed."function");
    END LOOP;
  END LOOP;
END $$;
