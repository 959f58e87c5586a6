-- After pg_upgrade: the database goes on under its new number of the cluster, and everything there is gets a baseline row, since
-- pg_upgrade gives functions, schemas, constraints and others new numbers. False, and nothing done, where that is not the case.
-- by       the role to name as the effective one
CREATE OR REPLACE FUNCTION pggit.take_over(by text) RETURNS boolean
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT pggit.is_taken_over() THEN
        RETURN false;
    END IF;
    UPDATE pggit.incarnation AS i SET system_identifier = s.system_identifier FROM pg_control_system() AS s;
    PERFORM pggit.record_baseline(by);
    RETURN true;
END
$$;
ALTER FUNCTION pggit.take_over(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.take_over(text) FROM PUBLIC;
