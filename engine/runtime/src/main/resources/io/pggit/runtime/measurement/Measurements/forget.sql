-- Forgets old days.
-- ? text   first day to keep
DELETE FROM measured WHERE day < ?
