package io.pggit.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.capture.Database;
import io.pggit.core.plan.Plan;
import io.pggit.core.plan.PlannedStatement;
import io.pggit.core.plan.Segment;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.PlanOptions;
import io.pggit.core.plan.part.Rewrite;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ComparisonIT {
    @Test
    void equalDatabasesHaveAnEmptyComparison() throws Exception {
        try (TestDatabase one = TestDatabase.on(PostgresVersion.newest());
                TestDatabase other = TestDatabase.on(PostgresVersion.newest())) {
            one.run("CREATE TABLE t (a integer PRIMARY KEY, b text)");
            other.run("CREATE TABLE t (b text, a integer PRIMARY KEY)");

            Comparison comparison = compare(one, other);

            assertTrue(comparison.isEmpty(), () -> comparison.json().toString());
        }
    }

    @Test
    void runningThePlanMakesTheFirstLikeTheSecondAndItsInverseUndoesIt() throws Exception {
        try (TestDatabase one = TestDatabase.on(PostgresVersion.newest());
                TestDatabase other = TestDatabase.on(PostgresVersion.newest());
                Connection connection = one.connect()) {
            one.run("CREATE TABLE t (a integer)", "CREATE VIEW v AS SELECT a FROM t", "COMMENT ON VIEW v IS 'seen'");
            other.run("CREATE TABLE t (a bigint)", "CREATE VIEW v AS SELECT a FROM t", "COMMENT ON VIEW v IS 'seen'");
            Comparison comparison = compare(one, other);

            PlanRunner.run(comparison.up(), connection);

            assertTrue(compare(one, other).isEmpty());
            PlanRunner.run(comparison.down(), connection);
            assertEquals(comparison.up().sql(), compare(one, other).up().sql());
        }
    }

    @Test
    void aComparisonIsProvedOnAScratchDatabaseThatIsGoneAfterwards() throws Exception {
        for (PostgresVersion version : List.of(PostgresVersion.V15, PostgresVersion.V18)) {
            try (TestDatabase one = TestDatabase.on(version);
                    TestDatabase other = TestDatabase.on(version);
                    Connection connection = one.connect()) {
                one.run("CREATE TABLE t (a integer, b text)", "CREATE VIEW v AS SELECT a FROM t", "CREATE TABLE u ()");
                other.run(
                        "CREATE TABLE t (a bigint PRIMARY KEY, c text DEFAULT 'x')",
                        "CREATE VIEW v AS SELECT a FROM t",
                        "CREATE INDEX i ON t (c)");
                long databases = count(connection);

                Proof proof = ScratchProof.of(compare(one, other), database(one));

                assertEquals(new Proof(Proof.Result.PROVED, List.of()), proof);
                assertEquals(databases, count(connection));
            }
        }
    }

    @Test
    void aPlanThatDoesNotDoWhatItSaysIsRefuted() throws Exception {
        try (TestDatabase one = TestDatabase.on(PostgresVersion.newest());
                TestDatabase other = TestDatabase.on(PostgresVersion.newest())) {
            one.run("CREATE TABLE t (a integer)");
            other.run("CREATE TABLE t (a bigint, b integer)");
            Comparison honest = compare(one, other);
            List<PlannedStatement> half = honest.up().statements().stream()
                    .filter(statement -> statement.sql().contains("bigint"))
                    .map(ComparisonIT::harmless)
                    .toList();
            Plan wrong = new Plan(List.of(new Segment(true, half)), List.of(), List.of());

            Proof proof = ScratchProof.of(
                    new Comparison(wrong, honest.down(), honest.before(), honest.after(), honest.options()),
                    database(one));

            assertEquals(Proof.Result.REFUTED, proof.result());
            String notes = String.join("\n", proof.notes());
            assertTrue(notes.contains("columns.b"), notes);
            assertTrue(notes.contains("takes ACCESS_EXCLUSIVE on public.t, the plan says NONE"), notes);
            assertTrue(notes.contains("writes public.t anew, the plan says NONE"), notes);
        }
    }

    @Test
    void whoMayCreateNoDatabaseIsToldThatThereIsNoProof() throws Exception {
        try (TestDatabase one = TestDatabase.on(PostgresVersion.newest());
                TestDatabase other = TestDatabase.on(PostgresVersion.newest())) {
            other.run("CREATE TABLE t (a integer)");
            Database poor = new Database(one.url(one.createRole("poor")), new Properties());

            Proof proof = ScratchProof.of(compare(one, other), poor);

            assertEquals(
                    new Proof(Proof.Result.IMPOSSIBLE, List.of("the role may not create a scratch database")), proof);
        }
    }

    private static PlannedStatement harmless(PlannedStatement statement) {
        return new PlannedStatement(
                statement.sql(),
                statement.object(),
                statement.action(),
                new TreeSet<>(),
                LockMode.NONE,
                Rewrite.NONE,
                Optional.empty());
    }

    private static long count(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT count(*) FROM pg_database WHERE datname LIKE 'pggit_proof%'")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void nothingIsLeftBehind() throws Exception {
        try (TestDatabase one = TestDatabase.on(PostgresVersion.newest());
                TestDatabase other = TestDatabase.on(PostgresVersion.newest());
                Connection connection = one.connect()) {
            compare(one, other);

            assertFalse(connection.getMetaData().getSchemas(null, "pggit").next());
        }
    }

    private static Comparison compare(TestDatabase one, TestDatabase other) throws Exception {
        return Comparison.of(database(one), database(other), PlanOptions.Style.DIRECT);
    }

    private static Database database(TestDatabase database) {
        return new Database(database.url(), new Properties());
    }
}
