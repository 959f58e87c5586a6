-- Every commit, whether or not a name reaches it.
CREATE OR REPLACE VIEW pggit_v0.commit_graph AS
SELECT a ->> 0 AS commit_sha, a ->> 1 AS tree_sha, a ->> 2 AS author, a ->> 3 AS message,
       (a ->> 4)::timestamptz AS committed_at, (a ->> 8)::text[] AS parent_shas,
       (a ->> 5)::integer AS generation, a ->> 2 AS committer, (a ->> 4)::timestamptz AS authored_at, a ->> 6 AS kind,
       a ->> 7 AS branch_name
  FROM pggit.ask('graph') AS a
