-- What an answer has to know of whoever asks: the server's major version, and the role that would run a plan.
CREATE OR REPLACE FUNCTION pggit.asker() RETURNS jsonb
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT jsonb_build_object('server', current_setting('server_version_num')::integer / 10000, 'role', current_user)
$$
