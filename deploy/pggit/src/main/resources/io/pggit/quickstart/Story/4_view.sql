-- Quickstart story 4, by ann's migration tool: a view over the renamed column.
CREATE VIEW shop.customer_totals AS
    SELECT c.id, c.email, sum(o.total) AS total
      FROM shop.customers AS c
      JOIN shop.orders AS o ON o.customer_id = c.id
     GROUP BY c.id, c.email;
