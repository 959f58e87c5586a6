-- Event triggers of pgGit that are missing or do not fire always.
CREATE OR REPLACE FUNCTION pggit.disarmed_triggers() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT coalesce(array_agg(n.name ORDER BY n.name), '{}')
      FROM unnest(ARRAY[
             'pggit_ddl_command_start_1_actor', 'pggit_ddl_command_start_2_attempt', 'pggit_ddl_command_end_1_actor',
             'pggit_ddl_command_end_2_writer', 'pggit_sql_drop_1_actor', 'pggit_sql_drop_2_writer',
             'pggit_table_rewrite_1_actor', 'pggit_table_rewrite_2_writer']) AS n (name)
     WHERE NOT EXISTS (SELECT FROM pg_event_trigger AS t WHERE t.evtname = n.name AND t.evtenabled = 'A')
$$
