-- Whether the writer of a row we see is this transaction or one of its subtransactions: nobody else's can be in progress.
-- Only for an xid that is not older than this transaction's, which has one.
CREATE OR REPLACE FUNCTION pggit.is_own_xid(writer xid) RETURNS boolean
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT pg_xact_status((pg_current_xact_id()::text::bigint - age(writer))::text::xid8) = 'in progress');
END
$$;
ALTER FUNCTION pggit.is_own_xid(xid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.is_own_xid(xid) FROM PUBLIC;
