-- A text that is not SQL, such as the inside of a literal or a comment, with every secret in it replaced by a mark: user
-- part of URLs, values of connection strings and of JSON members that are called like a secret, quoted values after PASSWORD,
-- private keys, tokens of known make and random ones, our own marks. More than 200 in one text: all of it.
CREATE OR REPLACE FUNCTION pggit.scrub(content text) RETURNS text
    LANGUAGE sql STABLE AS $$
SELECT CASE WHEN pggit.suspicious(content) THEN pggit.scrub_suspicious(content) ELSE content END
$$;
ALTER FUNCTION pggit.scrub(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.scrub(text) FROM PUBLIC;
