-- Takes the event triggers away: the rest of an installation or removal records nothing of itself.
DROP EVENT TRIGGER IF EXISTS pggit_ddl_command_start_1_actor;
DROP EVENT TRIGGER IF EXISTS pggit_ddl_command_start_2_attempt;
DROP EVENT TRIGGER IF EXISTS pggit_ddl_command_end_1_actor;
DROP EVENT TRIGGER IF EXISTS pggit_ddl_command_end_2_writer;
DROP EVENT TRIGGER IF EXISTS pggit_sql_drop_1_actor;
DROP EVENT TRIGGER IF EXISTS pggit_sql_drop_2_writer;
DROP EVENT TRIGGER IF EXISTS pggit_table_rewrite_1_actor;
DROP EVENT TRIGGER IF EXISTS pggit_table_rewrite_2_writer;
