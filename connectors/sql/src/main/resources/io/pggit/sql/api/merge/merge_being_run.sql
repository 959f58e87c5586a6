-- A merge whose plan was made in this transaction; an error when there is none.
CREATE OR REPLACE FUNCTION pggit.merge_being_run(p_merge uuid) RETURNS pggit.merge_work
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    work pggit.merge_work;
BEGIN
    SELECT m.* INTO work FROM pggit.merge_work AS m
     WHERE m.id = p_merge AND m.plan_xid = pg_current_xact_id_if_assigned();
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Merge % is not being carried out in this transaction', p_merge USING ERRCODE = '55000';
    END IF;
    RETURN work;
END
$$
