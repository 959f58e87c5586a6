-- Whether the caller's transaction changed the schema and no function of pgGit made a commit of it.
CREATE OR REPLACE FUNCTION pggit.has_unclosed_ddl() RETURNS boolean
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT EXISTS (
               SELECT FROM pggit.ddl_audit AS a
                WHERE a.xid = pg_current_xact_id_if_assigned() AND a.transaction_at = now() AND a.event NOT IN ('operation', 'baseline')
                  AND NOT EXISTS (
                      SELECT FROM pggit.ddl_audit AS o
                       WHERE o.xid = a.xid AND o.seq > a.seq AND o.event = 'operation'
                         AND (o.operation = 'commit' AND o.branch = a.branch
                              OR o.operation IN ('checkout', 'merge', 'revert')
                                 AND (o.details ->> 'since')::bigint < a.seq)))
$$
