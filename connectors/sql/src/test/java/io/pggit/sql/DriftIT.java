package io.pggit.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pggit.testkit.OldestAndNewest;
import io.pggit.testkit.PostgresVersion;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What went past the record, found by the versions of catalog rows: a look at everything is the oracle. */
class DriftIT {
    private static final String QUICK = "SELECT string_agg(object, ',' ORDER BY object) FROM pggit.drift()";
    private static final String FULL = "SELECT string_agg(object, ',' ORDER BY object) FROM pggit.compare_live(NULL)";
    private static final String SUSPECTS = "WITH s (keys) AS (SELECT pggit.suspects((SELECT array_agg(m)"
            + " FROM pggit.catalog_marks() AS m))) SELECT CASE WHEN keys IS NULL THEN 'everything' ELSE (SELECT"
            + " string_agg(d ->> 'identity', ',' ORDER BY d ->> 'identity') FROM jsonb_array_elements(keys) AS k,"
            + " pggit.describe((k ->> 0)::oid, (k ->> 1)::oid) AS d WHERE d IS NOT NULL) END FROM s";

    private static final List<String> SCHEMA = List.of(
            "CREATE SCHEMA app",
            "CREATE TYPE app.mood AS ENUM ('glad', 'sad')",
            "CREATE DOMAIN app.positive AS integer CHECK (VALUE > 0)",
            "CREATE TYPE app.pair AS (a integer, b text)",
            "CREATE TYPE app.span AS RANGE (subtype = integer)",
            "CREATE TABLE app.users (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text DEFAULT 'x', feeling app.mood)",
            "CREATE INDEX users_email ON app.users (lower(email))",
            "CREATE STATISTICS app.users_stat ON id, email FROM app.users",
            "CREATE TABLE app.orders (id integer PRIMARY KEY, buyer integer REFERENCES app.users, total app.positive)",
            "CREATE SEQUENCE app.numbers",
            "CREATE TABLE app.measures (at date, value integer) PARTITION BY RANGE (at)",
            "CREATE TABLE app.measures_old PARTITION OF app.measures FOR VALUES FROM (MINVALUE) TO ('2020-01-01')",
            "CREATE VIEW app.emails AS SELECT email FROM app.users",
            "CREATE MATERIALIZED VIEW app.totals AS SELECT sum(total::integer) FROM app.orders",
            "CREATE FUNCTION app.twice(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 * 2'",
            "CREATE FUNCTION app.stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
            "CREATE TRIGGER stamped BEFORE UPDATE ON app.users FOR EACH ROW EXECUTE FUNCTION app.stamp()",
            "CREATE POLICY own ON app.users USING (true)",
            "CREATE RULE quiet AS ON DELETE TO app.orders DO INSTEAD NOTHING",
            "CREATE OPERATOR app.=== (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4eq)",
            "CREATE OPERATOR FAMILY app.fam USING btree",
            "CREATE COLLATION app.plain FROM \"C\"",
            "CREATE CAST (app.pair AS text) WITH INOUT",
            "CREATE TEXT SEARCH CONFIGURATION app.words (COPY = simple)",
            "CREATE PUBLICATION told FOR TABLE app.users",
            "CREATE FOREIGN DATA WRAPPER far",
            "CREATE SERVER there FOREIGN DATA WRAPPER far",
            "CREATE USER MAPPING FOR CURRENT_USER SERVER there OPTIONS (who 'me')",
            "CREATE FOREIGN TABLE app.remote (id integer) SERVER there",
            "COMMENT ON TABLE app.users IS 'people'",
            "COMMENT ON TRIGGER stamped ON app.users IS 'stamps'");

    /** What may be done behind the back of the event triggers; each is undone afterwards. */
    private static final List<String> BYPASSES = List.of(
            "CREATE TABLE app.unseen (id integer)",
            "DROP TABLE app.orders CASCADE",
            "ALTER TABLE app.users ADD COLUMN unseen integer",
            "ALTER TABLE app.users ALTER COLUMN email DROP DEFAULT",
            "ALTER TABLE app.users ALTER COLUMN email SET DEFAULT 'y'",
            "ALTER TABLE app.users ALTER COLUMN id DROP IDENTITY",
            "ALTER TABLE app.users ALTER COLUMN id SET INCREMENT 5",
            "ALTER TABLE app.users RENAME COLUMN email TO mail",
            "ALTER TABLE app.users RENAME TO people",
            "ALTER TABLE app.users RENAME CONSTRAINT users_pkey TO people_pkey",
            "ALTER TABLE app.users SET (toast.autovacuum_enabled = false)",
            "ALTER TABLE app.users ENABLE ROW LEVEL SECURITY",
            "ALTER TABLE app.users DISABLE TRIGGER stamped",
            "ALTER TABLE app.orders DROP CONSTRAINT orders_buyer_fkey",
            "ALTER TABLE app.orders ADD CHECK (id > 0)",
            "ALTER TABLE app.measures DETACH PARTITION app.measures_old",
            "ALTER INDEX app.users_email RENAME TO other",
            "ALTER INDEX app.users_email SET (fillfactor = 50)",
            "DROP INDEX app.users_email",
            "DROP TRIGGER stamped ON app.users",
            "COMMENT ON TRIGGER stamped ON app.users IS 'otherwise'",
            "COMMENT ON COLUMN app.users.email IS 'where'",
            "COMMENT ON TABLE app.users IS NULL",
            "COMMENT ON SCHEMA public IS 'ours'",
            "DROP POLICY own ON app.users",
            "ALTER POLICY own ON app.users USING (false)",
            "DROP RULE quiet ON app.orders",
            "DROP STATISTICS app.users_stat",
            "ALTER SEQUENCE app.numbers INCREMENT 3",
            "ALTER SEQUENCE app.numbers OWNED BY app.measures.value",
            "ALTER TYPE app.mood ADD VALUE 'calm'",
            "ALTER TYPE app.mood RENAME VALUE 'sad' TO 'blue'",
            "ALTER TYPE app.mood RENAME TO humour",
            "ALTER TYPE app.pair ADD ATTRIBUTE c date",
            "ALTER TYPE app.span RENAME TO stretch",
            "ALTER DOMAIN app.positive DROP CONSTRAINT positive_check",
            "ALTER DOMAIN app.positive SET NOT NULL",
            "ALTER VIEW app.emails SET (security_barrier = true)",
            "CREATE OR REPLACE VIEW app.emails AS SELECT email, 1 AS one FROM app.users",
            "CREATE OR REPLACE FUNCTION app.twice(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 + $1'",
            "ALTER FUNCTION app.stamp() RENAME TO stamp_it",
            "GRANT SELECT ON app.users TO PUBLIC",
            "GRANT SELECT (email) ON app.users TO PUBLIC",
            "GRANT USAGE ON SCHEMA app TO PUBLIC",
            "ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO PUBLIC",
            "ALTER SCHEMA app RENAME TO application",
            "ALTER OPERATOR app.=== (integer, integer) SET (RESTRICT = eqsel)",
            "ALTER OPERATOR FAMILY app.fam USING btree ADD OPERATOR 1 < (integer, integer)",
            "ALTER COLLATION app.plain RENAME TO simple",
            "DROP CAST (app.pair AS text)",
            "ALTER TEXT SEARCH CONFIGURATION app.words DROP MAPPING FOR url",
            "ALTER PUBLICATION told ADD TABLE app.orders",
            "ALTER SERVER there OPTIONS (host 'h')",
            "DROP USER MAPPING FOR CURRENT_USER SERVER there",
            "ALTER FOREIGN TABLE app.remote OPTIONS (a 'b')",
            "DROP SCHEMA app CASCADE");

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(names = "V18")
    void whateverWentPastTheRecordIsFoundAmongWhatChanged(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            String owner = served.role("owner");
            served.run(SCHEMA.toArray(String[]::new));
            served.run("ALTER TABLE app.orders OWNER TO " + owner, "SELECT pggit.create_commit('as recorded')");
            assertEquals("", asOwner(served, FULL));
            assertEquals("", asOwner(served, SUSPECTS));
            List<String> cases = new ArrayList<>(BYPASSES);
            cases.add("ALTER ROLE " + owner + " RENAME TO " + owner + "_renamed");
            List<String> wrong = new ArrayList<>();

            for (String bypass : cases) {
                served.begin();
                disarm(served);
                served.run(bypass);
                String full = asOwner(served, FULL);
                String quick = served.one(QUICK);
                served.rollback();
                if (full.isEmpty() || !quick.equals(full)) {
                    wrong.add(bypass + ": " + quick + " instead of " + full);
                }
            }

            assertEquals(List.of(), wrong);
            assertEquals("", served.one(QUICK));
        }
    }

    /** Some facts are not for everybody: what pgGit sees is what its own role sees. */
    private static String asOwner(Served served, String sql) throws SQLException {
        served.run("SET ROLE pggit_owner");
        String value = served.one(sql);
        served.run("RESET ROLE");
        return value;
    }

    private static void disarm(Served served) throws SQLException {
        served.run("DO $$ DECLARE name text; BEGIN FOR name IN SELECT evtname FROM pg_event_trigger LOOP"
                + " EXECUTE format('ALTER EVENT TRIGGER %I DISABLE', name); END LOOP; END $$");
    }

    @OldestAndNewest
    void onlyWhatChangedSinceTheLastLookIsDescribed(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            served.run(SCHEMA.toArray(String[]::new));
            assertEquals("everything", asOwner(served, SUSPECTS), "nobody looked yet");
            served.run("SELECT pggit.checkout('work', true)");
            assertEquals("", asOwner(served, SUSPECTS));

            served.run("ALTER TABLE app.orders ADD COLUMN note text", "CREATE TABLE app.more (id integer)");

            assertEquals("app.more,app.orders", asOwner(served, SUSPECTS));
            served.run("SELECT pggit.checkout('main')");
            assertEquals("app.orders", asOwner(served, SUSPECTS), "what a checkout changed is looked at by the next");
            served.run("SELECT pggit.create_commit('as it is')");
            assertEquals("", asOwner(served, SUSPECTS));
            served.run("VACUUM ANALYZE", "INSERT INTO app.users (email) VALUES ('a')", "TRUNCATE app.measures");
            assertEquals("app.measures_old", asOwner(served, SUSPECTS), "its rows went, no other object is suspected");
            assertEquals("", served.one(QUICK));
            served.run("ALTER TABLE app.users RENAME COLUMN email TO mail");
            assertEquals(
                    "app.emails,app.measures_old,app.orders,app.users,told",
                    asOwner(served, SUSPECTS),
                    "the table and what shows its columns");
            assertEquals("", served.one(QUICK));
        }
    }
}
