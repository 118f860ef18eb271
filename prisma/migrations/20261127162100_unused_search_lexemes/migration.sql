-- Compatibility: expand
-- The servers of the previous version, as of this one, stem a word by the function of the same name with a regdictionary.
DROP FUNCTION "search_lexemes"(text, text);
