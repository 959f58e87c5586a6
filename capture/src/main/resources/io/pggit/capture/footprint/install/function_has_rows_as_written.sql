-- Whether the oldest audit rows are stored as the transactions that wrote them left them: so also after pg_upgrade, which takes the
-- files over, but not after a dump, whose rows were all written by whoever restored it.
CREATE OR REPLACE FUNCTION pggit.has_rows_as_written() RETURNS boolean
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce((
        SELECT o.writer::text::numeric = o.xid::text::numeric % 4294967296
               -- two transactions with one writer: a dump that happened to be restored by a transaction of the first one's number
               AND (SELECT a.xmin <> o.writer FROM pggit.ddl_audit AS a WHERE a.xid <> o.xid ORDER BY a.seq LIMIT 1)
          FROM (SELECT a.xid, a.xmin AS writer FROM pggit.ddl_audit AS a ORDER BY a.seq LIMIT 1) AS o), false)
$$;
ALTER FUNCTION pggit.has_rows_as_written() OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.has_rows_as_written() FROM PUBLIC;
