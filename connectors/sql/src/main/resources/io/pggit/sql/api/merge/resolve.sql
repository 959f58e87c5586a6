-- pggit.resolve_conflict for a caller whose search path is p_path.
CREATE OR REPLACE FUNCTION pggit.resolve(p_conflict integer, p_resolution text, p_custom_sql text, p_path text,
                                         p_discard_data boolean) RETURNS void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    began CONSTANT timestamptz := clock_timestamp();
    plan  jsonb := pggit.begin_resolution(p_conflict, p_resolution, p_custom_sql, current_user);
BEGIN
    IF plan IS NOT NULL THEN
        PERFORM pggit.carry_out_merge(plan, true, p_path, p_discard_data);
    END IF;
    PERFORM pggit.note_call(began);
END
$$
