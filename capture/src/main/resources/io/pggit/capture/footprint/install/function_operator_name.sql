-- An operator as the options of CREATE OPERATOR and CREATE AGGREGATE name it; NULL when there is none.
CREATE OR REPLACE FUNCTION pggit.operator_name(operator oid) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT format('OPERATOR(%I.%s)', n.nspname, o.oprname)
          FROM pg_operator AS o
          JOIN pg_namespace AS n ON n.oid = o.oprnamespace
         WHERE o.oid = operator);
END
$$;
ALTER FUNCTION pggit.operator_name(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.operator_name(oid) FROM PUBLIC;
