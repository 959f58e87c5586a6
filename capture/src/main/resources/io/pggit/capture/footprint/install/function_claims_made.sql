-- As pggit.claims, where there may be any.
CREATE OR REPLACE FUNCTION pggit.claims_made(statement text) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    comment CONSTANT text := CASE WHEN statement ~ '^\s*/\*' THEN
        substring(left(statement, 2000) FROM '^\s*/\*([^*]*)\*/') END;
    author  CONSTANT text := coalesce(nullif(current_setting('pggit.author', true), ''),
                                      substring(comment FROM '\mauthor=''([^'']{1,200})'''));
    ticket  CONSTANT text := coalesce(nullif(current_setting('pggit.ticket', true), ''),
                                      substring(comment FROM '\mticket=''([^'']{1,200})'''));
BEGIN
    IF author IS NULL AND ticket IS NULL THEN
        RETURN '{}';
    END IF;
    RETURN jsonb_strip_nulls(jsonb_build_object('author', pggit.scrub(author), 'ticket', pggit.scrub(ticket)));
END
$$;
ALTER FUNCTION pggit.claims_made(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.claims_made(text) FROM PUBLIC;
