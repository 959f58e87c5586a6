-- The statement of a text that a command of this tag came from, when the command before it in the same text is noted: the first
-- behind that one which can have this tag. No number otherwise.
CREATE OR REPLACE FUNCTION pggit.next_piece(tag text, script text, digest bytea, OUT piece text, OUT number integer)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    noted     record;
    candidate record;
BEGIN
    SELECT s.places, s.sizes, s.done INTO noted
      FROM pggit.script AS s
     WHERE s.xid = pg_current_xact_id_if_assigned()
       AND s.statement_at = statement_timestamp() AND s.digest = next_piece.digest;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    FOR i IN noted.done + 1 .. cardinality(noted.places) LOOP
        SELECT p.* INTO candidate FROM pggit.pieces(substr(script, noted.places[i], noted.sizes[i])) AS p;
        IF pggit.is_head_of(tag, candidate.head, candidate.code) THEN
            piece := candidate.piece;
            number := i;
            RETURN;
        END IF;
    END LOOP;
END
$$;
ALTER FUNCTION pggit.next_piece(text, text, bytea) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.next_piece(text, text, bytea) FROM PUBLIC;
