-- The statement a command came from, as it may be stored; for the writers, which alone know their stack.
-- tag         the command's
-- stack       PG_CONTEXT of the writer
-- script      the exact statement as it was, for decisions about this command only; NULL when it is not known
-- statement   the same redacted; when it is not known, the text it is somewhere in, redacted
-- exact       whether it is the statement itself
-- callers     the stack below the writer, redacted
-- redactions  parts of statement and callers that were replaced
-- hmac        keyed hash of the statement as it was
-- claims      what the session says of itself
-- number, places, sizes, digest   for pggit.note_piece, once the command is complete
DROP FUNCTION IF EXISTS pggit.statement_of(text, text);
CREATE FUNCTION pggit.statement_of(tag text, stack text, OUT script text, OUT statement text, OUT exact boolean,
        OUT callers text, OUT redactions integer, OUT hmac text, OUT claims jsonb,
        OUT number integer, OUT places integer[], OUT sizes integer[], OUT digest bytea)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sent    CONSTANT text := current_query();
    ran     record;
    found_  record;
    inner_  record;
    cleaned record;
BEGIN
    IF strpos(stack, E'\n') = 0 AND pggit.is_alone(sent) THEN
        -- what nearly every command is: sent by the client, alone
        exact := true;
        script := sent;
        statement := sent;
        redactions := 0;
        IF pggit.may_hold_secret(tag, sent) THEN
            cleaned := pggit.redact(tag, sent);
            statement := cleaned.content;
            redactions := cleaned.redactions;
        END IF;
        hmac := pggit.keyed_hash(sent);
        claims := pggit.claims(sent);
        RETURN;
    END IF;
    ran := pggit.statement_in(stack);
    found_ := pggit.piece_of(tag, ran.statement);
    number := found_.number;
    places := found_.places;
    sizes := found_.sizes;
    digest := found_.digest;
    -- a text made to look like the end of a stack line would leave a part of a statement: one that is not this command, or ends
    -- within a literal or comment
    exact := ran.exact AND found_.exact
        AND (ran.callers IS NULL
             OR found_.piece ~* ('\m' || split_part(tag, ' ', 1) || '\M')
                AND (found_.piece !~ '[''"$]|--|/\*' OR EXISTS (SELECT FROM pggit.lex(found_.piece))));
    IF NOT ran.exact THEN
        SELECT p.piece, true AS exact INTO inner_ FROM pggit.piece_of_function(ran.callers) AS p WHERE p.piece IS NOT NULL;
        IF FOUND THEN
            found_ := inner_;
            exact := true;
        END IF;
    END IF;
    script := CASE WHEN exact THEN found_.piece END;
    cleaned := pggit.redact(tag, found_.piece);
    statement := cleaned.content;
    redactions := coalesce(cleaned.redactions, 0);
    hmac := pggit.keyed_hash(found_.piece);
    claims := pggit.claims(coalesce(found_.piece, sent));
    IF claims = '{}' AND ran.callers IS NOT NULL THEN
        claims := pggit.claims(sent);
    END IF;
    cleaned := pggit.redact_context(ran.callers);
    callers := cleaned.content;
    redactions := redactions + coalesce(cleaned.redactions, 0);
END
$$;
ALTER FUNCTION pggit.statement_of(text, text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.statement_of(text, text) FROM PUBLIC;
