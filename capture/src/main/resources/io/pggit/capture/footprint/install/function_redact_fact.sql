-- What pggit.redact_facts does, of one member of the facts and what is in it.
-- key      the name of the member; '' for the facts themselves
CREATE OR REPLACE FUNCTION pggit.redact_fact(facts jsonb, key text) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    words   CONSTANT text := '(^|[_.])(passw(or)?d|passwd|pwd|passphrase|passcode|secret|token|api_?key|access_?key|private_?key)$';
    secret  CONSTANT boolean := key ~* words;
    written CONSTANT text := facts::text;
    content text;
BEGIN
    IF facts IS NULL OR NOT secret AND (written !~ '[''$]|"(comment|labels|settings|options)"'
                                                 AND key NOT IN ('comment', 'labels', 'settings', 'options')
                                             OR NOT pggit.suspicious(written)) THEN
        RETURN facts;
    END IF;
    CASE jsonb_typeof(facts)
    WHEN 'object' THEN
        RETURN (SELECT coalesce(jsonb_object_agg(m.name, CASE WHEN m.name IN ('depends_on', 'column_order', 'owner', 'grants', 'name', 'type')
                                                                  AND jsonb_typeof(m.value) <> 'object'
                                                             THEN m.value
                                                             WHEN key IN ('options', 'settings') AND jsonb_typeof(m.value) = 'string'
                                                             THEN to_jsonb(CASE WHEN m.name ~* words THEN pggit.redaction_mark(m.value #>> '{}')
                                                                                ELSE pggit.scrub(m.value #>> '{}') END)
                                                             WHEN m.name = 'default' AND secret AND m.value #>> '{}' ~ '^''(.+)''(::[^'']*)?$'
                                                             THEN to_jsonb(pggit.redact_sql(m.value #>> '{}', 'all'))
                                                             ELSE pggit.redact_fact(m.value, m.name) END), '{}')
                  FROM jsonb_each(facts) AS m (name, value));
    WHEN 'array' THEN
        RETURN (SELECT coalesce(jsonb_agg(pggit.redact_fact(m.value, key) ORDER BY m.o), '[]')
                  FROM jsonb_array_elements(facts) WITH ORDINALITY AS m (value, o));
    WHEN 'string' THEN
        content := facts #>> '{}';
        RETURN to_jsonb(CASE WHEN key IN ('comment', 'labels', 'settings', 'options') THEN pggit.scrub(content)
                             ELSE coalesce(pggit.redact_sql(content, 'facts'), pggit.scrub(content)) END);
    ELSE
        RETURN facts;
    END CASE;
END
$$;
ALTER FUNCTION pggit.redact_fact(jsonb, text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.redact_fact(jsonb, text) FROM PUBLIC;
