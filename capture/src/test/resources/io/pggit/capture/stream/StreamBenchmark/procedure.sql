-- Writes audit rows of about 0.7 KB, a given number in each transaction.
-- rows     none
-- locks    ACCESS EXCLUSIVE on the new procedure
CREATE PROCEDURE pggit.fill(total integer, per_transaction integer)
LANGUAGE plpgsql AS $$
BEGIN
    FOR i IN 1 .. total / per_transaction LOOP
        INSERT INTO pggit.ddl_audit (command_tag, statement, objects)
        SELECT 'ALTER TABLE', 'ALTER TABLE public.t' || n || ' ADD COLUMN c' || n || ' ' || pg_catalog.repeat('x', 200),
               pg_catalog.jsonb_build_array(pg_catalog.jsonb_build_object(
                   'classid', 1259, 'objid', 16384 + n, 'type', 'table', 'identity', 'public.t' || n,
                   'cause', 'direct', 'unmodelled', true, 'note', pg_catalog.repeat('y', 200)))
          FROM pg_catalog.generate_series(1, per_transaction) AS n;
        COMMIT;
    END LOOP;
END $$
