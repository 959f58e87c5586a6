package io.pggit.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.capture.catalog.CatalogReader;
import io.pggit.capture.footprint.Footprint;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Differences between revisions, and migrations, from SQL. */
class DiffIT {
    private static final String[] OLD = {
        "CREATE TABLE users (id serial PRIMARY KEY, email text)",
        "CREATE TABLE accounts (id integer PRIMARY KEY, owner integer REFERENCES users)",
        "CREATE VIEW addresses AS SELECT email FROM users"
    };

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void eachObjectThatDiffersIsARowWithDefinitionsAndDdl(PostgresVersion version) throws Exception {
        try (Session session = new Session(version, data)) {
            session.run(OLD);
            session.run(
                    "CREATE TABLE b_notes (id bigserial PRIMARY KEY)",
                    "ALTER TABLE accounts ADD COLUMN note bigint REFERENCES b_notes",
                    "DROP VIEW addresses");

            List<String> diff = session.rows("SELECT object_type, object_name, change_type,"
                    + " old_definition IS NOT NULL, new_definition IS NOT NULL FROM pggit.diff('main~3')");

            assertEquals(
                    List.of(
                            "TABLE|public.b_notes|CREATE|f|t",
                            "TABLE|public.accounts|ALTER|t|t",
                            "VIEW|public.addresses|DROP|t|f"),
                    diff);
            String created =
                    session.value("SELECT new_definition FROM pggit.diff('main~3') WHERE change_type = 'CREATE'");
            assertTrue(created.contains("CREATE SEQUENCE public.b_notes_id_seq"), created);
            assertTrue(created.contains("OWNED BY public.b_notes.id"), created);
            assertTrue(
                    session.value("SELECT ddl FROM pggit.diff('main~3') WHERE change_type = 'ALTER'")
                            .startsWith("ALTER TABLE public.accounts ADD COLUMN note bigint"),
                    created);
            assertEquals(List.of(), session.rows("SELECT * FROM pggit.diff('main', 'HEAD')"));
            assertEquals("", session.value("SELECT pggit.diff_as_sql('main', 'main~0')"));
            assertEquals(
                    session.value("SELECT pggit_v0.get_head_sha()"),
                    session.value("SELECT pggit.merge_base('main', 'HEAD')"));
            assertEquals(
                    List.of("public.addresses|CREATE|∅"),
                    session.rows("SELECT object_path, change_type, branch1_definition"
                            + " FROM pggit_v0.diff_branches('main', 'main~1')"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void theMigrationMakesTheNewSchemaOfTheOldOne(PostgresVersion version) throws Exception {
        try (Session session = new Session(version, data);
                TestDatabase other = TestDatabase.on(version);
                Connection copy = other.connect();
                Statement statement = copy.createStatement()) {
            Footprint.install(copy);
            session.run(OLD);
            other.run(OLD);
            var old = CatalogReader.read(copy).objects();
            session.run(
                    "BEGIN",
                    "ALTER TABLE users RENAME COLUMN email TO mail",
                    "ALTER TABLE users ADD COLUMN account integer REFERENCES accounts",
                    "CREATE TYPE mood AS ENUM ('good', 'bad')",
                    "CREATE FUNCTION weight(mood) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT 1'",
                    "CREATE TABLE one (id integer PRIMARY KEY, other integer, feels mood CHECK (weight(feels) > 0))",
                    "CREATE TABLE other (id integer PRIMARY KEY, one integer REFERENCES one)",
                    "ALTER TABLE one ADD FOREIGN KEY (other) REFERENCES other",
                    "CREATE INDEX ON one (weight(feels))",
                    "CREATE VIEW moods AS SELECT feels, weight(feels) AS weight FROM one",
                    "COMMIT");

            statement.execute(session.value("SELECT pggit.diff_as_sql('main~1', 'main')"));

            assertEquals(
                    CatalogReader.read(session.connection()).objects(),
                    CatalogReader.read(copy).objects());
            statement.execute(session.value("SELECT pggit.diff_as_sql('main', 'main~1')"));
            assertEquals(old, CatalogReader.read(copy).objects());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void ownUncommittedDdlCountsIn(PostgresVersion version) throws Exception {
        try (Session session = new Session(version, data)) {
            session.run(OLD);
            session.run("BEGIN", "ALTER TABLE users RENAME TO people", "CREATE TABLE never_was (id integer)");

            List<String> inside = session.rows("SELECT object_name, change_type, ddl FROM pggit.diff('main~1', 'main')"
                    + " WHERE object_type = 'TABLE'");
            session.run("ROLLBACK");

            assertEquals(3, inside.size(), inside::toString);
            assertTrue(inside.stream().anyMatch(row -> row.startsWith("public.never_was|CREATE")), inside::toString);
            assertTrue(
                    inside.stream().anyMatch(row -> row.startsWith("public.people|ALTER") && row.contains("RENAME TO")),
                    inside::toString);
            assertEquals(
                    List.of("public.addresses"), session.rows("SELECT object_name FROM pggit.diff('main~1', 'main')"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void aTimeIsARevisionHoweverTheSessionWritesTimes(PostgresVersion version) throws Exception {
        try (Session session = new Session(version, data)) {
            session.run(OLD);
            String tip = session.value("SELECT pggit_v0.get_head_sha()");
            session.run("SET TimeZone = 'Asia/Kolkata'", "SET DateStyle = 'ISO, DMY'");

            for (String written : List.of(
                    "now() + interval '1 hour'",
                    "to_char(now() + interval '1 day', 'DD/MM/YYYY HH24:MI')",
                    "to_char(now() + interval '1 day', 'YYYYMMDD\"T\"HH24MISS')",
                    "to_char(now() + interval '1 day', 'Mon DD HH24:MI:SS YYYY')",
                    "to_char(now() + interval '1 day', 'Dy DD Mon YYYY')",
                    "'tomorrow'",
                    "'now'",
                    "'0 seconds ago'",
                    "'infinity'",
                    "'HEAD@{' || now() || '}'",
                    "'@{tomorrow}'",
                    "'main@{infinity}~0'")) {
                assertEquals(tip, session.value("SELECT pggit.merge_base((" + written + ")::text, 'main')"), written);
            }
            for (String before : List.of("epoch", "-infinity", "main@{epoch}", "1 January 44 BC", "10 years ago")) {
                assertEquals(
                        "42704",
                        session.failure("SELECT pggit.merge_base('" + before + "', 'main')")
                                .getSQLState(),
                        before);
                assertTrue(
                        session.failure("SELECT pggit.merge_base('" + before + "', 'main')")
                                .getMessage()
                                .contains("goes past the first commit"),
                        before);
            }
            for (String none : List.of("tea time", "ago", "3 fortnights ago", "2026-13-01", "99999999999 years ago")) {
                assertTrue(
                        session.failure("SELECT pggit.merge_base('" + none + "', 'main')")
                                .getMessage()
                                .contains("Revision " + none + " not found"),
                        none);
            }
            session.run("SELECT pggit.create_branch('tomorrow', 'main~1')");
            assertEquals(
                    session.value("SELECT pggit.merge_base('main~1', 'main')"),
                    session.value("SELECT pggit.merge_base('tomorrow', 'main')"),
                    "a branch comes before a time");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void aMigrationToolGetsBothWays(PostgresVersion version) throws Exception {
        try (Session session = new Session(version, data)) {
            session.run(OLD);
            session.run(
                    "ALTER TABLE users ADD COLUMN phone text",
                    "CREATE TABLE notes (id integer)",
                    "DROP VIEW addresses");

            List<String> rows =
                    session.rows("SELECT object_name, operation, old_ddl, new_ddl FROM pggit.diff_schemas('main~3')");

            assertEquals(
                    List.of(
                            "public.notes|CREATE|∅|CREATE TABLE public.notes (id integer)",
                            "public.users|ALTER|ALTER TABLE public.users DROP COLUMN phone"
                                    + "|ALTER TABLE public.users ADD COLUMN phone text"),
                    rows.subList(0, 2).stream()
                            .map(row -> row.replaceAll("\\s+", " ")
                                    .replace("( ", "(")
                                    .replace(" )", ")"))
                            .toList());
            assertTrue(rows.get(2).startsWith("public.addresses|DROP|CREATE "), rows.get(2));
            assertTrue(rows.get(2).endsWith("|∅"), rows.get(2));
            assertFalse(rows.toString().contains(";|"), rows::toString);
        }
    }
}
