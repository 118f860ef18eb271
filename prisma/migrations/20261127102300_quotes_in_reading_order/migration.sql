-- Compatibility: expand
-- The quotes of a paragraph are read in the whole order of the index. Before, PostgreSQL sorted the quotes of each paragraph
-- by the last two keys, which took longer than finding them.
CREATE INDEX "quote_paragraph_id_head_start_offset_end_offset_id_idx"
  ON "quote" ("paragraph_id", "head", "start_offset", "end_offset" DESC, "id");
DROP INDEX "quote_paragraph_id_head_start_offset_idx";
