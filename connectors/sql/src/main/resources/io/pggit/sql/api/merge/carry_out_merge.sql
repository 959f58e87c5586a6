-- Runs the plan of a merge with the caller's own rights, if it destroys no data, then SQL of somebody's own, and makes the commit. A text that was
-- merged by line and that PostgreSQL refuses becomes a conflict. p_path is the search path of the caller.
-- Returns the merge as pggit.merge answers it.
CREATE OR REPLACE FUNCTION pggit.carry_out_merge(p_plan jsonb, p_open boolean, p_path text, p_discard_data boolean)
RETURNS jsonb
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    plan jsonb := p_plan;
    work CONSTANT uuid := p_plan ->> 'merge_id';
    step jsonb;
BEGIN
    WHILE (plan ->> 'live')::boolean AND (plan ->> 'conflict_count')::bigint = 0 LOOP
        PERFORM pggit.guard_data(plan -> 'losses', coalesce(p_discard_data, false), 'Merge');
        IF NOT jsonb_path_exists(plan, '$.statements[*].doubt') THEN
            PERFORM pggit.run_plan(plan -> 'statements');
            EXIT;
        END IF;
        BEGIN
            FOR step IN SELECT s FROM jsonb_array_elements(plan -> 'statements') AS s LOOP
                IF step ? 'doubt' THEN
                    PERFORM pggit.run_doubtful(step ->> 'sql', p_path);
                ELSE
                    PERFORM pggit.run_plan(jsonb_build_array(step));
                END IF;
            END LOOP;
            EXIT;
        EXCEPTION WHEN OTHERS THEN
            -- only what may be wrong with the text itself; a lock that was not to be had, say, is the caller's business
            IF NOT step ? 'doubt' OR SQLSTATE !~ '^(0A|2[0-9]|4[24]|P0)' OR SQLSTATE = '42501' THEN
                RAISE;
            END IF;
            RAISE WARNING '% was merged by line, and PostgreSQL refuses it: %', step ->> 'object', SQLERRM;
        END;
        plan := pggit.refuse_text(work, step -> 'doubt', p_open, current_user);
    END LOOP;
    IF (plan ->> 'conflict_count')::bigint > 0 THEN
        RETURN pggit.merge_result(work, NULL);
    END IF;
    IF p_plan ? 'own' THEN
        PERFORM pggit.check_merge(work);
        FOR step IN SELECT o FROM jsonb_array_elements(p_plan -> 'own') AS o LOOP
            PERFORM pggit.run_own(step ->> 'sql', p_path);
        END LOOP;
    END IF;
    RETURN pggit.finish_merge(work);
END
$$
