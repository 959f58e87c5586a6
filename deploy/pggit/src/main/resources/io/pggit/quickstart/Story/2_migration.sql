-- Quickstart story 2, by ann's migration tool: tables, a constraint and an index in one transaction, hence one commit.
BEGIN;
CREATE TABLE shop.customers (
    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    mail text UNIQUE
);
CREATE TABLE shop.orders (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES shop.customers,
    total       numeric(12,2) NOT NULL CHECK (total >= 0),
    ordered_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX orders_by_customer ON shop.orders (customer_id);
COMMIT;
