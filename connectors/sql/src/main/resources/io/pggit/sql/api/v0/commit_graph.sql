-- Every commit, whether or not a name reaches it.
CREATE OR REPLACE VIEW pggit_v0.commit_graph AS
SELECT c.sha AS commit_sha, c.tree AS tree_sha, c.author, c.message, c.committed_at,
       coalesce(c.parents, '{}') AS parent_shas, c.generation, c.author AS committer, c.committed_at AS authored_at,
       c.kind, c.branch AS branch_name
  FROM pggit.ask('graph') AS a
 CROSS JOIN LATERAL pg_catalog.jsonb_to_record(a) AS c (
       sha text, tree text, author text, message text, committed_at timestamptz, parents text[], generation integer,
       kind text, branch text)
