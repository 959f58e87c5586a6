-- Whether a command is a step of an extension's script: the client sent nothing but one CREATE or ALTER EXTENSION, and this
-- is another command. Nobody but the script's author and superusers can make anything run there.
CREATE OR REPLACE FUNCTION pggit.in_extension_script(tag text) RETURNS boolean
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN tag NOT LIKE '%EXTENSION'
       AND coalesce(current_query() ~* '^(\s|--[^\n]*\n)*(create|alter)\s+extension\s[^;]*;?\s*$', false);
END
$$;
ALTER FUNCTION pggit.in_extension_script(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.in_extension_script(text) FROM PUBLIC;
