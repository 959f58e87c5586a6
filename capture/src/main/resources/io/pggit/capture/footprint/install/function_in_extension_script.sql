-- Whether a command is a step of an extension's script: the client sent nothing but one CREATE or ALTER EXTENSION, and this
-- is another command. Nobody but the script's author and superusers can make anything run there.
CREATE OR REPLACE FUNCTION pggit.in_extension_script(tag text) RETURNS boolean
    LANGUAGE sql AS $$
SELECT tag OPERATOR(pg_catalog.!~~) '%EXTENSION'
   AND coalesce(pg_catalog.current_query() OPERATOR(pg_catalog.~*)
                    '^(\s|--[^\n]*\n)*(create|alter)\s+extension\s[^;]*;?\s*$', false)
$$;
ALTER FUNCTION pggit.in_extension_script(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.in_extension_script(text) FROM PUBLIC;
