-- The names that a GRANT, a REVOKE or a DETACH in a text may mean, and other words of it. NULL when that cannot be told, or not
-- soon: all objects of a schema are meant, a name is spelled with escapes, a literal or a comment may hold a quote, or it is long;
-- the text has no such command, which an extension ran then; or event triggers of others are there, for an extension that follows
-- commands may pass a GRANT on to tables it keeps beside the one that is named.
CREATE OR REPLACE FUNCTION pggit.names_in(script text) RETURNS name[]
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF script IS NULL OR octet_length(script) > 10000 OR script !~* '\m(grant|revoke|detach)\M'
            OR EXISTS (SELECT FROM pg_event_trigger AS t WHERE t.evtname !~ '^pggit_')
            OR script ~* '\mall\M.*\min\M.*\mschema\M'
            OR script ~* 'u&"' OR script LIKE '%"%' AND script ~ '''|--|/\*|\$' THEN
        RETURN NULL;
    END IF;
    RETURN (
        -- whatever letters the encoding has, these end a name; in single-byte encodings PostgreSQL folds all letters, else A to Z
        SELECT array_agg(w.word::name) FROM (
            SELECT lower(u.word COLLATE "C") FROM regexp_split_to_table(script, '[\s!"#%&''()*+,./:;<=>?@\[\\\]^`{|}~-]+') AS u (word)
            UNION
            SELECT lower(u.word) FROM regexp_split_to_table(script, '[\s!"#%&''()*+,./:;<=>?@\[\\\]^`{|}~-]+') AS u (word)
            UNION
            SELECT replace(q.quoted[1], '""', '"') FROM regexp_matches(script, '"((?:[^"]|"")+)"', 'g') AS q (quoted)) AS w (word));
END
$$;
ALTER FUNCTION pggit.names_in(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.names_in(text) FROM PUBLIC;
