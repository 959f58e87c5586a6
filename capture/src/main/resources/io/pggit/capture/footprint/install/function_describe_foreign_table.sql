-- Facts of a foreign table with what only foreign tables have put in: its server and options, and those of its columns.
CREATE OR REPLACE FUNCTION pggit.describe_foreign_table(relation oid, facts jsonb) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    a record;
BEGIN
    facts := facts || (
        SELECT jsonb_strip_nulls(jsonb_build_object('server', s.srvname, 'options', pggit.secret_free(f.ftoptions)))
          FROM pg_foreign_table AS f
          JOIN pg_foreign_server AS s ON s.oid = f.ftserver
         WHERE f.ftrelid = relation);
    FOR a IN SELECT t.attname::text AS name, t.attfdwoptions AS options FROM pg_attribute AS t
              WHERE t.attrelid = relation AND t.attnum > 0 AND NOT t.attisdropped AND t.attfdwoptions IS NOT NULL LOOP
        facts := jsonb_set(facts, ARRAY['columns', a.name, 'foreign_options'], pggit.secret_free(a.options));
    END LOOP;
    RETURN facts;
END
$$;
ALTER FUNCTION pggit.describe_foreign_table(oid, jsonb) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_foreign_table(oid, jsonb) FROM PUBLIC;
