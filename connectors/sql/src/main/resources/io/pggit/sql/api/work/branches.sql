-- Branches that exist. Simple enough for INSERT … ON CONFLICT (name) DO NOTHING, which does nothing for a branch that exists.
CREATE OR REPLACE VIEW pggit.branches AS
SELECT b.id, b.name, b.parent_branch, (SELECT pggit.tips()) ->> b.name AS head_commit_hash, b.status, b.created_at, b.created_by,
       b.merged_at, b.merged_by, b.description, b.name = (SELECT pggit.get_current_branch()) AS is_current
  FROM pggit.branch AS b
