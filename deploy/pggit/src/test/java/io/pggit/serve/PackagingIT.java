package io.pggit.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.capture.CaptureException;
import io.pggit.capture.SqlFile;
import io.pggit.capture.footprint.Check;
import io.pggit.capture.footprint.Installed;
import io.pggit.capture.footprint.OnFault;
import io.pggit.serve.Installation.Scope;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Three ways into a database, one result; and out again. */
class PackagingIT {
    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void everyWayOfInstallingMakesTheSame(PostgresVersion version) throws SQLException {
        try (TestDatabase one = TestDatabase.on(version);
                TestDatabase other = TestDatabase.on(version);
                TestDatabase third = TestDatabase.on(version);
                Connection direct = one.connect();
                Connection plain = other.connect();
                Connection extension = third.connect()) {
            for (Connection connection : List.of(direct, plain, extension)) {
                run(connection, "CREATE TABLE there_before (id integer)");
            }

            Installation.install(direct);
            run(plain, Installation.script(Scope.FULL));
            createExtension(extension, Scope.FULL);

            List<String> expected = catalog(direct);
            assertTrue(expected.stream().anyMatch(line -> line.startsWith("function pggit.ask(")), expected::toString);
            assertTrue(expected.contains("baseline 2 public,public.there_before"), expected::toString);
            assertEquals(String.join("\n", expected), String.join("\n", catalog(plain)));
            assertEquals(String.join("\n", expected), String.join("\n", catalog(extension)));
            assertInstalled(Optional.of("1.0.0"), true, extension);
            assertEquals("1.0.0", ask(extension, "SELECT pggit.version()"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void anExtensionRecordsAndGoesWithoutATrace(PostgresVersion version) throws SQLException {
        try (TestDatabase database = TestDatabase.on(version);
                Connection connection = database.connect()) {
            createExtension(connection, Scope.FULL);
            String before = ask(connection, "SELECT count(*) FROM pggit.ddl_audit");

            run(connection, "SELECT pggit.remember_branch('main')");
            run(connection, "CREATE TABLE recorded (id integer)");
            run(connection, "CREATE EXTENSION citext");
            run(connection, "DROP EXTENSION citext");
            run(connection, "DROP SCHEMA public CASCADE");

            assertEquals("1", before);
            assertEquals(
                    "CREATE TABLE,CREATE EXTENSION,DROP EXTENSION,DROP SCHEMA",
                    ask(
                            connection,
                            "SELECT string_agg(command_tag, ',' ORDER BY seq) FROM pggit.ddl_audit"
                                    + " WHERE event = 'ddl_command_end'"));
            assertThrows(SQLException.class, () -> run(connection, "DROP PUBLICATION pggit"));
            assertThrows(SQLException.class, () -> run(connection, "DROP SCHEMA pggit CASCADE"));

            run(connection, "DROP EXTENSION pggit CASCADE");

            assertEquals("", traces(connection));
            createExtension(connection, Scope.AUDIT_ONLY);
            assertInstalled(Optional.of("1.0.0"), false, connection);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void uninstallingTakesEveryWayBack(PostgresVersion version) throws SQLException {
        try (TestDatabase database = TestDatabase.on(version);
                Connection connection = database.connect()) {
            Installation.install(connection, Scope.AUDIT_ONLY);
            Installation.uninstall(connection);
            assertEquals("", traces(connection), "after an installation");

            run(connection, Installation.script(Scope.FULL));
            run(connection, Installation.script(Scope.FULL));
            Installation.uninstall(connection);
            assertEquals("", traces(connection), "after plain SQL");

            createExtension(connection, Scope.FULL);
            Installation.uninstall(connection);
            assertEquals("", traces(connection), "after the extension");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void theModeOfAnExtensionCanBeChosenAndItsTriggersStayMembers(PostgresVersion version) throws SQLException {
        try (TestDatabase database = TestDatabase.on(version);
                Connection connection = database.connect()) {
            createExtension(connection, Scope.AUDIT_ONLY);
            run(connection, "SELECT pggit.set_on_fault('available')");
            Installation.install(connection, Scope.AUDIT_ONLY, Optional.of(OnFault.STRICT));
            Installation.install(connection, Scope.AUDIT_ONLY, Optional.of(OnFault.AVAILABLE));
            Installation.install(connection, Scope.AUDIT_ONLY);

            assertEquals("available", ask(connection, "SELECT pggit.on_fault()"));
            assertEquals(
                    "strict>available,available>strict,strict>available",
                    ask(
                            connection,
                            "SELECT string_agg(concat(details ->> 'was', '>', details ->> 'mode'), ',' ORDER BY seq)"
                                    + " FROM pggit.ddl_audit WHERE operation = 'on_fault'"));
            assertEquals(
                    "0",
                    ask(connection, "SELECT count(*) FROM pggit.ddl_audit WHERE command_tag = 'ALTER EXTENSION'"),
                    "choosing is one row");
            assertThrows(SQLException.class, () -> run(connection, "DROP EVENT TRIGGER pggit_sql_drop_2_writer"));
            run(connection, "CREATE TABLE recorded (id integer)");

            run(connection, "DROP EXTENSION pggit CASCADE");

            assertEquals("", traces(connection));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void plainSqlChoosesAModeOnlyWhereItIsAskedTo(PostgresVersion version) throws SQLException {
        try (TestDatabase database = TestDatabase.on(version);
                Connection connection = database.connect()) {
            run(connection, Installation.script(Scope.AUDIT_ONLY, Optional.of(OnFault.AVAILABLE)));
            run(connection, Installation.script(Scope.AUDIT_ONLY));
            assertEquals("available", ask(connection, "SELECT pggit.on_fault()"));

            run(connection, Installation.script(Scope.AUDIT_ONLY, Optional.of(OnFault.STRICT)));
            assertEquals("strict", ask(connection, "SELECT pggit.on_fault()"));
        }
    }

    @Test
    void auditOnlyRecordsAndHasNoFunctionsForUsers() throws SQLException {
        try (TestDatabase database = TestDatabase.on(PostgresVersion.newest());
                Connection connection = database.connect()) {
            Installation.install(connection, Scope.AUDIT_ONLY);
            run(connection, "CREATE TABLE recorded (id integer)");

            assertEquals(
                    "true false",
                    ask(
                            connection,
                            "SELECT concat_ws(' ', EXISTS (SELECT FROM pggit.ddl_audit WHERE command_tag = 'CREATE TABLE')::text,"
                                    + " (to_regnamespace('pggit_v0') IS NOT NULL OR to_regprocedure('pggit.version()') IS NOT NULL)::text)"));

            Installation.install(connection);
            assertInstalled(Optional.empty(), true, connection);
            CaptureException refusal =
                    assertThrows(CaptureException.class, () -> Installation.install(connection, Scope.AUDIT_ONLY));
            assertTrue(refusal.getMessage().contains("already"), refusal.getMessage());
        }
    }

    @Test
    void functionsOfAnotherBuildAreNoticed() throws SQLException {
        try (TestDatabase database = TestDatabase.on(PostgresVersion.newest());
                Connection connection = database.connect()) {
            Installation.install(connection);
            // what an installation by another build looks like
            run(connection, "COMMENT ON SCHEMA pggit IS 'pgGit: as it was once (SQL 0123456789ab)'");

            Check found = footprint(connection);
            assertEquals(Check.Result.WARNING, found.result());
            assertTrue(found.details().contains("another build"), found.details());
            assertEquals(Optional.of("run: pggit install"), found.remedy());

            Installation.install(connection);
            assertEquals(Check.Result.OK, footprint(connection).result());
        }
    }

    private static Check footprint(Connection connection) {
        return Installation.inspect(connection).stream()
                .filter(check -> check.name().equals("footprint"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneWayDoesNotOverwriteAnother() throws SQLException {
        try (TestDatabase database = TestDatabase.on(PostgresVersion.newest());
                Connection connection = database.connect()) {
            Installation.install(connection);
            SQLException refusal = assertThrows(SQLException.class, () -> createExtension(connection, Scope.FULL));
            assertTrue(refusal.getMessage().contains("not as an extension"), refusal.getMessage());
            Installation.uninstall(connection);

            createExtension(connection, Scope.FULL);
            refusal = assertThrows(SQLException.class, () -> run(connection, Installation.script(Scope.FULL)));
            assertTrue(refusal.getMessage().contains("as an extension"), refusal.getMessage());
            run(connection, "ROLLBACK");
            Installation.install(connection);
            assertFalse(
                    Installation.find(connection).flatMap(Installed::extension).isEmpty());
        }
    }

    private static void assertInstalled(Optional<String> extension, boolean api, Connection connection) {
        Installed installed = Installation.find(connection).orElseThrow();
        assertEquals(extension, installed.extension());
        assertEquals(api, installed.api());
        assertTrue(Installation.isOfThisBuild(installed), installed::toString);
    }

    private static void createExtension(Connection connection, Scope scope) throws SQLException {
        Installation.writeExtension(connection, scope);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION pggit CASCADE");
            assertNull(statement.getWarnings(), "nothing that would alarm whoever installs");
        }
    }

    private static List<String> catalog(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.of(PackagingIT.class, "catalog"))) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    private static String traces(Connection connection) throws SQLException {
        return ask(connection, SqlFile.of(PackagingIT.class, "traces"));
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
