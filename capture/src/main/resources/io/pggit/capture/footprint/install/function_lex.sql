-- The parts of an SQL text in order; put together they are the text again. No row when the text ends inside a literal, a
-- quoted name or a comment, is not understood for certain, or has more than a hundred thousand quotes, brackets, lines and the
-- like: whoever sent it waits for this. Takes time in proportion to the length.
-- kind     c code, s literal in quotes (its prefix, such as E, is code), i name in quotes, k comment, d literal in dollars,
--          ; end of a statement, outside of parentheses and of a body that begins with BEGIN ATOMIC
CREATE OR REPLACE FUNCTION pggit.lex(script text) RETURNS TABLE (n integer, kind text, body text)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    runs       text[];
    marks      text[];
    run        text;
    mark       text;
    run_parts  integer[] := '{}';
    mark_parts integer[] := '{}';
    kinds      text[] := '{c}';
    part       integer := 1;
    last       integer := 1;
    state      text := 'c';
    quoted     integer := -1;  -- the mark that ended the last literal
    escapes    boolean := false;
    escaped    boolean := false;
    in_name    boolean := false;
    nested     integer := 0;
    depth      integer := 0;
    tag        text;
    bodies     CONSTANT boolean := script ~* '\matomic\M';
    head       text := '';     -- the first words of a statement; followed where there are bodies
    word       text;
    previous   text;
    body_depth integer := 0;   -- of BEGIN ATOMIC and of the CASE in it, which has an END as well
BEGIN
    IF length(script) - length(translate(script, '-''"$/*;()\' || E'\n', '')) > 100000 THEN
        RETURN;
    END IF;
    SELECT array_agg(t.m[1] ORDER BY t.o), array_agg(t.m[2] ORDER BY t.o) INTO runs, marks
      FROM regexp_matches(script, '([^-''"$/*;()\n\\]*)(--|/\*|\*/|\$(?:[^\W\d]\w*)?\$|[-''"$/*;()\n\\]|$)', 'g')
               WITH ORDINALITY AS t (m, o);
    FOR i IN 1 .. coalesce(cardinality(marks), 0) LOOP
        run := runs[i];
        mark := marks[i];
        run_parts[i] := part;
        mark_parts[i] := part;
        CASE state
        WHEN 'c' THEN
            IF bodies AND depth <= 0 THEN
                FOR word IN SELECT w.m[1] FROM regexp_matches(lower(run), '\w+', 'g') WITH ORDINALITY AS w (m, o) ORDER BY w.o LOOP
                    IF length(head) < 60 THEN
                        head := head || word || ' ';
                    END IF;
                    body_depth := body_depth + CASE
                        WHEN body_depth > 0 THEN CASE word WHEN 'case' THEN 1 WHEN 'end' THEN -1 ELSE 0 END
                        WHEN previous = 'begin' AND word = 'atomic' AND head ~ '^create (or replace )?(function|procedure) ' THEN 1
                        ELSE 0
                    END;
                    previous := word;
                END LOOP;
            END IF;
            CASE mark
            WHEN '''' THEN
                IF run = '' AND quoted = i - 1 THEN
                    part := last - 1;  -- a doubled quote: the literal goes on
                    mark_parts[i] := part;
                ELSE
                    escapes := run ~ '(^|[^\w$])[eE]$' OR current_setting('standard_conforming_strings') = 'off';
                    last := last + 1; part := last; kinds := kinds || 's'::text; mark_parts[i] := part;
                END IF;
                state := 's';
                escaped := false;
            WHEN '"' THEN
                last := last + 1; part := last; kinds := kinds || 'i'::text; mark_parts[i] := part; state := 'i';
            WHEN '--' THEN
                last := last + 1; part := last; kinds := kinds || 'k'::text; mark_parts[i] := part; state := '-';
            WHEN '/*' THEN
                last := last + 1; part := last; kinds := kinds || 'k'::text; mark_parts[i] := part; state := 'k'; nested := 1;
            WHEN '(' THEN depth := depth + 1;
            WHEN ')' THEN depth := depth - 1;
            WHEN ';' THEN
                IF depth <= 0 AND body_depth = 0 THEN
                    last := last + 1; kinds := kinds || ';'::text; mark_parts[i] := last;
                    last := last + 1; kinds := kinds || 'c'::text; part := last; depth := 0;
                    head := '';
                END IF;
            ELSE
                IF mark LIKE '$%' THEN
                    in_name := CASE WHEN run <> '' THEN run ~ '\w$' ELSE in_name AND coalesce(marks[i - 1] LIKE '$%', false) END;
                    IF length(mark) > 1 AND NOT in_name THEN
                        last := last + 1; part := last; kinds := kinds || 'd'::text; mark_parts[i] := part; state := 'd';
                        tag := mark;
                    ELSE
                        in_name := length(mark) > 1 OR in_name;
                    END IF;
                END IF;
            END CASE;
        WHEN 's' THEN
            IF escaped AND run = '' THEN
                escaped := false;
            ELSIF mark = '''' THEN
                state := 'c'; quoted := i;
                IF part = last THEN
                    last := last + 1; kinds := kinds || 'c'::text;
                END IF;
                part := last;
            ELSE
                escaped := escapes AND mark = '\';
            END IF;
        WHEN 'i' THEN
            IF mark = '"' THEN
                state := 'c';
                last := last + 1; part := last; kinds := kinds || 'c'::text;
            END IF;
        WHEN '-' THEN
            IF mark = E'\n' THEN
                state := 'c';
                last := last + 1; part := last; kinds := kinds || 'c'::text;
            END IF;
        WHEN 'k' THEN
            nested := nested + CASE mark WHEN '/*' THEN 1 WHEN '*/' THEN -1 ELSE 0 END;
            IF nested = 0 THEN
                state := 'c';
                last := last + 1; part := last; kinds := kinds || 'c'::text;
            END IF;
        WHEN 'd' THEN
            IF mark = tag THEN
                state := 'c';
                last := last + 1; part := last; kinds := kinds || 'c'::text;
            ELSIF mark LIKE '$%$' AND length(mark) > 1 AND i < cardinality(marks)
                    AND '$' || runs[i + 1] || left(marks[i + 1], 1) = tag THEN
                RETURN;  -- the last $ of this mark begins the end of the literal
            END IF;
        END CASE;
    END LOOP;
    IF state NOT IN ('c', '-') OR body_depth > 0 OR bodies AND script ~ '\w\$\w' THEN
        RETURN;  -- where names have a dollar, words are not told apart here
    END IF;
    RETURN QUERY
        SELECT u.part, kinds[u.part], string_agg(u.piece, '' ORDER BY u.o)
          FROM (SELECT r.part, r.piece, 2 * r.o AS o FROM unnest(run_parts, runs) WITH ORDINALITY AS r (part, piece, o)
                UNION ALL
                SELECT m.part, m.piece, 2 * m.o + 1 FROM unnest(mark_parts, marks) WITH ORDINALITY AS m (part, piece, o)) AS u
         GROUP BY u.part
        HAVING string_agg(u.piece, '') <> ''
         ORDER BY u.part;
END
$$;
ALTER FUNCTION pggit.lex(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.lex(text) FROM PUBLIC;
