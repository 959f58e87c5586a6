-- The substrings of a text that look random, each once: long, and of mixed classes of characters. Names that people make
-- up change class seldom; UUIDs are left alone.
CREATE OR REPLACE FUNCTION pggit.secret_tokens(content text) RETURNS SETOF text
    LANGUAGE plpgsql IMMUTABLE STRICT SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT DISTINCT m[1]
      FROM regexp_matches(content, '[A-Za-z0-9+/=_-]{20,}', 'g') AS m
     WHERE m[1] ~ '[0-9]'
       AND m[1] !~ '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$'
       AND (m[1] ~ '[0-9a-f]{32,}' AND m[1] ~ '[a-f]' OR m[1] ~ '[0-9A-F]{32,}' AND m[1] ~ '[A-F]'
            OR m[1] ~ '[a-z]' AND m[1] ~ '[A-Z]'
               AND regexp_count(m[1], '[a-z](?=[A-Z0-9])|[A-Z](?=[0-9a-z])|[0-9](?=[A-Za-z])') >= CASE WHEN m[1] ~ '[+/]' OR length(m[1]) = 40 THEN 0.25
                          WHEN m[1] ~ '[0-9].*[0-9]' THEN 0.35 ELSE 0.6 END * length(m[1]));
END
$$;
ALTER FUNCTION pggit.secret_tokens(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.secret_tokens(text) FROM PUBLIC;
