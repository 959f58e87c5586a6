-- Whether a statement that begins with these words fires event triggers under this tag.
CREATE OR REPLACE FUNCTION pggit.is_head_of(tag text, head text, code text) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN CASE
           WHEN tag = 'SELECT INTO' THEN head ~ '^(SELECT|WITH|TABLE|VALUES)\M' AND code ~* '\minto\M'
           WHEN tag = 'CREATE TABLE AS' THEN head LIKE 'CREATE TABLE %'
           WHEN tag IN ('GRANT', 'REVOKE') THEN head LIKE tag || ' %' AND code ~* '\mon\M'
           WHEN tag IN ('COMMENT', 'SECURITY LABEL') THEN head LIKE tag || ' %' AND code !~* '\mon\s+(role|database|tablespace)\M'
           WHEN tag LIKE '% OPERATOR' THEN head LIKE tag || ' %' AND head !~ ' OPERATOR (CLASS|FAMILY) '
           ELSE head = tag OR head LIKE tag || ' %'
       END;
END
$$;
ALTER FUNCTION pggit.is_head_of(text, text, text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.is_head_of(text, text, text) FROM PUBLIC;
