-- Conflicts, a row per attribute. Setting resolved to true resolves, deleting an unresolved row aborts its merge.
CREATE OR REPLACE VIEW pggit.merge_conflicts AS
SELECT c.id, c.id AS conflict_id, c.merge_id, c.object_type, c.object_name, c.conflict_type, c.attribute,
       m.source AS source_branch, m.target AS target_branch, c.base_definition, c.ours, c.theirs,
       c.branch_a_sql, c.branch_b_sql, c.resolution IS NOT NULL AS resolved, c.resolution, c.resolved_by, c.resolved_at,
       c.created_at, c.resolved_ddl
  FROM pggit.conflict AS c
  JOIN pggit.merge_work AS m ON m.id = c.merge_id
