-- Compatibility: expand
-- What a client named with a key of its own, so that it can send a write again after it lost the answer.
CREATE TABLE idempotency_key (
  actor text NOT NULL,
  key text NOT NULL,
  digest text NOT NULL,
  result jsonb,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT idempotency_key_pkey PRIMARY KEY (actor, key)
);

-- For the removal of keys that have expired.
CREATE INDEX idempotency_key_created_at_idx ON idempotency_key (created_at);
