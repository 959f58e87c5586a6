package io.pggit.capture.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.capture.CaptureException;
import io.pggit.core.audit.Lsn;
import io.pggit.testkit.Await;
import io.pggit.testkit.PostgresVersion;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DebeziumStreamIT {
    @Test
    void onlyWhatWasConfirmedIsAcknowledged() throws SQLException {
        try (CapturedDatabase database = CapturedDatabase.on(PostgresVersion.newest());
                ChangeStream stream = DebeziumStream.open(database.database(), Resume.NOTHING)) {
            database.commit("one");
            Collected collected = new Collected().until(stream, 1);
            Lsn end = collected.end().orElse(new Lsn(0));
            String flushed =
                    "SELECT confirmed_flush_lsn FROM pg_replication_slots WHERE slot_name = '" + database.slot() + "'";

            Await.until(Duration.ofSeconds(30), () -> {
                stream.await();
                stream.drained().ifPresent(stream::confirm);
                return Lsn.parse(database.one(flushed)).compareTo(end) >= 0;
            });
        }
    }

    @Test
    void aTerminatedSenderIsNoticed() throws SQLException {
        try (CapturedDatabase database = CapturedDatabase.on(PostgresVersion.newest());
                ChangeStream stream = DebeziumStream.open(database.database(), Resume.NOTHING)) {
            database.commit("one");
            Collected collected = new Collected().until(stream, 1);
            database.one("SELECT pg_terminate_backend(active_pid) FROM pg_replication_slots WHERE slot_name = '"
                    + database.slot() + "'");

            CaptureException failure = assertThrows(CaptureException.class, () -> collected.until(stream, () -> false));

            assertTrue(failure.getMessage().startsWith("lost the replication stream"), failure.getMessage());
            assertEquals(List.of("one"), collected.statements());
        }
    }
}
