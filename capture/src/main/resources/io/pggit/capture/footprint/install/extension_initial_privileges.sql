-- Forgets that this script granted rights on what is no member: PostgreSQL takes them for the object's first privileges, and from 17
-- on keeps the role for their sake after the extension is gone. The note that emit_message_rights made stays.
DELETE FROM pg_catalog.pg_shdepend AS d
 USING pg_catalog.pg_init_privs AS p
 WHERE d.deptype = 'i' AND d.classid = p.classoid AND d.objid = p.objoid
   AND d.dbid IN (0, (SELECT b.oid FROM pg_catalog.pg_database AS b WHERE b.datname = pg_catalog.current_database()))
   AND (p.classoid = 'pg_catalog.pg_parameter_acl'::pg_catalog.regclass AND p.privtype = 'e'
        OR p.classoid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND p.objoid IN (
            SELECT f.oid FROM pg_catalog.pg_proc AS f
             WHERE f.proname = 'pg_logical_emit_message' AND f.pronamespace = 'pg_catalog'::pg_catalog.regnamespace));
DELETE FROM pg_catalog.pg_init_privs AS p
 WHERE p.privtype = 'e' AND p.classoid = 'pg_catalog.pg_parameter_acl'::pg_catalog.regclass;
