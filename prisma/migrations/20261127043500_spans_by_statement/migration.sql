-- Compatibility: expand
-- That spans are inside their paragraph's text is checked once for each paragraph of a statement, not for each span: the
-- length of a long text took the square of its mentions.
CREATE FUNCTION "check_spans_of_statement"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  outside record;
BEGIN
  SELECT s."paragraph_id", s."end_offset" INTO outside FROM (
    SELECT c."paragraph_id", c."head", max(c."end_offset") AS "end_offset" FROM "changed" c GROUP BY c."paragraph_id", c."head"
  ) s JOIN "paragraph" p ON p."id" = s."paragraph_id" AND p."head" = s."head"
  WHERE s."end_offset" > utf16_length(p."text") LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '% ends at % outside the text of paragraph %', TG_TABLE_NAME, outside."end_offset", outside."paragraph_id"
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_inside_paragraph_check';
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER "quote_inside_paragraph" ON "quote";
DROP TRIGGER "mention_inside_paragraph" ON "mention";
DROP FUNCTION "check_span"();

CREATE TRIGGER "quote_inside_paragraph_insert" AFTER INSERT ON "quote"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "check_spans_of_statement"();
CREATE TRIGGER "quote_inside_paragraph_update" AFTER UPDATE ON "quote"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "check_spans_of_statement"();
CREATE TRIGGER "mention_inside_paragraph_insert" AFTER INSERT ON "mention"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "check_spans_of_statement"();
CREATE TRIGGER "mention_inside_paragraph_update" AFTER UPDATE ON "mention"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "check_spans_of_statement"();
