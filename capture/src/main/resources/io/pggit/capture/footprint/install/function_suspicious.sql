-- Whether a text can hold a secret at all: the quick question that spares nearly every statement and every fact the slow
-- one. Also true for a mark of ours: one that stands in a live object was written there by mistake, and redacting it once
-- more makes it differ from what it stood for. Of words with "key" only those that name a secret: PRIMARY KEY is in every table.
-- Of an MD5 the first digits will do: every session compiles the pattern anew, and a count to 32 takes most of that.
-- Becomes a part of the expression that calls it, as every function without a SET clause whose body is one expression: a
-- command asks it often. So every name in it is qualified.
CREATE OR REPLACE FUNCTION pggit.suspicious(content text) RETURNS boolean
    LANGUAGE sql IMMUTABLE AS $$
SELECT content OPERATOR(pg_catalog.~*) '(passw|passphrase|passcode|\mpwd|\mpw\M|secret|conninfo|credential|(api|access|private|encryption)_?key|token|bearer|basic|://[^[:space:]]*@|private key|scram-sha|\mmd5[0-9a-f]{4}|\[redacted:|\mA[KS]IA[0-9A-Z]{4}|\meyJ|\m(sk|pk|rk)_(live|test)_|\mgh[opsur]_|\mxox[abeoprs]-|\mglpat-|\mAIza)'
    -- random tokens change class often, names seldom
    OR content OPERATOR(pg_catalog.~) '[0-9][A-Z]|[A-Z][0-9]|[0-9][a-z][0-9]|[A-Z][a-z][A-Z]'
       AND pggit.has_secret_tokens(content)
$$;
ALTER FUNCTION pggit.suspicious(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.suspicious(text) FROM PUBLIC;
