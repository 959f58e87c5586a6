-- Runs the plan of a merge with the caller's own rights, then SQL of somebody's own, and makes the commit. A text that was
-- merged by line and that PostgreSQL refuses becomes a conflict. p_path is the search path of the caller.
-- Returns the merge as pggit.merge answers it.
CREATE OR REPLACE FUNCTION pggit.carry_out_merge(p_plan jsonb, p_open boolean, p_path text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    plan  jsonb := p_plan;
    work  CONSTANT uuid := p_plan ->> 'merge_id';
    step  jsonb;
    doubt jsonb;
    own   jsonb;
BEGIN
    WHILE (plan ->> 'conflict_count')::bigint = 0 LOOP
        doubt := NULL;
        IF (plan ->> 'live')::boolean THEN
            IF jsonb_path_exists(plan, '$.statements[*].doubt') THEN
                BEGIN
                    FOR step IN SELECT s FROM jsonb_array_elements(plan -> 'statements') AS s LOOP
                        doubt := step -> 'doubt';
                        PERFORM pggit.run_step(step, p_path);
                    END LOOP;
                    doubt := NULL;
                EXCEPTION WHEN OTHERS THEN
                    IF doubt IS NULL THEN
                        RAISE;
                    END IF;
                    RAISE WARNING '% was merged by line, and PostgreSQL refuses it: %', step ->> 'object', SQLERRM;
                END;
            ELSE
                FOR step IN SELECT s FROM jsonb_array_elements(plan -> 'statements') AS s LOOP
                    PERFORM pggit.run_step(step, p_path);
                END LOOP;
            END IF;
        END IF;
        IF doubt IS NULL THEN
            EXIT;
        END IF;
        plan := pggit.refuse_text(work, doubt, p_open, current_user);
    END LOOP;
    IF (plan ->> 'conflict_count')::bigint > 0 THEN
        RETURN pggit.merge_result(work, NULL);
    END IF;
    IF p_plan ? 'own' THEN
        PERFORM pggit.check_merge(work);
        FOR own IN SELECT o FROM jsonb_array_elements(p_plan -> 'own') AS o LOOP
            PERFORM pggit.run_own(own ->> 'sql', p_path);
        END LOOP;
    END IF;
    RETURN pggit.finish_merge(work, current_user);
END
$$
