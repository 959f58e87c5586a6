package io.pggit.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Definitions, metadata, histories, versions and blame of single objects, from SQL. */
class ObjectsIT {
    @TempDir
    Path data;

    private static Session session(PostgresVersion version, Path data) throws Exception {
        Session session = new Session(version, data);
        session.run(
                "CREATE SCHEMA app",
                "CREATE TABLE app.customers (id serial PRIMARY KEY, name varchar(100) NOT NULL, email text UNIQUE)",
                "ALTER TABLE app.customers ADD COLUMN phone text",
                "CREATE INDEX customers_name_idx ON app.customers (name)",
                "COMMENT ON TABLE app.customers IS 'Who buys'",
                "CREATE FUNCTION app.f(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1'",
                "CREATE FUNCTION app.g(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1'",
                "CREATE FUNCTION app.f(text, integer) RETURNS integer LANGUAGE sql AS 'SELECT $2'",
                "CREATE TABLE app.\"Odd.one\" (\"x'y\" integer)");
        return session;
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void aDefinitionCanBeRunAndSoCanThatOfAPart(PostgresVersion version) throws Exception {
        try (Session session = session(version, data);
                TestDatabase other = TestDatabase.on(version)) {
            String table = session.value("SELECT pggit_v0.get_object_definition('app', 'customers')");
            String odd = session.value("SELECT pggit_v0.get_object_definition('app', 'Odd.one')");
            String index = session.value("SELECT pggit_v0.get_object_definition('app', 'customers_name_idx')");
            String key = session.value("SELECT pggit_v0.get_object_definition('app', 'customers_email_key')");
            String column = session.value("SELECT pggit_v0.get_object_definition('app', 'customers.phone')");
            String function = session.value("SELECT pggit_v0.get_object_definition('app', 'f(text, int)')");
            String bare = session.value("SELECT pggit_v0.get_object_definition('app', 'g')");

            other.run("CREATE SCHEMA app", table, odd, function, bare, "DROP INDEX app.customers_name_idx", index);
            other.run("ALTER TABLE app.customers DROP CONSTRAINT customers_email_key", key);
            other.run("ALTER TABLE app.customers DROP COLUMN phone", column);
            assertTrue(table.contains("CREATE TABLE app.customers") && table.contains("Who buys"), table);
            assertTrue(table.contains("CREATE SEQUENCE") && table.contains("OWNED BY"), table);
            assertFalse(session.value("SELECT pggit_v0.get_object_definition('app', 'customers', 'HEAD~7')")
                    .contains("phone"));
            assertEquals(
                    "42704",
                    session.failure("SELECT pggit_v0.get_object_definition('app', 'g', 'HEAD~7')")
                            .getSQLState());
            assertTrue(session.failure("SELECT pggit_v0.get_object_definition('app', 'missing')")
                    .getMessage()
                    .contains("Object app.missing not found in commit "
                            + session.value("SELECT pggit_v0.get_head_sha()")));
            assertEquals(
                    "42725",
                    session.failure("SELECT pggit_v0.get_object_definition('app', 'f')")
                            .getSQLState());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void metadataHistoryAndTheWholeSchemaAreTrue(PostgresVersion version) throws Exception {
        try (Session session = session(version, data)) {
            session.run(
                    "ALTER TABLE app.customers RENAME TO clients",
                    "CREATE TABLE app.gone (id integer)",
                    "DROP TABLE app.gone");

            assertEquals(
                    List.of("ALTER", "ALTER", "ALTER", "ALTER", "CREATE"),
                    session.rows("SELECT change_type FROM pggit_v0.get_object_history('app', 'clients', NULL)"));
            assertEquals(
                    List.of("DROP", "CREATE"),
                    session.rows("SELECT change_type FROM pggit_v0.get_object_history('app', 'gone')"));
            assertEquals(
                    List.of("ALTER|ALTER TABLE app.clients", "CREATE|CREATE INDEX app.customers"),
                    session.rows("SELECT change_type, message"
                            + " FROM pggit_v0.get_object_history('app', 'customers_name_idx')"));
            assertEquals(
                    List.of("TABLE|t|t|postgres"),
                    session.rows("SELECT object_type, size_bytes > 0, last_modified <= now(), modified_by"
                            + " FROM pggit_v0.get_object_metadata('app', 'clients')"));
            assertEquals(
                    List.of("INDEX|postgres"),
                    session.rows("SELECT object_type, modified_by"
                            + " FROM pggit_v0.get_object_metadata('app', 'customers_name_idx')"));
            assertEquals(List.of(), session.rows("SELECT * FROM pggit_v0.get_object_metadata('app', 'missing')"));
            assertEquals(
                    List.of(
                            "TABLE|\"Odd.one\"",
                            "TABLE|clients",
                            "FUNCTION|f(integer)",
                            "FUNCTION|f(text, integer)",
                            "FUNCTION|g(integer)"),
                    session.rows("SELECT object_type, object_name FROM pggit_v0.get_current_schema()"
                            + " WHERE object_schema = 'app'"));
            assertEquals(
                    List.of("column|phone|ALTER TABLE app.customers"),
                    session.rows("SELECT part, name, message FROM pggit.blame('app.clients.phone')"));
            assertTrue(session.rows("SELECT part || ' ' || name FROM pggit.blame('app.clients', 'HEAD')")
                    .containsAll(List.of("object app.clients", "column id", "index customers_name_idx")));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void versionsCountWhatChangesAskOfUsers(PostgresVersion version) throws Exception {
        try (Session session = session(version, data)) {
            session.run("ALTER TABLE app.customers DROP COLUMN phone", "SET search_path = app");

            assertEquals(
                    List.of(
                            "5|ALTER|2.0.0|MAJOR|dropped column phone|ALTER TABLE app.customers DROP COLUMN phone;",
                            "4|ALTER|1.1.2|PATCH|added comment|COMMENT ON TABLE app.customers IS 'Who buys';",
                            "3|ALTER|1.1.1|PATCH|added index customers_name_idx"
                                    + "|CREATE INDEX customers_name_idx ON app.customers USING btree (name);",
                            "2|ALTER|1.1.0|MINOR|added column phone|ALTER TABLE app.customers ADD COLUMN phone text;"),
                    session.rows("SELECT version, change_type, version_string, change_severity, change_description, ddl"
                            + " FROM pggit.get_history('customers', 4)"));
            assertEquals(
                    List.of("1|CREATE|1.0.0"),
                    session.rows("SELECT version, change_type, version_string"
                            + " FROM pggit.get_history('app.customers', 'TABLE') WHERE version = 1"));
            assertEquals(
                    List.of("customers|5|2.0.0|app|TABLE"),
                    session.rows("SELECT object_name, version, version_string, schema_name, object_type"
                            + " FROM pggit.get_version('customers')"));
            session.run("BEGIN", "ALTER TABLE app.customers ADD COLUMN uncommitted integer");
            String counted = session.value("SELECT version FROM pggit.get_version('app.customers')");
            session.run("ROLLBACK");
            assertEquals(
                    session.value("SELECT version + 1 FROM pggit.get_version('app.customers')"),
                    counted,
                    "own uncommitted DDL counts in");
            assertEquals(List.of(), session.rows("SELECT * FROM pggit.get_version('nobody')"));
            assertEquals(List.of(), session.rows("SELECT * FROM pggit.get_history('customers', 'VIEW')"));
        }
    }
}
