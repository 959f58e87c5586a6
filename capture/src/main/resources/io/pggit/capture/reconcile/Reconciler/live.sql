-- Every tracked object as it is.
-- rows     classid, objid, element (jsonb, as text)
-- locks    ACCESS SHARE on catalogs only
SELECT (d.element ->> 'classid')::bigint AS classid, (d.element ->> 'objid')::bigint AS objid, d.element::text AS element
  FROM pggit.describe_all() AS d (element)
