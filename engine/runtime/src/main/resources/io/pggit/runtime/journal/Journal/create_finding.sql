-- What is wrong with the record and not in the database yet; the same is kept once.
CREATE TABLE IF NOT EXISTS finding (
  finding_number integer PRIMARY KEY,
  body           text NOT NULL UNIQUE -- JSON
) STRICT
