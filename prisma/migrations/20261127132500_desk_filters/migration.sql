-- Compatibility: expand
-- The audit log by actor and by act, and topics by the characters of their names.
CREATE INDEX "audit_entry_actor_id_at_id_idx" ON "audit_entry" ("actor_id", "at", "id");
CREATE INDEX "audit_entry_act_at_id_idx" ON "audit_entry" ("act", "at", "id");
CREATE INDEX "topic_name_characters" ON "topic" USING gin (fold_characters("name") gin_trgm_ops);
