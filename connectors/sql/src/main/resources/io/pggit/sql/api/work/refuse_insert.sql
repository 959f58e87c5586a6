-- A row put into pggit.branches is accepted when there is such a branch already, and changes nothing then.
CREATE OR REPLACE FUNCTION pggit.refuse_insert() RETURNS trigger
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF current_user <> 'pggit_owner' THEN
        IF EXISTS (SELECT FROM pggit.branches AS b WHERE b.name = NEW.name) THEN
            RETURN NEW; -- to ON CONFLICT, or to an error
        END IF;
        RAISE EXCEPTION 'Branch % does not exist', NEW.name
              USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Make it with pggit.create_branch.';
    END IF;
    RETURN NEW;
END
$$
