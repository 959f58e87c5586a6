-- The statement of a text that a command of this tag came from, when the command before it in the same text is noted: the first
-- behind that one which can have this tag. No number otherwise.
-- bytes    the text in the encoding of the database: a long text's characters are counted slowly
-- digest   its hash
DROP FUNCTION IF EXISTS pggit.next_piece(text, text, bytea);
CREATE OR REPLACE FUNCTION pggit.next_piece(tag text, bytes bytea, digest bytea, OUT piece text, OUT number integer)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    head      CONSTANT text := '^(?:\s|--[^\n]*\n|/\*[^*/]*\*/)*(\w+(?:\s+\w+)*)';
    noted     record;
    written   text;
    candidate record;
BEGIN
    SELECT s.places, s.sizes,
           (SELECT max(d.number) FROM pggit.script_done AS d
             WHERE d.xid = s.xid AND d.digest = s.digest AND d.statement_at = s.statement_at) AS done
      INTO noted
      FROM pggit.script AS s
     WHERE s.xid = pg_current_xact_id_if_assigned() AND s.digest = next_piece.digest
       AND s.statement_at = statement_timestamp();
    IF noted.done IS NULL THEN
        RETURN;
    END IF;
    FOR i IN noted.done + 1 .. cardinality(noted.places) LOOP
        written := convert_from(substring(bytes FROM noted.places[i] FOR noted.sizes[i]), getdatabaseencoding());
        IF tag NOT IN ('SELECT INTO', 'GRANT', 'REVOKE', 'COMMENT', 'SECURITY LABEL')
                AND pggit.is_head_of(tag, pggit.head_of(substring(written FROM head)), NULL) THEN
            -- what nearly every one is: its first words tell, and it need not be taken apart
            piece := btrim(written, E' \t\r\n\f');
            number := i;
            RETURN;
        END IF;
        SELECT p.* INTO candidate FROM pggit.pieces(written) AS p;
        IF pggit.is_head_of(tag, candidate.head, candidate.code) THEN
            piece := candidate.piece;
            number := i;
            RETURN;
        END IF;
    END LOOP;
END
$$;
ALTER FUNCTION pggit.next_piece(text, bytea, bytea) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.next_piece(text, bytea, bytea) FROM PUBLIC;
