-- Finds the attempts a row may close.
CREATE INDEX IF NOT EXISTS attempt_by_key ON attempt (closing_key)
