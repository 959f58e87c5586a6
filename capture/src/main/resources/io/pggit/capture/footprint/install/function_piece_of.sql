-- The statement of a text with several that a command of this tag came from: the only one it can be, else the first whose
-- rows this transaction does not have yet. Not exact, and the whole text, when that cannot be told.
-- script   what the client sent, or what a function ran
-- piece    the statement
-- exact    whether it is for certain
-- number   which statement of the text it is; NULL when their order does not tell which one comes next
-- digest   the text's hash
-- places, sizes   where the statements of the text are, when that is not noted yet
DROP FUNCTION IF EXISTS pggit.piece_of(text, text);
CREATE FUNCTION pggit.piece_of(tag text, script text, OUT piece text, OUT exact boolean, OUT number integer,
        OUT places integer[], OUT sizes integer[], OUT digest bytea)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    bytes      bytea;
    following  record;
    candidates text[];
    numbers    integer[];
    hashes     text[];
    undone     boolean;
    before     bigint;
    chosen     integer;
BEGIN
    piece := script;
    exact := script IS NOT NULL;
    IF script IS NULL OR pggit.is_alone(script) THEN
        RETURN;
    END IF;
    IF octet_length(script) > 1000000 THEN
        exact := false;
        RETURN;
    END IF;
    bytes := convert_to(script, getdatabaseencoding());
    digest := sha256(bytes);
    following := pggit.next_piece(tag, bytes, digest);
    IF following.number IS NOT NULL THEN
        piece := following.piece;
        number := following.number;
        RETURN;
    END IF;
    SELECT coalesce(bool_or(p.head ~ '^(ROLLBACK|COMMIT|END|ABORT|SAVEPOINT|BEGIN|START TRANSACTION)\M'), false),
           array_agg(p.piece ORDER BY p.n) FILTER (WHERE pggit.is_head_of(tag, p.head, p.code)),
           array_agg(p.n ORDER BY p.n) FILTER (WHERE pggit.is_head_of(tag, p.head, p.code)),
           array_agg(p.place ORDER BY p.n), array_agg(p.size ORDER BY p.n)
      INTO undone, candidates, numbers, places, sizes
      FROM pggit.pieces(script) AS p;
    IF cardinality(candidates) = 1 THEN
        piece := candidates[1];
        number := CASE WHEN NOT undone THEN numbers[1] END;
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
    chosen := before % cardinality(candidates) + 1;
    piece := candidates[chosen];
    number := numbers[chosen];
    exact := true;
END
$$;
ALTER FUNCTION pggit.piece_of(text, text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.piece_of(text, text) FROM PUBLIC;
