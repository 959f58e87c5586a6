-- What only base types have; a type that was only announced is a shell.
CREATE OR REPLACE FUNCTION pggit.describe_base_type(type oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT CASE WHEN NOT t.typisdefined THEN '{"variant": "shell"}' ELSE jsonb_strip_nulls(jsonb_build_object(
                   'variant', 'base',
                   'input', t.typinput::regproc::text,
                   'output', t.typoutput::regproc::text,
                   'receive', nullif(t.typreceive::regproc::text, '-'),
                   'send', nullif(t.typsend::regproc::text, '-'),
                   'typmod_in', nullif(t.typmodin::regproc::text, '-'),
                   'typmod_out', nullif(t.typmodout::regproc::text, '-'),
                   'analyze', nullif(t.typanalyze::regproc::text, '-'),
                   'subscript', nullif(t.typsubscript::regproc::text, '-'),
                   'length', t.typlen,
                   'by_value', CASE WHEN t.typbyval THEN true END,
                   'alignment', CASE t.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'i' THEN 'int4' ELSE 'double' END,
                   'storage', CASE t.typstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main' ELSE 'extended' END,
                   'category', t.typcategory,
                   'preferred', CASE WHEN t.typispreferred THEN true END,
                   'default', t.typdefault,
                   'element', CASE WHEN t.typelem <> 0 THEN format_type(t.typelem, NULL) END,
                   'delimiter', CASE WHEN t.typdelim <> ',' THEN t.typdelim END,
                   'collatable', CASE WHEN t.typcollation <> 0 THEN true END)) END
          FROM pg_type AS t
         WHERE t.oid = type);
END
$$;
ALTER FUNCTION pggit.describe_base_type(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_base_type(oid) FROM PUBLIC;
