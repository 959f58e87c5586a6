-- Every tracked object, by the describing functions, and what each of its parts uses: plans are ordered by that, and it
-- would cost every DDL too much to be recorded.
-- rows     element (jsonb): see pggit.describe; facts also have "uses"
-- locks    ACCESS SHARE on catalogs only
SELECT CASE WHEN u.uses IS NULL THEN element ELSE pg_catalog.jsonb_set(element, '{facts,uses}', u.uses) END::text AS element
  FROM pggit.describe_all() AS element
 CROSS JOIN LATERAL (
           SELECT CASE WHEN element ? 'facts' THEN
                      pggit.uses((element ->> 'classid')::oid, (element ->> 'objid')::oid) END AS uses
           -- asked once, although it is looked at twice
           OFFSET 0) AS u
