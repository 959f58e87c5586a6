-- Transactions in the order appended. transaction_index and commands count from 1 without gaps.
CREATE TABLE audit_transaction (
  transaction_index integer PRIMARY KEY,
  end_lsn           integer NOT NULL, -- 64 bits, to be read as unsigned
  xid               integer NOT NULL,
  committed_at      text,             -- ISO 8601, UTC; NULL when back-filled
  first_command     integer NOT NULL,
  last_command      integer NOT NULL
) STRICT
