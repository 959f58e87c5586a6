-- Raises 40001 when somebody else's change was committed since a plan was made: behind the lock, as with a trigger switched off.
-- snapshot   pg_current_snapshot() of when the plan was made
CREATE OR REPLACE FUNCTION pggit.require_not_overtaken(snapshot text) RETURNS void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF EXISTS (SELECT FROM pggit.ddl_audit AS a
                WHERE a.xid >= pg_snapshot_xmin(snapshot::pg_snapshot) AND a.xid <> pg_current_xact_id()
                  AND NOT pg_visible_in_snapshot(a.xid, snapshot::pg_snapshot)) THEN
        RAISE EXCEPTION 'The schema changed while the plan was made; try again' USING ERRCODE = '40001';
    END IF;
END
$$
