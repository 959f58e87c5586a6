-- Raises an error unless a name can be given to a branch or tag: one that Git takes too.
-- what     Branch or Tag
CREATE OR REPLACE FUNCTION pggit.check_name(what text, name text) RETURNS void
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF name IS NULL THEN
        RAISE EXCEPTION '% name cannot be NULL', what USING ERRCODE = '22004';
    ELSIF name = '' THEN
        RAISE EXCEPTION '% name cannot be empty', what USING ERRCODE = '22023';
    ELSIF length(name) > 255 THEN
        RAISE EXCEPTION '% name too long (max 255 characters, got %)', what, length(name) USING ERRCODE = '22023';
    ELSIF name !~ '^[a-zA-Z0-9._/#-]+$' OR name ~ '(^[-/]|/$|//|\.\.|(^|/)\.|\.$|\.lock(/|$))' OR name = 'HEAD' THEN
        RAISE EXCEPTION '% name % is not valid', what, name
              USING ERRCODE = '22023', HINT = 'Use letters, digits, ".", "_", "/", "#" and "-", as Git allows them.';
    END IF;
END
$$
