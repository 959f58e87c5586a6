-- Commands that began and have no audit row yet, or never got one; hints, never evidence.
CREATE TABLE IF NOT EXISTS attempt (
  position       integer PRIMARY KEY, -- place of the message in the log
  closing_key    text NOT NULL,       -- what a row that closes the command has too
  attempt_number integer UNIQUE,      -- counts up from 1 once the transaction is over; NULL until then
  body           text NOT NULL        -- JSON
) STRICT
