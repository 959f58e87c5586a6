-- Asks to be woken when audit rows were committed. Nobody has to notify: the table is also looked at now and then.
-- rows     none
-- locks    none
LISTEN pggit_ddl_audit
