-- As pggit.scrub, for a text that may hold a secret.
CREATE OR REPLACE FUNCTION pggit.scrub_suspicious(content text) RETURNS text
    LANGUAGE plpgsql STABLE STRICT SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    words  CONSTANT text := '(?:passw(?:or)?d|passwd|pwd|passphrase|passcode|secret|token|api_?key|access_?key|private_?key|encryption_?key|credentials?|passfile)';
    secret text;
    found_ integer := 0;
BEGIN
    FOR secret IN
        SELECT s.secret
          FROM (
            SELECT coalesce(m[1], m[2], m[3], m[4], m[5]) AS secret
              FROM regexp_matches(content, words || '[''"]{0,2}\s*(?:=>|:=|=|:\s?(?=["'']))\s*(?:''''([^'']+)''''|''([^'']+)''|"([^"]+)"|([^[:space:],;&''"{}()]+))|'
                                           || words || '\s+''{1,2}([^'']+)''', 'gi') AS m
            UNION SELECT m[1] FROM regexp_matches(content, '://([^[:space:]''"<>]*)@', 'g') AS m
            UNION SELECT m[1] FROM regexp_matches(content, '(-----BEGIN[A-Z ]*PRIVATE KEY-----[^-]*)', 'g') AS m
            UNION SELECT m[1] FROM regexp_matches(content, '\m(?:bearer|basic)\s+([A-Za-z0-9+/=._~-]{8,})', 'gi') AS m
            UNION SELECT m[1] FROM regexp_matches(content, '(SCRAM-SHA-256\$[^[:space:]'']+|\mmd5[0-9a-f]{32}\M|\[redacted:[0-9a-f]{16}\])', 'g') AS m
            UNION SELECT m[1] FROM regexp_matches(content, '(\mA[KS]IA[0-9A-Z]{12,}|\meyJ[A-Za-z0-9_.-]{10,}|\m(?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]+|\mgh[opsur]_[A-Za-z0-9]+|\mxox[abeoprs]-[A-Za-z0-9-]+|\mglpat-[A-Za-z0-9_-]+|\mAIza[A-Za-z0-9_-]{10,})', 'g') AS m
            UNION SELECT t FROM pggit.secret_tokens(content) AS t
          ) AS s
         WHERE s.secret <> ''
         ORDER BY length(s.secret) DESC, s.secret COLLATE "C"
         LIMIT 201
    LOOP
        found_ := found_ + 1;
        IF found_ > 200 THEN
            RETURN pggit.redaction_mark(content);
        END IF;
        IF strpos(content, secret) > 0 THEN
            content := replace(content, secret, pggit.redaction_mark(secret));
        END IF;
    END LOOP;
    RETURN content;
END
$$;
ALTER FUNCTION pggit.scrub_suspicious(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.scrub_suspicious(text) FROM PUBLIC;
