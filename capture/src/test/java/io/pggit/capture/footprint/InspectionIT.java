package io.pggit.capture.footprint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pggit.capture.footprint.Check.Result;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InspectionIT {
    @ParameterizedTest
    @EnumSource
    void aWatchedDatabaseLacksOnlyItsSlot(PostgresVersion version) throws SQLException {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            assertEquals(List.of("max_slot_wal_keep_size", "slot"), notOk(watched.connection));
        }
    }

    @Test
    void aDatabaseWithoutFootprintFails() throws SQLException {
        try (TestDatabase database = TestDatabase.on(PostgresVersion.newest());
                Connection connection = database.connect()) {
            assertEquals(List.of("max_slot_wal_keep_size", "footprint", "slot"), notOk(connection));
        }
    }

    @Test
    void whatWasTurnedOffIsNamed() throws SQLException {
        try (WatchedDatabase watched = new WatchedDatabase(PostgresVersion.newest())) {
            watched.run(
                    "ALTER TABLE pggit.ddl_audit REPLICA IDENTITY FULL",
                    "ALTER PUBLICATION pggit DROP TABLE pggit.ddl_audit",
                    "ALTER EVENT TRIGGER pggit_sql_drop_2_writer ENABLE",
                    "DROP EVENT TRIGGER pggit_table_rewrite_1_actor");

            List<Check> checks = Inspection.of(watched.connection, List.of());

            assertEquals(
                    List.of("event triggers", "publication", "append-only"),
                    checks.stream()
                            .filter(check -> check.result() == Result.FAILED)
                            .map(Check::name)
                            .toList());
            assertEquals(
                    "pggit_sql_drop_2_writer is not ENABLE ALWAYS; pggit_table_rewrite_1_actor is missing:"
                            + " schema changes go unrecorded",
                    checks.stream()
                            .filter(check -> check.name().equals("event triggers"))
                            .findFirst()
                            .orElseThrow()
                            .details());
        }
    }

    private static List<String> notOk(Connection connection) {
        return Inspection.of(connection, List.of()).stream()
                .filter(check -> check.result() != Result.OK)
                .map(Check::name)
                .toList();
    }
}
