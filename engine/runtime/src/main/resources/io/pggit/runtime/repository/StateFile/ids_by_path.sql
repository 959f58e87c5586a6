-- Objects that commits changed, by their paths.
-- ? text   first possible path
-- ? text   what all possible paths are smaller than
-- rows     identity, once each
SELECT DISTINCT object_id FROM commit_change INDEXED BY commit_change_by_path WHERE path >= ? AND path < ?
