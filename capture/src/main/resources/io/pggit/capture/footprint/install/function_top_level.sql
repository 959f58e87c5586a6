-- The object of the tree of facts that a catalog object belongs to: the table of an index, the type of an array type, the
-- object itself where it stands alone. No row when it belongs to none (TOAST, or gone).
CREATE OR REPLACE FUNCTION pggit.top_level(INOUT class oid, INOUT object oid)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    part   CONSTANT oid := object;
    "kind" "char";
    owner  oid;
BEGIN
    CASE class
        WHEN 'pg_class'::regclass THEN
            SELECT c.relkind, c.reltype INTO "kind", owner FROM pg_class AS c WHERE c.oid = part;
            CASE "kind"
                WHEN 'i', 'I' THEN
                    SELECT i.indrelid INTO object FROM pg_index AS i WHERE i.indexrelid = part;
                    IF EXISTS (SELECT FROM pg_class AS c WHERE c.oid = object AND c.relkind = 't') THEN
                        object := NULL;
                    END IF;
                WHEN 'c' THEN
                    class := 'pg_type'::regclass;
                    object := owner;
                WHEN 'S' THEN
                    -- the sequence of an identity column is part of the column
                    SELECT coalesce(min(d.refobjid), part) INTO object FROM pg_depend AS d
                     WHERE d.classid = 'pg_class'::regclass AND d.objid = part AND d.deptype = 'i'
                       AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0;
                WHEN 't' THEN object := NULL;
                ELSE
            END CASE;
        WHEN 'pg_type'::regclass THEN
            SELECT CASE WHEN t.typrelid <> 0 AND c.relkind <> 'c' THEN 'pg_class'::regclass::oid ELSE class END,
                   CASE WHEN t.typrelid <> 0 AND c.relkind <> 'c' THEN t.typrelid
                        WHEN e.oid IS NOT NULL THEN e.oid
                        WHEN t.typtype = 'm' THEN (SELECT r.rngtypid FROM pg_range AS r WHERE r.rngmultitypid = part)
                        ELSE part END
              INTO class, object
              FROM pg_type AS t
              LEFT JOIN pg_class AS c ON c.oid = t.typrelid
              LEFT JOIN pg_type AS e ON e.oid = t.typelem AND e.typarray = t.oid
             WHERE t.oid = part;
            IF object <> part THEN
                -- the array of a row type or of a multirange
                SELECT m.class, m.object INTO class, object FROM pggit.top_level(class, object) AS m;
            END IF;
        WHEN 'pg_attrdef'::regclass THEN
            class := 'pg_class'::regclass;
            SELECT d.adrelid INTO object FROM pg_attrdef AS d WHERE d.oid = part;
        WHEN 'pg_trigger'::regclass THEN
            class := 'pg_class'::regclass;
            SELECT t.tgrelid INTO object FROM pg_trigger AS t WHERE t.oid = part;
        WHEN 'pg_policy'::regclass THEN
            class := 'pg_class'::regclass;
            SELECT p.polrelid INTO object FROM pg_policy AS p WHERE p.oid = part;
        WHEN 'pg_rewrite'::regclass THEN
            class := 'pg_class'::regclass;
            SELECT r.ev_class INTO object FROM pg_rewrite AS r WHERE r.oid = part;
        WHEN 'pg_constraint'::regclass THEN
            SELECT CASE WHEN c.conrelid <> 0 THEN 'pg_class'::regclass::oid ELSE 'pg_type'::regclass::oid END,
                   CASE WHEN c.conrelid <> 0 THEN c.conrelid ELSE c.contypid END
              INTO class, object FROM pg_constraint AS c WHERE c.oid = part;
        WHEN 'pg_publication_rel'::regclass THEN
            class := 'pg_publication'::regclass;
            SELECT p.prpubid INTO object FROM pg_publication_rel AS p WHERE p.oid = part;
        WHEN 'pg_publication_namespace'::regclass THEN
            class := 'pg_publication'::regclass;
            SELECT p.pnpubid INTO object FROM pg_publication_namespace AS p WHERE p.oid = part;
        WHEN 'pg_statistic_ext'::regclass THEN
            class := 'pg_class'::regclass;
            SELECT s.stxrelid INTO object FROM pg_statistic_ext AS s WHERE s.oid = part;
        WHEN 'pg_amop'::regclass, 'pg_amproc'::regclass THEN
            -- of a class, or loose in a family
            SELECT d.refclassid, d.refobjid INTO class, object FROM pg_depend AS d
             WHERE d.classid = top_level.class AND d.objid = part AND d.deptype IN ('a', 'i')
               AND d.refclassid IN ('pg_opclass'::regclass, 'pg_opfamily'::regclass)
             ORDER BY d.refclassid = 'pg_opclass'::regclass DESC LIMIT 1;
        ELSE
    END CASE;
END
$$;
ALTER FUNCTION pggit.top_level(oid, oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.top_level(oid, oid) FROM PUBLIC;
