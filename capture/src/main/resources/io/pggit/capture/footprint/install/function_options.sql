-- Options as stored ({fillfactor=70,...}) as an object; NULL when there are none.
-- prefix   put before each name: 'toast.' for options of a TOAST table
CREATE OR REPLACE FUNCTION pggit.options(stored text[], prefix text) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_object_agg(prefix || split_part(o, '=', 1), substr(o, strpos(o, '=') + 1)) FROM unnest(stored) AS o);
END
$$;
ALTER FUNCTION pggit.options(text[], text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.options(text[], text) FROM PUBLIC;
