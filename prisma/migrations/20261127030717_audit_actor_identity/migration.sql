-- Compatibility: expand
-- Who acted, apart from the name: two bearers of one name can be told apart.
ALTER TABLE audit_entry ADD COLUMN actor_id text, ADD COLUMN actor_issuer text;
