-- Raises 55006 when the caller's transaction has changed the schema itself, and 55000 when the schema is not as recorded: a plan
-- made now would be for another schema.
-- what     such as: checkout branch
CREATE OR REPLACE FUNCTION pggit.require_settled(what text) RETURNS void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    names text;
BEGIN
    IF pggit.has_unclosed_ddl() THEN
        RAISE EXCEPTION 'Cannot % with active transactions', what
              USING ERRCODE = '55006', DETAIL = 'This transaction has changed the schema and is not committed.',
                    HINT = 'Commit it first, or make it a commit with pggit.create_commit.';
    END IF;
    SELECT l.names INTO names FROM pggit.look() AS l;
    IF names IS NOT NULL THEN
        RAISE EXCEPTION 'Live schema differs from HEAD in: %', names
              USING ERRCODE = '55000', HINT = 'Take it in with pggit.create_commit, or undo it.';
    END IF;
END
$$
