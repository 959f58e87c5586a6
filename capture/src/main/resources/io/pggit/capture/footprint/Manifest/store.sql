-- Notes every part of the footprint as it is; the comment stands for the query that finds them.
INSERT INTO pggit.manifest (kind, name, state)
SELECT n.kind, n.name, n.state::jsonb
  FROM (
/* now */
       ) AS n
