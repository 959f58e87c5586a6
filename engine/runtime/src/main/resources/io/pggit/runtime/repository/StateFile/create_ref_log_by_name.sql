-- To find where a branch pointed at a time.
CREATE INDEX ref_log_by_name ON ref_log (name, at_us, number)
