-- A foreign data wrapper.
CREATE OR REPLACE FUNCTION pggit.describe_foreign_data_wrapper(wrapper oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'handler', nullif(w.fdwhandler::regproc::text, '-'),
                   'validator', nullif(w.fdwvalidator::regproc::text, '-'),
                   'options', pggit.secret_free(w.fdwoptions),
                   'owner', pg_get_userbyid(w.fdwowner),
                   'grants', CASE WHEN w.fdwacl IS NOT NULL THEN pggit.grants(w.fdwacl, 'F', w.fdwowner) END,
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = w.oid AND x.classoid = 'pg_foreign_data_wrapper'::regclass AND x.objsubid = 0),
                   'depends_on', pggit.depends_on('pg_foreign_data_wrapper'::regclass, w.oid, w.oid)))
          FROM pg_foreign_data_wrapper AS w
         WHERE w.oid = wrapper);
END
$$;
ALTER FUNCTION pggit.describe_foreign_data_wrapper(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_foreign_data_wrapper(oid) FROM PUBLIC;
