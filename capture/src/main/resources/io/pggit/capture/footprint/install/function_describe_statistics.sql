-- The extended statistics of a relation. Part of it, since a change of a column's type makes them anew.
-- facts    {statistics: {qualified name: ...}}; what they depend on stands in them, since their drop names no table
-- parts    {statistics: {qualified name: {classid, objid}}}
CREATE OR REPLACE FUNCTION pggit.describe_statistics(relation oid, OUT facts jsonb, OUT parts jsonb)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    SELECT * INTO facts, parts FROM (
        SELECT jsonb_build_object('statistics', jsonb_object_agg(format('%I.%I', n.nspname, s.stxname), jsonb_strip_nulls(
                   jsonb_build_object(
                       'definition', pg_get_statisticsobjdef(s.oid),
                       'target', CASE WHEN s.stxstattarget >= 0 THEN s.stxstattarget END,
                       'owner', pg_get_userbyid(s.stxowner),
                       'comment', (SELECT x.description FROM pg_description AS x
                           WHERE x.objoid = s.oid AND x.classoid = 'pg_statistic_ext'::regclass AND x.objsubid = 0),
                       'depends_on', pggit.depends_on('pg_statistic_ext'::regclass, s.oid, relation))))),
               jsonb_build_object('statistics', jsonb_object_agg(format('%I.%I', n.nspname, s.stxname), jsonb_build_object(
                   'classid', 'pg_statistic_ext'::regclass::oid::bigint, 'objid', s.oid::bigint)))
          FROM pg_statistic_ext AS s
          JOIN pg_namespace AS n ON n.oid = s.stxnamespace
         WHERE s.stxrelid = relation
        HAVING count(*) > 0) AS described;
END
$$;
ALTER FUNCTION pggit.describe_statistics(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_statistics(oid) FROM PUBLIC;
