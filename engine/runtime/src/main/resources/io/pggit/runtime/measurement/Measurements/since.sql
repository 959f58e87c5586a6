-- What was measured since a day.
-- ? text   first day
-- rows     by operation: operation, samples, sum, least, most
SELECT operation, sum(samples), sum(total_us), min(least_us), max(most_us)
  FROM measured
 WHERE day >= ?
 GROUP BY operation
 ORDER BY operation
