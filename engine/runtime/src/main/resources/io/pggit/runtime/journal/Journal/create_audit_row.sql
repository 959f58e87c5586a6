-- Audit rows as JSON.
CREATE TABLE audit_row (
  seq               integer PRIMARY KEY,
  transaction_index integer NOT NULL,
  xid               integer NOT NULL,
  body              text NOT NULL
) STRICT
