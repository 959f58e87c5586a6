package io.pggit.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.capture.Database;
import io.pggit.core.plan.part.PlanOptions;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.sql.Connection;
import java.util.Properties;
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
    void nothingIsLeftBehind() throws Exception {
        try (TestDatabase one = TestDatabase.on(PostgresVersion.newest());
                TestDatabase other = TestDatabase.on(PostgresVersion.newest());
                Connection connection = one.connect()) {
            compare(one, other);

            assertFalse(connection.getMetaData().getSchemas(null, "pggit").next());
        }
    }

    private static Comparison compare(TestDatabase one, TestDatabase other) throws Exception {
        return Comparison.of(
                new Database(one.url(), new Properties()),
                new Database(other.url(), new Properties()),
                PlanOptions.Style.DIRECT);
    }
}
