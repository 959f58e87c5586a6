-- The event triggers, made last so that the installation records nothing of itself. Triggers of one event fire in the
-- order of their names: the actor, then the writer. ALWAYS: session_replication_role does not silence them.
CREATE EVENT TRIGGER pggit_ddl_command_start_1_actor ON ddl_command_start EXECUTE FUNCTION pggit.actor();
ALTER EVENT TRIGGER pggit_ddl_command_start_1_actor ENABLE ALWAYS;
CREATE EVENT TRIGGER pggit_ddl_command_start_2_attempt ON ddl_command_start EXECUTE FUNCTION pggit.record_attempt();
ALTER EVENT TRIGGER pggit_ddl_command_start_2_attempt ENABLE ALWAYS;
CREATE EVENT TRIGGER pggit_ddl_command_end_1_actor ON ddl_command_end EXECUTE FUNCTION pggit.actor();
ALTER EVENT TRIGGER pggit_ddl_command_end_1_actor ENABLE ALWAYS;
CREATE EVENT TRIGGER pggit_ddl_command_end_2_writer ON ddl_command_end EXECUTE FUNCTION pggit.record_ddl_command_end();
ALTER EVENT TRIGGER pggit_ddl_command_end_2_writer ENABLE ALWAYS;
CREATE EVENT TRIGGER pggit_sql_drop_1_actor ON sql_drop EXECUTE FUNCTION pggit.actor();
ALTER EVENT TRIGGER pggit_sql_drop_1_actor ENABLE ALWAYS;
CREATE EVENT TRIGGER pggit_sql_drop_2_writer ON sql_drop EXECUTE FUNCTION pggit.record_sql_drop();
ALTER EVENT TRIGGER pggit_sql_drop_2_writer ENABLE ALWAYS;
CREATE EVENT TRIGGER pggit_table_rewrite_1_actor ON table_rewrite EXECUTE FUNCTION pggit.actor();
ALTER EVENT TRIGGER pggit_table_rewrite_1_actor ENABLE ALWAYS;
CREATE EVENT TRIGGER pggit_table_rewrite_2_writer ON table_rewrite EXECUTE FUNCTION pggit.record_table_rewrite();
ALTER EVENT TRIGGER pggit_table_rewrite_2_writer ENABLE ALWAYS;
