package io.pggit.capture.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.capture.CaptureException;
import io.pggit.core.audit.Lsn;
import io.pggit.testkit.Await;
import io.pggit.testkit.OldestAndNewest;
import io.pggit.testkit.PostgresServer;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestServers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens to a slot while nobody looks, every transaction is there afterwards, and once. */
@Timeout(120)
class SlotHealingIT {
    private interface Accident {
        void happen(CapturedDatabase database, String slot) throws SQLException;
    }

    private static void drop(CapturedDatabase database, String slot) throws SQLException {
        database.one("SELECT pg_drop_replication_slot('" + slot + "')");
    }

    @OldestAndNewest
    void aDroppedSlotIsMadeAnew(PostgresVersion version) throws SQLException {
        heals(version, StreamedChange.GapReason.SLOT_MISSING, SlotHealingIT::drop);
    }

    @OldestAndNewest
    void aSlotAdvancedByHandIsMadeAnew(PostgresVersion version) throws SQLException {
        heals(
                version,
                StreamedChange.GapReason.SLOT_AHEAD,
                (database, slot) ->
                        database.one("SELECT pg_replication_slot_advance('" + slot + "', pg_current_wal_lsn())"));
    }

    @OldestAndNewest
    void aSlotMadeByHandIsMadeAnew(PostgresVersion version) throws SQLException {
        heals(version, StreamedChange.GapReason.SLOT_AHEAD, (database, slot) -> {
            drop(database, slot);
            database.one("SELECT pg_create_logical_replication_slot('" + slot + "', 'pgoutput')");
        });
    }

    @OldestAndNewest
    void aSlotOfAnotherKindIsMadeAnew(PostgresVersion version) throws SQLException {
        heals(version, StreamedChange.GapReason.SLOT_FOREIGN, (database, slot) -> {
            drop(database, slot);
            database.one("SELECT pg_create_physical_replication_slot('" + slot + "')");
        });
    }

    @OldestAndNewest
    void aSlotThatLostItsLogIsMadeAnew(PostgresVersion version) throws SQLException {
        try (PostgresServer server = TestServers.ownPostgres(version);
                CapturedDatabase database = CapturedDatabase.on(server)) {
            heals(database, StreamedChange.GapReason.SLOT_LOST, (lost, slot) -> {
                lost.test().run("ALTER SYSTEM SET max_slot_wal_keep_size = '1MB'", "SELECT pg_reload_conf()");
                Await.until(Duration.ofSeconds(60), () -> {
                    lost.test().run("SELECT pg_logical_emit_message(false, 'x', 'x')", "SELECT pg_switch_wal()");
                    lost.test().run("CHECKPOINT");
                    return lost.one("SELECT wal_status FROM pg_replication_slots WHERE slot_name = '" + slot + "'")
                            .equals("lost");
                });
            });
        }
    }

    @Test
    void aSlotThatWasIdleForTooLongIsMadeAnew() throws SQLException {
        try (PostgresServer server = TestServers.ownPostgres(PostgresVersion.V18);
                CapturedDatabase database = CapturedDatabase.on(server)) {
            heals(database, StreamedChange.GapReason.SLOT_LOST, (idle, slot) -> {
                idle.test().run("ALTER SYSTEM SET idle_replication_slot_timeout = '1s'", "SELECT pg_reload_conf()");
                Await.until(Duration.ofSeconds(60), () -> {
                    idle.test().run("CHECKPOINT");
                    return idle.one("SELECT invalidation_reason FROM pg_replication_slots WHERE slot_name = '" + slot
                                    + "'")
                            .equals("idle_timeout");
                });
                idle.test().run("ALTER SYSTEM RESET idle_replication_slot_timeout", "SELECT pg_reload_conf()");
            });
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void anEmptyJournalIsFilledFromTheTable(PostgresVersion version) throws SQLException {
        try (CapturedDatabase database = CapturedDatabase.on(version)) {
            database.commit("one");
            try (ChangeStream stream = PgoutputStream.open(database.database(), Resume.NOTHING)) {
                new Collected().until(stream, 1).rest(stream, database);
            }
            Collected rebuilt = new Collected();

            try (ChangeStream stream = PgoutputStream.open(database.database(), Resume.NOTHING)) {
                rebuilt.until(stream, 1).rest(stream, database);
            }

            assertEquals("one", rebuilt.statements().get(0));
            assertEquals(
                    List.of(StreamedChange.GapReason.JOURNAL_EMPTY),
                    rebuilt.gaps().stream().map(StreamedChange.Gap::reason).toList());
        }
    }

    @OldestAndNewest
    void aJournalOfAnotherDatabaseOrAnEarlierServerIsADivergence(PostgresVersion version) throws SQLException {
        try (CapturedDatabase database = CapturedDatabase.on(version)) {
            Origin origin;
            Lsn end;
            try (ChangeStream stream = PgoutputStream.open(database.database(), Resume.NOTHING)) {
                database.commit("one");
                Collected collected = new Collected().until(stream, 1);
                origin = stream.origin();
                end = collected.end().orElse(new Lsn(1));
            }

            assertEquals(origin, Origin.parse(origin.toString()));
            assertDiverges(
                    database,
                    StreamedChange.Divergence.EARLIER,
                    new Resume(Optional.of(Lsn.parse("FFFF/0")), Optional.of(origin)));
            assertDiverges(
                    database,
                    StreamedChange.Divergence.OTHER_DATABASE,
                    Resume.at(end, new Origin("1", 1, origin.database(), origin.publication())));
            assertDiverges(
                    database,
                    StreamedChange.Divergence.FORKED,
                    Resume.at(end, new Origin(origin.systemId(), 9, origin.database(), origin.publication())));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V17", "V18"})
    void standbysCarryTheSlotOver(PostgresVersion version) throws SQLException {
        try (CapturedDatabase database = CapturedDatabase.on(version);
                ChangeStream stream = PgoutputStream.open(database.database(), Resume.NOTHING)) {
            assertTrue(stream.poll().isEmpty());

            assertEquals(
                    "t",
                    database.one(
                            "SELECT failover FROM pg_replication_slots WHERE slot_name = '" + database.slot() + "'"));
        }
    }

    private static void assertDiverges(CapturedDatabase database, StreamedChange.Divergence reason, Resume resume) {
        Collected collected = new Collected();
        try (ChangeStream stream = PgoutputStream.open(database.database(), resume)) {
            collected.until(stream, () -> !collected.divergences().isEmpty());

            assertEquals(reason, collected.divergences().get(0).reason());
            assertThrows(CaptureException.class, stream::poll);
        }
    }

    private static void heals(PostgresVersion version, StreamedChange.GapReason reason, Accident accident)
            throws SQLException {
        try (CapturedDatabase database = CapturedDatabase.on(version)) {
            heals(database, reason, accident);
        }
    }

    private static void heals(CapturedDatabase database, StreamedChange.GapReason reason, Accident accident)
            throws SQLException {
        Collected collected = new Collected();
        Resume resume;
        try (ChangeStream stream = PgoutputStream.open(database.database(), Resume.NOTHING)) {
            database.commit("before", "in the same transaction");
            collected.until(stream, 1).rest(stream, database);
            resume = collected.resume(stream);
        }
        database.commit("missed 1");
        accident.happen(database, database.slot());
        database.commit("missed 2");

        try (ChangeStream stream = PgoutputStream.open(database.database(), resume)) {
            database.commit("streamed again");
            collected
                    .until(stream, () -> collected.statements().contains("streamed again"))
                    .rest(stream, database);
        }

        assertEquals(
                List.of("before", "in the same transaction", "missed 1", "missed 2", "streamed again"),
                collected.statements().stream()
                        .filter(text -> !text.startsWith("--"))
                        .toList());
        assertEquals(
                List.of(reason),
                collected.gaps().stream().map(StreamedChange.Gap::reason).toList());
        assertEquals(resume.end(), collected.gaps().get(0).expected());
    }
}
