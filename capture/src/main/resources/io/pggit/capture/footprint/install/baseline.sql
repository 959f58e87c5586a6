-- The first rows of an empty audit table: every object there is, one row each. Also where pg_upgrade has changed their numbers.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pggit.ddl_audit) THEN
        PERFORM pggit.record_baseline(current_user);
    ELSE
        PERFORM pggit.take_over(current_user);
    END IF;
END
$$;
