-- Branches and tags.
CREATE OR REPLACE VIEW pggit_v0.refs AS
SELECT r.name, r.sha AS target_sha, r.type, coalesce(t.created_at, b.created_at) AS created_at,
       r.name AS ref_name, r.type AS ref_type, r.sha AS commit_sha
  FROM pggit.ask('refs') AS a
 CROSS JOIN LATERAL pg_catalog.jsonb_to_record(a) AS r (name text, type text, sha text)
  LEFT JOIN pggit.branch AS b ON b.name = r.name AND r.type = 'branch'
  LEFT JOIN pggit.tag_name AS t ON t.name = r.name AND r.type = 'tag'
