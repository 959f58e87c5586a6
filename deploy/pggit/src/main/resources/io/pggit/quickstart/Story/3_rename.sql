-- Quickstart story 3, by ann's migration tool: a column gets another name and stays the same column.
ALTER TABLE shop.customers RENAME COLUMN mail TO email;
