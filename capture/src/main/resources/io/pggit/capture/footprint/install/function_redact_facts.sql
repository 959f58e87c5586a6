-- Facts with the secrets in their texts replaced by marks. Used by whatever describes an object, so that what is stored and
-- what is read from the live database agree. Names are left alone: only SQL texts and comments can hold a secret.
CREATE OR REPLACE FUNCTION pggit.redact_facts(facts jsonb, key text DEFAULT '') RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    secret  CONSTANT boolean := key ~* '(^|[_.])(passw(or)?d|passwd|pwd|passphrase|passcode|secret|token|api_?key|access_?key|private_?key)$';
    content text;
BEGIN
    IF facts IS NULL OR NOT secret AND (facts::text !~ '[''$]|"(comment|labels|settings|options)"'
                                                 AND key NOT IN ('comment', 'labels', 'settings', 'options') AND key NOT LIKE '%.%'
                                             OR NOT pggit.suspicious(facts::text)) THEN
        RETURN facts;
    END IF;
    CASE jsonb_typeof(facts)
    WHEN 'object' THEN
        RETURN (SELECT coalesce(jsonb_object_agg(m.key, CASE WHEN m.key IN ('depends_on', 'column_order', 'owner', 'grants', 'name')
                                                             THEN m.value
                                                             WHEN m.key = 'default' AND secret AND m.value #>> '{}' ~ '^''(.+)''(::[^'']*)?$'
                                                             THEN to_jsonb(pggit.redact_sql(m.value #>> '{}', 'all'))
                                                             ELSE pggit.redact_facts(m.value, m.key) END), '{}')
                  FROM jsonb_each(facts) AS m);
    WHEN 'array' THEN
        RETURN (SELECT coalesce(jsonb_agg(pggit.redact_facts(m.value, key) ORDER BY m.o), '[]')
                  FROM jsonb_array_elements(facts) WITH ORDINALITY AS m (value, o));
    WHEN 'string' THEN
        content := facts #>> '{}';
        RETURN to_jsonb(CASE WHEN secret AND content <> '' THEN pggit.redaction_mark(content)
                             WHEN key IN ('comment', 'labels', 'settings', 'options') OR key LIKE '%.%' THEN pggit.scrub(content)
                             ELSE coalesce(pggit.redact_sql(content, 'facts'), pggit.scrub(content)) END);
    ELSE
        RETURN facts;
    END CASE;
END
$$;
ALTER FUNCTION pggit.redact_facts(jsonb, text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.redact_facts(jsonb, text) FROM PUBLIC;
