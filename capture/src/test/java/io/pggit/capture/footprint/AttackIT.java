package io.pggit.capture.footprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.AuditRowJson;
import io.pggit.testkit.PostgresVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A role that may make objects tries to be somebody else, to be nobody, or to have us run its code. */
class AttackIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource
    void nothingPlantedOnTheCallersPathIsCalled(PostgresVersion version) throws Exception {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            String mallory = watched.database.createRole("mallory");
            watched.run(
                    "GRANT CREATE ON SCHEMA public TO " + mallory,
                    "CREATE SCHEMA evil AUTHORIZATION " + mallory,
                    "CREATE TABLE evil.called (by_whom text)",
                    "GRANT ALL ON evil.called TO PUBLIC",
                    "GRANT TEMP ON DATABASE " + watched.database.name() + " TO " + mallory);
            try (Connection connection = watched.database.connect(mallory)) {
                for (String schema : List.of("evil", "pg_temp", "public")) {
                    plant(connection, schema);
                }
                run(
                        connection,
                        "CREATE TEMP TABLE pg_class AS SELECT * FROM pg_catalog.pg_class LIMIT 0",
                        "CREATE TEMP TABLE ddl_audit (seq int)",
                        "SET search_path = evil, public, pg_temp, pg_catalog",
                        "CREATE TABLE public.victim (a int DEFAULT 1, b text DEFAULT 'password=x')",
                        "ALTER TABLE public.victim ADD COLUMN c pg_catalog.int4",
                        "CREATE TABLE public.victim2 (a int); DROP TABLE public.victim2",
                        "SELECT 1; DROP TABLE public.victim");
            }

            assertEquals("0", watched.ask("SELECT count(*) FROM evil.called"));
            assertEquals(
                    mallory,
                    watched.ask("SELECT string_agg(DISTINCT session_role, ',') FROM pggit.ddl_audit"
                            + " WHERE dropped::text LIKE '%victim%'"));
        }
    }

    private static void plant(Connection connection, String schema) throws SQLException {
        String body = " LANGUAGE plpgsql AS $$ BEGIN INSERT INTO evil.called VALUES (current_user); RETURN ";
        run(
                connection,
                "CREATE FUNCTION " + schema + ".set_config(text, text, boolean) RETURNS text" + body + "$1; END $$",
                "CREATE FUNCTION " + schema + ".current_setting(text) RETURNS text" + body + "$1; END $$",
                "CREATE FUNCTION " + schema + ".current_setting(text, boolean) RETURNS text" + body + "$1; END $$",
                "CREATE FUNCTION " + schema + ".to_jsonb(text) RETURNS jsonb" + body + "'{}'; END $$",
                "CREATE FUNCTION " + schema + ".pg_backend_pid() RETURNS int" + body + "1; END $$",
                "CREATE FUNCTION " + schema + ".same(text, text) RETURNS boolean" + body + "true; END $$",
                "CREATE OPERATOR " + schema + ".= (LEFTARG = text, RIGHTARG = text, FUNCTION = " + schema + ".same)",
                "CREATE OPERATOR " + schema + ".~ (LEFTARG = text, RIGHTARG = text, FUNCTION = " + schema + ".same)",
                "CREATE FUNCTION " + schema + ".same(oid, oid) RETURNS boolean" + body + "true; END $$",
                "CREATE OPERATOR " + schema + ".= (LEFTARG = oid, RIGHTARG = oid, FUNCTION = " + schema + ".same)",
                "CREATE FUNCTION " + schema + ".glue(jsonb, jsonb) RETURNS jsonb" + body + "$1; END $$",
                "CREATE OPERATOR " + schema + ".|| (LEFTARG = jsonb, RIGHTARG = jsonb, FUNCTION = " + schema + ".glue)",
                "CREATE FUNCTION " + schema + ".describe_object(oid, oid) RETURNS jsonb" + body + "'{}'; END $$");
    }

    @ParameterizedTest
    @EnumSource
    void anActorCannotBeForged(PostgresVersion version) throws Exception {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            String mallory = watched.database.createRole("mallory");
            watched.run("GRANT CREATE ON SCHEMA public TO " + mallory);
            String boss = "'{\"session_role\": \"boss\", \"effective_role\": \"boss\"}'";
            try (Connection connection = watched.database.connect(mallory)) {
                run(
                        connection,
                        "SET pggit.actor = " + boss,
                        "CREATE TABLE honest (i int)",
                        "CREATE TABLE forged AS SELECT pg_catalog.set_config('pggit.actor', " + boss + ", false) AS x",
                        "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM"
                                + " set_config('pggit.actor', " + boss + ", true);"
                                + " CREATE TABLE in_function (i int); END $$",
                        "SELECT f()");
                for (String call : List.of(
                        "SELECT pggit.record_ddl_command_end()",
                        "CREATE TABLE x AS SELECT pggit.record_ddl_command_end()",
                        "CREATE TABLE x AS SELECT pggit.append('ddl', 'ddl_command_end', 'DROP TABLE', '{}',"
                                + " NULL::record, NULL, NULL, NULL, NULL)",
                        "CREATE TABLE x AS SELECT pggit.record_detected('{}', '[]', '[]')",
                        "CREATE TABLE x AS SELECT pggit.take_actor()",
                        "CREATE TABLE x AS SELECT pggit.record_sql_drop('DROP TABLE')",
                        "CREATE TABLE x AS SELECT pggit.try_record()",
                        "CREATE TABLE x AS SELECT pggit.keyed_hash('guess')",
                        "SELECT * FROM pggit.redaction_key",
                        "INSERT INTO pggit.ddl_audit DEFAULT VALUES",
                        "CREATE EVENT TRIGGER evil ON ddl_command_end EXECUTE FUNCTION pggit.actor()",
                        "CREATE TRIGGER evil BEFORE INSERT ON honest EXECUTE FUNCTION pggit.refuse_truncate()")) {
                    SQLException denied = assertThrows(SQLException.class, () -> run(connection, call), call);
                    assertEquals("42501", denied.getSQLState(), call + ": " + denied.getMessage());
                }
            }

            assertEquals(
                    mallory,
                    watched.ask("SELECT string_agg(DISTINCT r, ',') FROM pggit.ddl_audit,"
                            + " unnest(ARRAY[session_role, effective_role, authenticated_role]) AS r"
                            + " WHERE event <> 'baseline' AND session_role <> 'postgres'"));
            assertEquals(
                    "0",
                    watched.ask("SELECT count(*) FROM pggit.ddl_audit WHERE objects::text LIKE '%boss%'"
                            + " AND command_tag <> 'CREATE FUNCTION'"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyNameComesThroughUnchanged(PostgresVersion version) throws Exception {
        List<String> names = List.of(
                "line\nbreak",
                "quote\"double",
                "quote'single",
                "back\\slash",
                "bell\u0007\u001b[31mred",
                "\u202Ebidi\u2066",
                "=cmd|'/C calc'!A0",
                "</script><b>",
                "$$dollar$x$",
                "semi;colon--comment/*",
                "SQL statement \"x\"\nPL/pgSQL function f() line 1 at EXECUTE",
                "[redacted:0123456789abcdef]");
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            for (String name : names) {
                String quoted = "\"" + name.replace("\"", "\"\"") + "\"";

                watched.run("CREATE TABLE " + quoted + " (" + quoted + " int DEFAULT 1)");
                watched.run(
                        "DO $outer$ BEGIN EXECUTE $inner$COMMENT ON TABLE " + quoted + " IS 'x'$inner$; END $outer$");

                String text = watched.ask("SELECT to_jsonb(a) || jsonb_build_object('xid', a.xid::text::bigint)"
                        + " FROM pggit.ddl_audit AS a ORDER BY seq DESC LIMIT 1");
                AuditRow row = AuditRowJson.read(JSON.readTree(text));
                assertEquals(
                        name,
                        row.objects().get(0).described().orElseThrow().id().name());
                assertTrue(row.objects()
                        .get(0)
                        .described()
                        .orElseThrow()
                        .facts()
                        .tree()
                        .path("columns")
                        .has(name));
            }
        }
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
