-- Compatibility: contract
-- A translation cannot be compared word by word with its source: it has a verdict of its own.
ALTER TABLE "quote" DROP CONSTRAINT "quote_verdict_check";
ALTER TABLE "quote" ADD CONSTRAINT "quote_verdict_check"
  CHECK ("verdict" IN ('EXACT', 'MARKED_EDIT', 'ALTERED', 'NOT_FOUND', 'NOT_COMPARABLE', 'UNSOURCED'));
UPDATE "quote" SET "verdict" = 'NOT_COMPARABLE', "similarity" = NULL, "differences" = '[]'
  WHERE "kind" = 'TRANSLATED' AND "verdict" IN ('ALTERED', 'NOT_FOUND');
