-- The statement of a text with several that a command of this tag came from: the only one it can be, else the first whose
-- rows this transaction does not have yet. Not exact, and the whole text, when that cannot be told.
-- script   what the client sent, or what a function ran
-- piece    the statement
-- exact    whether it is for certain
CREATE OR REPLACE FUNCTION pggit.piece_of(tag text, script text, OUT piece text, OUT exact boolean)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    candidates text[];
    hashes     text[];
    statements integer;
    undone     boolean;
    before     bigint;
BEGIN
    piece := script;
    exact := script IS NOT NULL;
    IF script IS NULL OR script !~ ';\s*[^\s;]' THEN
        RETURN;
    END IF;
    IF length(script) > 1000000 OR script ~* '\mbegin\s+atomic\M' THEN
        exact := false;
        RETURN;
    END IF;
    SELECT count(*), coalesce(bool_or(p.head ~ '^(ROLLBACK|COMMIT|END|ABORT|SAVEPOINT|BEGIN|START TRANSACTION)\M'), false),
           array_agg(p.piece ORDER BY p.n) FILTER (WHERE pggit.is_head_of(tag, p.head, p.code))
      INTO statements, undone, candidates
      FROM pggit.pieces(script) AS p;
    IF cardinality(candidates) = 1 THEN
        piece := candidates[1];
        RETURN;
    END IF;
    exact := false;
    IF candidates IS NULL OR undone OR tag = 'SELECT INTO' THEN
        RETURN;
    END IF;
    SELECT array_agg(DISTINCT pggit.keyed_hash(c)) INTO hashes FROM unnest(candidates) AS c;
    SELECT count(*) INTO before
      FROM pggit.ddl_audit AS a
     WHERE a.xid = pg_current_xact_id_if_assigned() AND a.statement_at = statement_timestamp()
       AND a.event = 'ddl_command_end' AND a.statement_hmac = ANY (hashes);
    piece := candidates[before % cardinality(candidates) + 1];
    exact := true;
END
$$;
ALTER FUNCTION pggit.piece_of(text, text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.piece_of(text, text) FROM PUBLIC;
