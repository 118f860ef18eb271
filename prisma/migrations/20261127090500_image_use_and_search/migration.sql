-- Compatibility: expand
-- The library of images is filtered by use and searched by its texts. Both are indexed, so that a page of 100,000 images
-- costs what a page of 1,000 does.

-- Whether a head of an article or a portrait refers to the image. A condition on other tables could not be indexed together
-- with the order of the library.
ALTER TABLE "image" ADD COLUMN "is_used" BOOLEAN NOT NULL DEFAULT false;

-- Marks images as used. They are locked by ascending key: one whose last use is being removed by another transaction is
-- waited for, and the second statement sees what that transaction left.
CREATE FUNCTION "mark_images_used"("keys" uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM image WHERE id = ANY(keys) ORDER BY id FOR NO KEY UPDATE;
  UPDATE image SET is_used = true WHERE id = ANY(keys) AND NOT is_used;
END
$$;

-- Marks those of the images as unused that nothing refers to any more.
CREATE FUNCTION "mark_images_unused"("keys" uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM image WHERE id = ANY(keys) ORDER BY id FOR NO KEY UPDATE;
  UPDATE image SET is_used = false WHERE id = ANY(keys) AND is_used
    AND NOT EXISTS (SELECT 1 FROM figure WHERE figure.image_id = image.id)
    AND NOT EXISTS (SELECT 1 FROM person WHERE person.portrait_id = image.id);
END
$$;

CREATE FUNCTION "figures_added"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_images_used(ARRAY(SELECT DISTINCT image_id FROM added));
  RETURN NULL;
END
$$;

CREATE FUNCTION "figures_removed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_images_unused(ARRAY(SELECT DISTINCT image_id FROM removed));
  RETURN NULL;
END
$$;

CREATE FUNCTION "figures_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_images_used(ARRAY(SELECT image_id FROM added EXCEPT SELECT image_id FROM removed));
  PERFORM mark_images_unused(ARRAY(SELECT image_id FROM removed EXCEPT SELECT image_id FROM added));
  RETURN NULL;
END
$$;

CREATE TRIGGER "figures_added" AFTER INSERT ON "figure" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION figures_added();
CREATE TRIGGER "figures_removed" AFTER DELETE ON "figure" REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION figures_removed();
CREATE TRIGGER "figures_changed" AFTER UPDATE ON "figure" REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION figures_changed();

CREATE FUNCTION "portrait_added"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_images_used(ARRAY[NEW.portrait_id]);
  RETURN NULL;
END
$$;

CREATE FUNCTION "portrait_removed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_images_unused(ARRAY[OLD.portrait_id]);
  RETURN NULL;
END
$$;

CREATE TRIGGER "portrait_added" AFTER INSERT OR UPDATE OF "portrait_id" ON "person"
  FOR EACH ROW WHEN (NEW.portrait_id IS NOT NULL) EXECUTE FUNCTION portrait_added();
CREATE TRIGGER "portrait_removed" AFTER DELETE ON "person"
  FOR EACH ROW WHEN (OLD.portrait_id IS NOT NULL) EXECUTE FUNCTION portrait_removed();
CREATE TRIGGER "portrait_replaced" AFTER UPDATE OF "portrait_id" ON "person"
  FOR EACH ROW WHEN (OLD.portrait_id IS NOT NULL AND OLD.portrait_id IS DISTINCT FROM NEW.portrait_id)
  EXECUTE FUNCTION portrait_removed();

UPDATE "image" SET "is_used" = true
  WHERE EXISTS (SELECT 1 FROM "figure" f WHERE f."image_id" = "image"."id")
    OR EXISTS (SELECT 1 FROM "person" p WHERE p."portrait_id" = "image"."id");

CREATE INDEX "image_by_use" ON "image"("is_used", "created_at", "id");
-- The texts that the library is searched by; a line feed keeps a match within one of them.
CREATE INDEX "image_texts_folded" ON "image" USING gin (fold_text(
  "alt" || E'\n' || coalesce("headline", '') || E'\n' || coalesce("caption", '') || E'\n' || coalesce("credit", '')
  || E'\n' || coalesce("place", '') || E'\n' || coalesce("file_name", '')) gin_trgm_ops);
