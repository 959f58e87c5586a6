-- A fingerprint of the catalog rows each object consists of, by the versions of the rows (xmin and ctid), which every change
-- replaces: an object whose fingerprint is what it was is described as it was, unless something it names got another name.
-- rows    of all rows
-- names   of names that texts of other objects show, an element each: the upper bits say which, such as the number of a column,
--         the lower 40 are of the name; of whole rows, where names are not told apart
-- Roles and tablespaces are among them, since facts hold their names. Reads catalogs once each and describes nothing.
CREATE OR REPLACE FUNCTION pggit.catalog_marks() RETURNS SETOF pggit.catalog_mark
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp SET jit = off
AS $$
WITH relation AS MATERIALIZED (
    -- an index and a TOAST table belong to a table, the sequence of an identity column too, a composite type to its type
    SELECT c.tableoid AS class, c.oid AS part,
           CASE c.relkind WHEN 'c' THEN 'pg_type'::regclass ELSE c.tableoid END AS top_class,
           CASE WHEN c.relkind = 'c' THEN c.reltype WHEN c.relkind = 't' THEN t.oid
                WHEN c.relkind IN ('i', 'I') THEN CASE WHEN c.relnamespace <> 'pg_toast'::regnamespace THEN i.indrelid END
                WHEN c.relkind = 'S' THEN coalesce(s.refobjid, c.oid) ELSE c.oid END AS top,
           hash_record_extended((c.xmin, c.ctid), 1) AS mark,
           -- nobody shows the names of what belongs to a table
           CASE WHEN c.relkind IN ('i', 'I', 't') OR s.refobjid IS NOT NULL THEN NULL
                ELSE hash_record_extended((c.relname, c.relnamespace), 1) & 1099511627775 END AS name
      FROM pg_class AS c
      LEFT JOIN pg_index AS i ON i.indexrelid = c.oid
      LEFT JOIN pg_class AS t ON c.relkind = 't' AND t.reltoastrelid = c.oid
      LEFT JOIN pg_depend AS s ON c.relkind = 'S' AND s.classid = c.tableoid AND s.objid = c.oid AND s.deptype = 'i'
                              AND s.refclassid = c.tableoid AND s.refobjsubid > 0
     WHERE c.oid >= 16384 AND c.relpersistence <> 't'
       AND c.relnamespace NOT IN ('pggit'::regnamespace, 'pggit_v0'::regnamespace)
), of_relation (class, part, relation, mark, name) AS (
    SELECT tableoid, 0::oid, attrelid, hash_record_extended((xmin, ctid), 2), CASE WHEN NOT attisdropped THEN
               (attnum::bigint << 40) | (hash_record_extended((attrelid, attname), 2) & 1099511627775) END
      FROM pg_attribute WHERE attrelid >= 16384 AND attnum > 0
    UNION ALL SELECT tableoid, oid, adrelid, hash_record_extended((xmin, ctid), 3), NULL::bigint FROM pg_attrdef
    UNION ALL SELECT tableoid, oid, conrelid, hash_record_extended((xmin, ctid), 4), NULL::bigint FROM pg_constraint WHERE conrelid >= 16384
    UNION ALL SELECT tableoid, 0, indexrelid, hash_record_extended((xmin, ctid), 5), NULL::bigint FROM pg_index WHERE indexrelid >= 16384
    UNION ALL SELECT tableoid, oid, tgrelid, hash_record_extended((xmin, ctid), 6), NULL::bigint FROM pg_trigger
    UNION ALL SELECT tableoid, oid, polrelid, hash_record_extended((xmin, ctid), 7), NULL::bigint FROM pg_policy
    UNION ALL SELECT tableoid, oid, ev_class, hash_record_extended((xmin, ctid), 8), NULL::bigint FROM pg_rewrite WHERE ev_class >= 16384
    UNION ALL SELECT tableoid, oid, stxrelid, hash_record_extended((xmin, ctid), 9), NULL::bigint FROM pg_statistic_ext
    UNION ALL SELECT tableoid, 0, inhrelid, hash_record_extended((xmin, ctid), 10), NULL::bigint FROM pg_inherits
    UNION ALL SELECT tableoid, 0, seqrelid, hash_record_extended((xmin, ctid), 11), NULL::bigint FROM pg_sequence
    UNION ALL SELECT tableoid, 0, ftrelid, hash_record_extended((xmin, ctid), 12), NULL::bigint FROM pg_foreign_table
    UNION ALL SELECT tableoid, 0, partrelid, hash_record_extended((xmin, ctid), 13), NULL::bigint FROM pg_partitioned_table
), single (class, part, object, mark) AS (
    SELECT tableoid, oid, oid, hash_record_extended((xmin, ctid), 14) FROM pg_extension WHERE oid >= 16384
    UNION ALL SELECT tableoid, oid, oid, hash_record_extended((xmin, ctid), 14) FROM pg_language WHERE oid >= 16384
    UNION ALL SELECT tableoid, oid, oid, hash_record_extended((xmin, ctid), 14) FROM pg_am WHERE oid >= 16384
    UNION ALL SELECT tableoid, oid, oid, hash_record_extended((xmin, ctid), 14) FROM pg_collation WHERE oid >= 16384
    UNION ALL SELECT tableoid, oid, oid, hash_record_extended((xmin, ctid), 14) FROM pg_conversion WHERE oid >= 16384
    UNION ALL SELECT tableoid, oid, oid, hash_record_extended((xmin, ctid), 14) FROM pg_cast WHERE oid >= 16384
    UNION ALL SELECT tableoid, oid, oid, hash_record_extended((xmin, ctid), 14) FROM pg_transform WHERE oid >= 16384
    UNION ALL SELECT tableoid, oid, oid, hash_record_extended((xmin, ctid), 14) FROM pg_operator WHERE oid >= 16384
    UNION ALL SELECT tableoid, oid, oid, hash_record_extended((xmin, ctid), 14) FROM pg_opclass WHERE oid >= 16384
    UNION ALL SELECT tableoid, oid, oid, hash_record_extended((xmin, ctid), 14) FROM pg_opfamily WHERE oid >= 16384
    UNION ALL SELECT 'pg_opfamily'::regclass, 0, amopfamily, hash_record_extended((xmin, ctid), 15) FROM pg_amop WHERE oid >= 16384
    UNION ALL SELECT 'pg_opfamily'::regclass, 0, amprocfamily, hash_record_extended((xmin, ctid), 16) FROM pg_amproc WHERE oid >= 16384
    UNION ALL SELECT tableoid, oid, oid, hash_record_extended((xmin, ctid), 14) FROM pg_ts_parser WHERE oid >= 16384
    UNION ALL SELECT tableoid, oid, oid, hash_record_extended((xmin, ctid), 14) FROM pg_ts_template WHERE oid >= 16384
    UNION ALL SELECT tableoid, oid, oid, hash_record_extended((xmin, ctid), 14) FROM pg_ts_dict WHERE oid >= 16384
    UNION ALL SELECT tableoid, oid, oid, hash_record_extended((xmin, ctid), 14) FROM pg_ts_config WHERE oid >= 16384
    UNION ALL SELECT 'pg_ts_config'::regclass, 0, mapcfg, hash_record_extended((xmin, ctid), 15) FROM pg_ts_config_map WHERE mapcfg >= 16384
    UNION ALL SELECT tableoid, oid, oid, hash_record_extended((xmin, ctid), 14) FROM pg_foreign_data_wrapper
    UNION ALL SELECT tableoid, oid, oid, hash_record_extended((xmin, ctid), 14) FROM pg_foreign_server
    UNION ALL SELECT 'pg_user_mapping'::regclass, umid, umid, hash_record_extended((srvname, usename, umoptions), 14) FROM pg_user_mappings
    UNION ALL SELECT tableoid, oid, oid, hash_record_extended((xmin, ctid), 14) FROM pg_event_trigger
    UNION ALL SELECT tableoid, oid, oid, hash_record_extended((xmin, ctid), 14) FROM pg_publication
    UNION ALL SELECT 'pg_publication'::regclass, 0, prpubid, hash_record_extended((xmin, ctid), 15) FROM pg_publication_rel
    UNION ALL SELECT 'pg_publication'::regclass, 0, pnpubid, hash_record_extended((xmin, ctid), 16) FROM pg_publication_namespace
    -- its rows are not for everybody to read
    UNION ALL SELECT 'pg_subscription'::regclass, s.oid, s.oid, hashtextextended(pggit.describe_subscription(s.oid)::text, 14)
                FROM pg_subscription AS s JOIN pg_database AS b ON b.oid = s.subdbid WHERE b.datname = current_database()
    UNION ALL SELECT tableoid, oid, oid, hash_record_extended((xmin, ctid), 14) FROM pg_default_acl
    UNION ALL SELECT 'pg_authid'::regclass, oid, oid, hash_record_extended((oid, rolname), 14) FROM pg_roles
    UNION ALL SELECT tableoid, oid, oid, hash_record_extended((oid, spcname), 14) FROM pg_tablespace
), part (class, part, top_class, top, mark, name) AS MATERIALIZED (
    SELECT r.class, r.part, r.top_class, r.top, r.mark, r.name FROM relation AS r
    UNION ALL
    SELECT o.class, o.part, r.top_class, r.top, o.mark, CASE WHEN r.name IS NOT NULL THEN o.name END FROM of_relation AS o JOIN relation AS r ON r.part = o.relation
    UNION ALL
    -- types that are objects of their own; array types and the types of rows change with what they are of
    SELECT t.tableoid, t.oid, t.tableoid, coalesce(m.rngtypid, t.oid), hash_record_extended((t.xmin, t.ctid), 14),
           (CASE WHEN m.rngtypid IS NULL THEN 2000::bigint ELSE 2001 END << 40)
               | (hash_record_extended((t.typname, t.typnamespace), 14) & 1099511627775)
      FROM pg_type AS t
      LEFT JOIN pg_range AS m ON m.rngmultitypid = t.oid
     WHERE t.oid >= 16384
       AND NOT EXISTS (SELECT FROM pg_type AS e WHERE e.oid = t.typelem AND e.typarray = t.oid)
       AND (t.typrelid = 0 OR EXISTS (SELECT FROM relation AS r WHERE r.part = t.typrelid AND r.top = t.oid))
    UNION ALL SELECT c.tableoid, c.oid, 'pg_type'::regclass, c.contypid, hash_record_extended((c.xmin, c.ctid), 15), NULL
                FROM pg_constraint AS c WHERE c.contypid >= 16384
    UNION ALL SELECT e.tableoid, 0, 'pg_type'::regclass, e.enumtypid, hash_record_extended((e.xmin, e.ctid), 16), NULL FROM pg_enum AS e
    UNION ALL SELECT r.tableoid, 0, 'pg_type'::regclass, r.rngtypid, hash_record_extended((r.xmin, r.ctid), 17), NULL
                FROM pg_range AS r WHERE r.rngtypid >= 16384
    UNION ALL SELECT p.tableoid, p.oid, p.tableoid, p.oid, hash_record_extended((p.xmin, p.ctid), 14),
                     hash_record_extended((p.proname, p.pronamespace), 14) & 1099511627775
                FROM pg_proc AS p WHERE p.oid >= 16384 AND p.pronamespace <> 'pggit'::regnamespace
    UNION ALL SELECT a.tableoid, 0::oid, 'pg_proc'::regclass, a.aggfnoid, hash_record_extended((a.xmin, a.ctid), 15), NULL
                FROM pg_aggregate AS a WHERE a.aggfnoid >= 16384
    UNION ALL SELECT n.tableoid, n.oid, n.tableoid, n.oid, hash_record_extended((n.xmin, n.ctid), 14),
                     hash_record_extended((n.oid, n.nspname), 14) & 1099511627775
                FROM pg_namespace AS n
               WHERE (n.oid >= 16384 OR n.oid = 2200) AND n.nspname !~ '^pg_(toast_)?temp_'
    UNION ALL SELECT s.class, s.part, s.class, s.object, s.mark, s.mark & 1099511627775 FROM single AS s
), beside (class, part, mark) AS (
    SELECT classoid, objoid, hash_record_extended((xmin, ctid), 18) FROM pg_description WHERE objoid >= 16384 OR objoid = 2200
    UNION ALL SELECT classoid, objoid, hash_record_extended((xmin, ctid), 19) FROM pg_seclabel
    UNION ALL SELECT classid, objid, hash_record_extended((xmin, ctid), 20) FROM pg_depend WHERE objid >= 16384
    -- an extension lists its members
    UNION ALL SELECT refclassid, refobjid, hash_record_extended((xmin, ctid), 21) FROM pg_depend WHERE deptype = 'e'
), row_ (class, object, mark, name) AS (
    SELECT top_class, top, mark, name FROM part WHERE top IS NOT NULL
    UNION ALL
    -- what stands beside a part stands beside the object; rows about what is of no object are of no interest
    SELECT p.top_class, p.top, b.mark, NULL
      FROM (SELECT class, part, bit_xor(mark) AS mark FROM beside GROUP BY class, part) AS b
      JOIN part AS p USING (class, part)
     WHERE p.part <> 0 AND p.top IS NOT NULL
)
SELECT r.class, r.object, bit_xor(r.mark),
       coalesce(array_agg(r.name ORDER BY r.name) FILTER (WHERE r.name IS NOT NULL), '{}')
  FROM row_ AS r
 GROUP BY r.class, r.object
$$
