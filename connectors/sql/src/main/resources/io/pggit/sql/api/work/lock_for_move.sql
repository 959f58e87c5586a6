-- Until the end of the transaction, nobody else writes an audit row or moves HEAD or a branch: the ids of commits are final before
-- they are committed, and a plan cannot be overtaken. Writers of audit rows hold the same lock shared. Honours lock_timeout.
CREATE OR REPLACE FUNCTION pggit.lock_for_move() RETURNS void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(1885824873, 1);
END
$$
