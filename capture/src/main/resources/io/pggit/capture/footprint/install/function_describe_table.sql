-- What only tables have, without columns and other parts.
CREATE OR REPLACE FUNCTION pggit.describe_table(c pg_catalog.pg_class) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    facts jsonb := jsonb_strip_nulls(jsonb_build_object(
        'row_security', CASE WHEN c.relrowsecurity THEN true END,
        'force_row_security', CASE WHEN c.relforcerowsecurity THEN true END,
        'replica_identity', CASE c.relreplident WHEN 'n' THEN CASE WHEN c.relkind <> 'f' THEN 'nothing' END WHEN 'f' THEN 'full' WHEN 'i' THEN 'index' END,
        'partition_by', CASE c.relkind WHEN 'p' THEN pg_get_partkeydef(c.oid) END,
        'of_type', CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END));
    parents jsonb;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_inherits AS h WHERE h.inhrelid = c.oid) THEN
        RETURN facts;
    END IF;
    SELECT jsonb_agg(format('%I.%I', n.nspname, p.relname) ORDER BY h.inhseqno) INTO parents
      FROM pg_inherits AS h
      JOIN pg_class AS p ON p.oid = h.inhparent
      JOIN pg_namespace AS n ON n.oid = p.relnamespace
     WHERE h.inhrelid = c.oid;
    IF c.relispartition THEN
        RETURN facts || jsonb_build_object('partition_of', jsonb_build_object(
            'parent', parents -> 0, 'bound', pg_get_expr(c.relpartbound, c.oid)));
    END IF;
    RETURN facts || jsonb_build_object('inherits', parents);
END
$$;
ALTER FUNCTION pggit.describe_table(pg_catalog.pg_class) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_table(pg_catalog.pg_class) FROM PUBLIC;
