-- An SQL text with its secrets replaced by marks; NULL when it cannot be taken apart for certain or has thousands of literals
-- to hash.
-- how      'all': every literal and every comment, since something in the text is called a password
--          'text': the options of foreign objects, what is assigned to something called like a secret, secrets by their look
--          'facts': as 'text' without the options; in doubt it leaves things alone, for facts are what plans are made of
CREATE OR REPLACE FUNCTION pggit.redact_sql(script text, how text) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    words    CONSTANT text := '(?:passw(?:or)?d|passwd|pwd|\mpw|\mpass|passphrase|passcode|secret|token|api_?key|access_?key|private_?key|encryption_?key|credentials?)';
    named    CONSTANT text := words || '"?\)?(?:::[\w ."]+)?\)?\s*(?:(?::=|=>|<>|!=|=|\mto\M|\mis\M|[\w.() :]*\mdefault\M|(?:\mconstant\s+)?[\w.]+(?:\([\d, ]*\))?\s*(?::=|=))\s*)?\(*[en]?$';
    foreign_ CONSTANT boolean := script ~* '\mlanguage\s+[''"]?(?!sql\M|plpgsql\M|internal\M|c\M)\w';
    part     record;
    result   text[] := '{}';
    before   text := '';       -- code just before the part
    previous text := '';       -- the literal before
    since    text := ';';      -- code since that literal
    armed    boolean := false; -- a literal said that a secret comes next
    options  boolean := false; -- inside OPTIONS ( ... )
    edge     text;
    content  text;
    cleaned  text;
    parts    integer := 0;
BEGIN
    FOR part IN SELECT l.kind, l.body FROM pggit.lex(script) AS l LOOP
        parts := parts + 1;
        IF parts > 20000 OR how = 'all' AND parts > 8000 THEN
            RETURN NULL;
        END IF;
        CASE part.kind
        WHEN 's' THEN
            content := substr(part.body, 2, length(part.body) - 2);
            IF content = '' THEN
                cleaned := '';
            ELSIF how = 'all' OR how = 'text' AND options OR armed OR before ~* named
                    OR content LIKE '%\''%' AND pggit.suspicious(content)
                    OR previous ~* ('^[\w.-]*' || words || '$') AND since ~* '^(::[\w ]+)?\s*[,:=>]+\s*(e|n)?$' THEN
                cleaned := pggit.redaction_mark(content);
            ELSE
                cleaned := pggit.scrub(content);
            END IF;
            armed := armed OR how <> 'all' AND length(content) < 100000 AND (
                         content ~* (words || '[\s=:]*('''')?\s*$') OR content ~* (words || '[^%]*%[0-9$-]*[LsI]'));
            result := result || ('''' || cleaned || '''');
            previous := content;
            since := '';
            before := '''';
        WHEN 'd' THEN
            edge := substring(part.body FROM '^\$[^$]*\$');
            content := substr(part.body, length(edge) + 1, length(part.body) - 2 * length(edge));
            IF how = 'all' AND foreign_ OR how = 'text' AND options OR before ~* named AND before !~* '\mis\s*$' THEN
                cleaned := pggit.redaction_mark(content);
            ELSIF how = 'all' OR pggit.suspicious(content) THEN
                cleaned := pggit.redact_sql(content, how);
                IF cleaned IS NULL THEN
                    cleaned := CASE how WHEN 'all' THEN pggit.redaction_mark(content) ELSE pggit.scrub(content) END;
                END IF;
            ELSE
                cleaned := content;
            END IF;
            result := result || (edge || cleaned || edge);
            since := ';';
            before := '''';
        WHEN 'k' THEN
            IF how = 'all' THEN
                result := result || (CASE WHEN part.body LIKE '--%' THEN '--' || pggit.redaction_mark(part.body)
                                                  || CASE WHEN part.body LIKE E'%\n' THEN E'\n' ELSE '' END
                                          ELSE '/*' || pggit.redaction_mark(part.body) || '*/' END);
            ELSE
                result := result || pggit.scrub(part.body);
            END IF;
        ELSE
            result := result || part.body;
            before := right(before || part.body, 120);
            since := left(since || part.body, 200);
            armed := armed AND part.kind <> ';' AND part.body NOT LIKE '%;%';
            options := CASE WHEN part.body ~* '\moptions\s*\([^)]*$' THEN true
                            WHEN part.body LIKE '%)%' THEN false ELSE options END;
        END CASE;
    END LOOP;
    RETURN CASE WHEN parts > 0 OR script = '' THEN array_to_string(result, '') END;
END
$$;
ALTER FUNCTION pggit.redact_sql(text, text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.redact_sql(text, text) FROM PUBLIC;
