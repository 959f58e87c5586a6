-- One number for all the catalog rows that pggit.catalog_marks() reads, and some more: while it is what it was, so is every mark.
-- Costs one look at each row and no join.
CREATE OR REPLACE FUNCTION pggit.catalog_signature() RETURNS bigint
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp SET jit = off
AS $$
BEGIN
    RETURN (
        SELECT bit_xor(s.mark)
          FROM (SELECT bit_xor(hash_record_extended((xmin, ctid), 1)) FROM pg_class WHERE oid >= 16384
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 2)) FROM pg_attribute WHERE attrelid >= 16384 AND attnum > 0
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 3)) FROM pg_attrdef
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 4)) FROM pg_constraint WHERE oid >= 16384
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 5)) FROM pg_index WHERE indexrelid >= 16384
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 6)) FROM pg_trigger
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 7)) FROM pg_policy
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 8)) FROM pg_rewrite WHERE ev_class >= 16384
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 9)) FROM pg_statistic_ext
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 10)) FROM pg_inherits
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 11)) FROM pg_sequence
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 12)) FROM pg_foreign_table
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 13)) FROM pg_partitioned_table
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 14)) FROM pg_extension
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 15)) FROM pg_language
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 16)) FROM pg_am
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 17)) FROM pg_collation WHERE oid >= 16384
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 18)) FROM pg_conversion
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 19)) FROM pg_cast WHERE oid >= 16384
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 20)) FROM pg_transform
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 21)) FROM pg_operator WHERE oid >= 16384
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 22)) FROM pg_opclass WHERE oid >= 16384
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 23)) FROM pg_opfamily WHERE oid >= 16384
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 24)) FROM pg_amop WHERE oid >= 16384
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 25)) FROM pg_amproc WHERE oid >= 16384
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 26)) FROM pg_ts_parser
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 27)) FROM pg_ts_template
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 28)) FROM pg_ts_dict
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 29)) FROM pg_ts_config
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 30)) FROM pg_ts_config_map WHERE mapcfg >= 16384
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 31)) FROM pg_foreign_data_wrapper
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 32)) FROM pg_foreign_server
                UNION ALL SELECT bit_xor(hash_record_extended((umid, srvname, usename, umoptions), 33)) FROM pg_user_mappings
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 34)) FROM pg_event_trigger
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 35)) FROM pg_publication
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 36)) FROM pg_publication_rel
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 37)) FROM pg_publication_namespace
                UNION ALL SELECT bit_xor(hashtextextended(s.oid || pggit.describe_subscription(s.oid)::text, 38))
                            FROM pg_subscription AS s JOIN pg_database AS b ON b.oid = s.subdbid WHERE b.datname = current_database()
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 39)) FROM pg_default_acl
                UNION ALL SELECT bit_xor(hash_record_extended((oid, rolname), 40)) FROM pg_roles
                UNION ALL SELECT bit_xor(hash_record_extended((oid, spcname), 41)) FROM pg_tablespace
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 42)) FROM pg_type WHERE oid >= 16384
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 43)) FROM pg_enum
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 44)) FROM pg_range
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 45)) FROM pg_proc WHERE oid >= 16384
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 46)) FROM pg_aggregate WHERE aggfnoid >= 16384
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 47)) FROM pg_namespace
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 48)) FROM pg_description WHERE objoid >= 16384 OR objoid = 2200
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 49)) FROM pg_seclabel
                UNION ALL SELECT bit_xor(hash_record_extended((xmin, ctid), 50)) FROM pg_depend WHERE objid >= 16384 OR deptype = 'e'
               ) AS s (mark));
END
$$
