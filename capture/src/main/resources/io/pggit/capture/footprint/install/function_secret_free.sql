-- Options of a foreign data wrapper, server, foreign table or column as an object; NULL when there are none. The value of an
-- option whose name says that it is secret is not told, only that there is one.
CREATE OR REPLACE FUNCTION pggit.secret_free(stored text[]) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_object_agg(split_part(o, '=', 1), CASE
                   WHEN split_part(o, '=', 1) ~* 'passw|passfile|passcode|passphrase|pwd|secret|token|credential|private|conninfo|connstr|dsn|jwt|sslkey|api.?key|access.?key|account.?key|auth'
                       THEN '(redacted)'
                   -- a connection string or URL may hold a password under any name
                   WHEN o ~* '(password|passwd|pwd|secret|token)\s*=|://[^/@\s]*@' THEN '(redacted)'
                   ELSE substr(o, strpos(o, '=') + 1) END)
          FROM unnest(stored) AS o);
END
$$;
ALTER FUNCTION pggit.secret_free(text[]) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.secret_free(text[]) FROM PUBLIC;
