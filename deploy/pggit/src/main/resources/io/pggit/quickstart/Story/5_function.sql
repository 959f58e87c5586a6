-- Quickstart story 5, by ann's migration tool: a function.
CREATE FUNCTION shop.total_of(customer bigint) RETURNS numeric
LANGUAGE sql STABLE
AS $$ SELECT coalesce(sum(o.total), 0) FROM shop.orders AS o WHERE o.customer_id = customer $$;
