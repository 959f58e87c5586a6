-- Statements with seeded secrets. Each block begins with the secret it holds and ends with a line of dashes; a block that
-- PostgreSQL refuses is marked so. ROLE stands for a name that is unique on the server.
-- @ S01mapping
CREATE USER MAPPING FOR CURRENT_USER SERVER fs OPTIONS (user 'x', password 'S01mapping')
----
-- @ S02altermapping
ALTER USER MAPPING FOR CURRENT_USER SERVER fs OPTIONS (SET password 'S02altermapping')
----
-- @ S03subscription
CREATE SUBSCRIPTION sb CONNECTION 'host=localhost dbname=x password=S03subscription' PUBLICATION p WITH (connect = false, slot_name = NONE, create_slot = false, enabled = false)
----
-- @ S04altersub
ALTER SUBSCRIPTION sb CONNECTION 'postgresql://u:S04altersub@h/d'
----
-- @ S05server
ALTER SERVER fs OPTIONS (ADD passfile '/home/S05server')
----
-- @ S06batch
SELECT 1; CREATE ROLE ROLE_a PASSWORD 'S06batch'; GRANT SELECT ON kept TO ROLE_a
----
-- @ S07batch
ALTER ROLE ROLE_a PASSWORD 'S07batch'; CREATE TABLE batch_one (i int); CREATE TABLE batch_two (i int)
----
-- @ S08do
DO $$ BEGIN EXECUTE 'ALTER ROLE ROLE_a PASSWORD ''S08do'''; CREATE TABLE in_do (i int); END $$
----
-- @ S09dollar
DO $x$ BEGIN EXECUTE $y$ALTER ROLE ROLE_a PASSWORD 'S09dollar'$y$; CREATE TABLE in_do_too (i int); END $x$
----
-- @ S10escape
DO $$ BEGIN EXECUTE E'ALTER ROLE ROLE_a PASSWORD \'S10escape\''; CREATE TABLE in_do_three (i int); END $$
----
-- @ S11body
CREATE FUNCTION body_role() RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'ALTER ROLE x PASSWORD ''S11body'''; END $$
----
-- @ S12format
CREATE FUNCTION body_format() RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE format('ALTER ROLE %I PASSWORD %L', 'x', 'S12format'); END $$
----
-- @ S13concat
CREATE FUNCTION body_concat() RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'ALTER ROLE x PASSWORD ' || quote_literal('S13concat'); END $$
----
-- @ S14dblink
CREATE FUNCTION body_dblink() RETURNS text LANGUAGE sql AS $$ SELECT 'host=h user=u password=S14dblink dbname=d'::text $$
----
-- @ S15url
CREATE FUNCTION body_url() RETURNS text LANGUAGE sql AS $$ SELECT 'https://user:S15url@example.org/path'::text $$
----
-- @ S16variable
CREATE FUNCTION body_variable() RETURNS text LANGUAGE plpgsql AS $$ DECLARE api_key CONSTANT text := 'S16variable'; BEGIN RETURN api_key; END $$
----
-- @ S17atomic
CREATE FUNCTION body_atomic() RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT 'password=S17atomic host=h'::text; END
----
-- @ S18default
CREATE TABLE with_default (id int, conn text DEFAULT 'host=h password=S18default')
----
-- @ S19column
CREATE TABLE with_password (id int, password text DEFAULT 'S19column')
----
-- @ S20url
ALTER TABLE kept ADD COLUMN link text DEFAULT 'redis://:S20url@cache:6379/0'
----
-- @ S21comment
COMMENT ON TABLE kept IS 'login with postgres://admin:S21comment@db/prod'
----
-- @ S22comment
COMMENT ON COLUMN kept.id IS 'password = "S22comment"'
----
-- @ S23check
ALTER TABLE kept ADD CONSTRAINT no_leak CHECK (link <> 'ftp://u:S23check@host/')
----
-- @ sk_live_4eC39HqLyjWDarjtT1zdp7dc
CREATE FUNCTION body_stripe() RETURNS text LANGUAGE sql AS $$ SELECT 'sk_live_4eC39HqLyjWDarjtT1zdp7dc'::text $$
----
-- @ ghp_16C7e42F292c6912E7710c838347Ae178B4a
ALTER TABLE kept ADD COLUMN gh text DEFAULT 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'
----
-- @ AKIAIOSFODNN7EXAMPLE
COMMENT ON SCHEMA public IS 'bucket of AKIAIOSFODNN7EXAMPLE'
----
-- @ wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
ALTER TABLE kept ADD COLUMN aws text DEFAULT 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
----
-- @ eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N
CREATE VIEW with_token AS SELECT 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N'::text AS t
----
-- @ 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b
ALTER TABLE kept ADD COLUMN hexed text DEFAULT '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b'
----
-- @ MIIEvQIBADANBgkqhkiG9w0BAQEFAASC
COMMENT ON TABLE kept IS '-----BEGIN PRIVATE KEY----- MIIEvQIBADANBgkqhkiG9w0BAQEFAASC -----END PRIVATE KEY-----'
----
-- @ S31json
CREATE FUNCTION body_json() RETURNS json LANGUAGE sql AS $$ SELECT '{"user": "u", "password": "S31json"}'::json $$
----
-- @ S32pair
CREATE FUNCTION body_pair() RETURNS json LANGUAGE sql AS $$ SELECT json_build_object('password', 'S32pair') $$
----
-- @ S33named
CREATE FUNCTION body_named() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM connect_to(host => 'h', p_password => 'S33named'); END $$
----
-- @ S34line
CREATE TABLE with_line_comment (i int) -- the password is S34line
----
-- @ S35block
/* password: S35block */ CREATE TABLE with_block_comment (i int)
----
-- @ S36foreign
CREATE FOREIGN TABLE ft (i int) SERVER files OPTIONS (program 'curl https://u:S36foreign@h/')
----
-- @ S37policy
CREATE POLICY pol ON kept USING (current_setting('app.password') = 'S37policy')
----
-- @ S38trigger
CREATE TRIGGER tr BEFORE UPDATE ON kept FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger('password=S38trigger')
----
-- @ S39index
CREATE INDEX with_secret ON kept ((link = 'amqp://u:S39index@q/'))
----
-- @ S40rule
CREATE RULE ru AS ON DELETE TO kept DO ALSO SELECT 'api_key=S40rule'
----
-- @ S41domain
CREATE DOMAIN dom AS text DEFAULT 'secret=S41domain'
----
-- @ S42setting
CREATE FUNCTION with_setting() RETURNS void LANGUAGE sql SET app.password = 'S42setting' AS 'SELECT'
----
-- @ S43argument
CREATE FUNCTION with_argument(password text DEFAULT 'S43argument') RETURNS void LANGUAGE sql AS 'SELECT'
----
-- @ S44ctas
CREATE TABLE from_select AS SELECT 'host=h password=S44ctas'::text AS conn
----
-- @ S45matview
CREATE MATERIALIZED VIEW mv AS SELECT 'https://u:S45matview@h/'::text AS link
----
-- @ S46refused refused
CREATE USER MAPPING FOR CURRENT_USER SERVER fs OPTIONS (password 'S46refused')
----
-- @ S47refused refused
ALTER TABLE missing ADD COLUMN c text DEFAULT 'postgres://u:S47refused@h/'
----
-- @ S48exception
DO $$ BEGIN CREATE TABLE in_block (c text DEFAULT 'password=S48exception'); RAISE EXCEPTION 'x'; EXCEPTION WHEN OTHERS THEN NULL; END $$
----
-- @ S49procedure
CREATE PROCEDURE pr() LANGUAGE plpgsql AS 'BEGIN PERFORM ''x''; /* token = "S49procedure" */ END'
----
-- @ S50label
CREATE TYPE kind AS ENUM ('ok', 'https://u:S50label@h/')
----
-- @ S51partition
CREATE TABLE part_of PARTITION OF parted FOR VALUES IN ('redis://x:S51partition@h')
----
-- @ S52generated
ALTER TABLE kept ADD COLUMN made text GENERATED ALWAYS AS ('password=S52generated ' || id::text) STORED
----
-- @ S53when
CREATE TRIGGER tw BEFORE UPDATE ON kept FOR EACH ROW WHEN (NEW.link = 'https://u:S53when@h/') EXECUTE FUNCTION suppress_redundant_updates_trigger()
----
-- @ S54owner
CREATE TABLE with_owner (owner text DEFAULT 'password=S54owner', comment text DEFAULT 'https://u:S54owner@h')
----
