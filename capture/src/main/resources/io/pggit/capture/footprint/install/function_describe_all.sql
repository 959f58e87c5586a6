-- Every tracked object of the database as pggit.describe tells it: in an order in which most could be created; by identity within
-- a kind.
CREATE OR REPLACE FUNCTION pggit.describe_all() RETURNS SETOF jsonb
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp SET datestyle = 'ISO, MDY' SET intervalstyle = 'postgres' SET timezone = 'UTC'
    SET bytea_output = 'hex' SET quote_all_identifiers = off SET extra_float_digits = 1
    SET jit = off SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
WITH candidate (place, class, object) AS (
    SELECT 1, 'pg_namespace'::regclass::oid, oid FROM pg_namespace
    UNION ALL SELECT 2, 'pg_extension'::regclass, oid FROM pg_extension
    UNION ALL SELECT CASE typtype WHEN 'd' THEN 4 ELSE 3 END, 'pg_type'::regclass, oid
      FROM pg_type AS t
     WHERE typtype <> 'm'
       AND (typrelid = 0 OR EXISTS (SELECT FROM pg_class AS c WHERE c.oid = typrelid AND c.relkind = 'c'))
       AND NOT EXISTS (SELECT FROM pg_type AS e WHERE e.oid = t.typelem AND e.typarray = t.oid)
    UNION ALL SELECT CASE relkind WHEN 'S' THEN 5 WHEN 'v' THEN 9 WHEN 'm' THEN 10 WHEN 'f' THEN 23 ELSE 6 END,
                     'pg_class'::regclass, oid
      FROM pg_class AS c
     WHERE relkind IN ('S', 'r', 'p', 'v', 'm', 'f') AND relpersistence <> 't'
       AND NOT (relkind = 'S' AND EXISTS (
           SELECT FROM pg_depend AS d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'i'
              AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0))
    UNION ALL SELECT CASE prokind WHEN 'a' THEN 8 ELSE 7 END, 'pg_proc'::regclass, oid FROM pg_proc
     WHERE pronamespace <> 'pggit'::regnamespace
    UNION ALL SELECT 11, 'pg_language'::regclass, oid FROM pg_language
    UNION ALL SELECT 12, 'pg_am'::regclass, oid FROM pg_am
    UNION ALL SELECT 13, 'pg_collation'::regclass, oid FROM pg_collation
    UNION ALL SELECT 13, 'pg_conversion'::regclass, oid FROM pg_conversion
    UNION ALL SELECT 14, 'pg_cast'::regclass, oid FROM pg_cast
    UNION ALL SELECT 14, 'pg_transform'::regclass, oid FROM pg_transform
    UNION ALL SELECT 15, 'pg_operator'::regclass, oid FROM pg_operator
    UNION ALL SELECT 16, 'pg_opfamily'::regclass, oid FROM pg_opfamily
    UNION ALL SELECT 17, 'pg_opclass'::regclass, oid FROM pg_opclass
    UNION ALL SELECT 18, 'pg_ts_parser'::regclass, oid FROM pg_ts_parser
    UNION ALL SELECT 18, 'pg_ts_template'::regclass, oid FROM pg_ts_template
    UNION ALL SELECT 19, 'pg_ts_dict'::regclass, oid FROM pg_ts_dict
    UNION ALL SELECT 20, 'pg_ts_config'::regclass, oid FROM pg_ts_config
    UNION ALL SELECT 20, 'pg_foreign_data_wrapper'::regclass, oid FROM pg_foreign_data_wrapper
    UNION ALL SELECT 21, 'pg_foreign_server'::regclass, oid FROM pg_foreign_server
    UNION ALL SELECT 22, 'pg_user_mapping'::regclass, umid FROM pg_user_mappings
    UNION ALL SELECT 24, 'pg_event_trigger'::regclass, oid FROM pg_event_trigger
    UNION ALL SELECT 24, 'pg_publication'::regclass, oid FROM pg_publication
    UNION ALL SELECT 24, 'pg_subscription'::regclass, oid FROM pg_subscription
     WHERE subdbid = (SELECT b.oid FROM pg_database AS b WHERE b.datname = current_database())
    UNION ALL SELECT 25, 'pg_default_acl'::regclass, oid FROM pg_default_acl
)
SELECT d.element
  FROM (SELECT place, pggit.describe_object(class, object)::jsonb AS element FROM candidate
         WHERE (object >= 16384 OR object = 2200)
           -- members of extensions are not tracked; left out early, since there are many
           AND NOT EXISTS (SELECT FROM pg_depend AS e WHERE e.classid = class AND e.objid = object AND e.deptype = 'e')
        OFFSET 0) AS d
 WHERE d.element IS NOT NULL
 ORDER BY d.place, d.element ->> 'type' COLLATE "C", d.element ->> 'identity' COLLATE "C"
$$;
ALTER FUNCTION pggit.describe_all() OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_all() FROM PUBLIC;
