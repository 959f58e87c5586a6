-- Adds samples of a day.
-- ? text      day, operation
-- ? integer   number of samples; their sum, least and most, in microseconds
INSERT INTO measured (day, operation, samples, total_us, least_us, most_us) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (day, operation) DO UPDATE SET
  samples = samples + excluded.samples,
  total_us = total_us + excluded.total_us,
  least_us = min(least_us, excluded.least_us),
  most_us = max(most_us, excluded.most_us)
