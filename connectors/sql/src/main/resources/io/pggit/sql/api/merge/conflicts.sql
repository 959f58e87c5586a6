-- Conflicts of open and completed merges, a row per attribute.
CREATE OR REPLACE VIEW pggit.conflicts AS
SELECT c.id, c.conflict_id, c.merge_id, c.object_type, c.object_name, c.conflict_type, c.attribute, c.source_branch,
       c.target_branch, c.base_definition, c.ours, c.theirs, c.branch_a_sql, c.branch_b_sql, c.resolved, c.resolution,
       c.resolved_by, c.resolved_at, c.created_at
  FROM pggit.merge_conflicts AS c
