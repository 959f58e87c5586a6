-- Raises 55000 when a plan would destroy data, and locks what it looked at, so that none comes in between. With the caller's
-- rights, and never through a row security policy.
-- losses    [{table, column, fallback, type, from}]: tables, columns and their fallbacks, columns and the narrower types they get
-- discard   whether it may
-- what      such as: Checkout
CREATE OR REPLACE FUNCTION pggit.guard_data(losses jsonb, discard boolean, what text) RETURNS void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp SET row_security = off
AS $$
DECLARE
    loss   record;
    number bigint;
    lost   text[] := '{}';
BEGIN
    IF discard THEN
        PERFORM pggit.require_admin('p_discard_data');
        RETURN;
    END IF;
    FOR loss IN SELECT l ->> 'table' AS relation, l ->> 'column' AS col, l ->> 'fallback' AS fallback,
                       l ->> 'type' AS kind, l ->> 'from' AS was
                  FROM jsonb_array_elements(losses) AS l LOOP
        EXECUTE 'LOCK TABLE ONLY ' || loss.relation || ' IN ACCESS EXCLUSIVE MODE';
        IF loss.col IS NULL THEN
            EXECUTE 'SELECT count(*) FROM ONLY ' || loss.relation INTO number;
        ELSIF loss.kind IS NULL THEN
            EXECUTE format('SELECT count(*) FROM ONLY %s WHERE %I IS NOT NULL AND %I::text IS DISTINCT FROM (%s)::text',
                           loss.relation, loss.col, loss.col, loss.fallback) INTO number;
        ELSE
            BEGIN
                EXECUTE format('SELECT count(*) FROM ONLY %s WHERE %I IS DISTINCT FROM %I::%s::%s',
                               loss.relation, loss.col, loss.col, loss.kind, loss.was) INTO number;
            EXCEPTION WHEN data_exception OR cannot_coerce OR integrity_constraint_violation OR undefined_function THEN
                EXECUTE format('SELECT count(%I) FROM ONLY %s', loss.col, loss.relation) INTO number;
            END;
        END IF;
        IF number > 0 THEN
            lost := lost || format('%s%s (%s rows)', loss.relation, '.' || quote_ident(loss.col), number);
        END IF;
    END LOOP;
    IF cardinality(lost) > 0 THEN
        RAISE EXCEPTION '% would discard data in: %', what, array_to_string(lost, ', ')
              USING ERRCODE = '55000', DETAIL = array_to_string(lost, E'\n'),
                    HINT = 'Save what you need; p_discard_data => true goes on without it.';
    END IF;
END
$$
