package io.pggit.capture.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.capture.CaptureException;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Lsn;
import io.pggit.testkit.Await;
import io.pggit.testkit.OldestAndNewest;
import io.pggit.testkit.PostgresServer;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestServers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class PgoutputStreamIT {
    private static ChangeStream open(CapturedDatabase database, Resume resume) {
        return PgoutputStream.open(database.database(), resume);
    }

    @OldestAndNewest
    void transactionsComeWholeInCommitOrder(PostgresVersion version) throws SQLException {
        try (CapturedDatabase database = CapturedDatabase.on(version);
                ChangeStream stream = open(database, Resume.NOTHING)) {
            CapturedDatabase.Session first = database.session();
            CapturedDatabase.Session second = database.session();
            long xidFirst = first.begin();
            long xidSecond = second.begin();
            first.ddl("CREATE TABLE a()");
            second.ddl("CREATE TABLE b()");
            first.ddl("CREATE TABLE c()");
            second.commit();
            first.commit();
            Instant after = Instant.parse(database.one(
                    "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));

            Collected collected = new Collected().until(stream, 2);

            assertEquals(List.of(xidSecond, xidFirst), collected.xids());
            assertEquals(List.of("CREATE TABLE b()", "CREATE TABLE a()", "CREATE TABLE c()"), collected.statements());
            AuditTransaction earlier = collected.transactions().get(0);
            AuditTransaction later = collected.transactions().get(1);
            assertTrue(earlier.end().compareTo(later.end()) < 0, earlier.end() + " " + later.end());
            Instant committed = later.committedAt().orElseThrow();
            assertTrue(committed.isAfter(later.rows().get(1).clocks().recorded()), committed.toString());
            assertTrue(committed.isBefore(after), committed + " " + after);
        }
    }

    @OldestAndNewest
    void whatWasRolledBackIsAbsent(PostgresVersion version) throws SQLException {
        try (CapturedDatabase database = CapturedDatabase.on(version);
                ChangeStream stream = open(database, Resume.NOTHING)) {
            CapturedDatabase.Session session = database.session();
            session.begin();
            session.ddl("rolled back");
            session.rollback();
            session.begin();
            session.ddl("kept before the savepoint");
            java.sql.Savepoint savepoint = session.connection().setSavepoint();
            session.ddl("rolled back to the savepoint");
            session.connection().rollback(savepoint);
            session.ddl("kept after the savepoint");
            session.commit();

            Collected collected = new Collected().until(stream, 1);

            assertEquals(List.of("kept before the savepoint", "kept after the savepoint"), collected.statements());
        }
    }

    @OldestAndNewest
    void aQuestionComesAfterEverythingCommittedBeforeIt(PostgresVersion version) throws SQLException {
        try (CapturedDatabase database = CapturedDatabase.on(version);
                ChangeStream stream = open(database, Resume.NOTHING)) {
            database.commit("before");
            CapturedDatabase.Session open = database.session();
            open.begin();
            open.ddl("not committed yet");
            database.ask("what is there?");
            database.commit("after");

            Collected collected =
                    new Collected().until(stream, 1).rest(stream, database).until(stream, 3);
            open.commit();
            collected.until(stream, 4);

            assertEquals(List.of("what is there?"), collected.questions());
            assertEquals(
                    List.of("before", "after", "-- writes out the log with the question", "not committed yet"),
                    collected.statements());
        }
    }

    @Test
    void aStatementOfTenMegabytesComesThrough() throws SQLException {
        String big = "SELECT '" + "å\n\\'".repeat(2_000_000) + "'";
        try (CapturedDatabase database = CapturedDatabase.on(PostgresVersion.newest());
                ChangeStream stream = open(database, Resume.NOTHING)) {
            database.commit(big);

            Collected collected = new Collected().until(stream, 1);

            assertEquals(
                    big,
                    collected.transactions().get(0).rows().get(0).statement().orElseThrow());
        }
    }

    @OldestAndNewest
    void aRestartNeitherLosesNorRepeats(PostgresVersion version) throws SQLException {
        try (CapturedDatabase database = CapturedDatabase.on(version)) {
            Collected collected = new Collected();
            Resume resume = Resume.NOTHING;
            for (int round = 0; round < 4; round++) {
                database.commit("down " + round);
                try (ChangeStream stream = open(database, resume)) {
                    database.commit("up " + round + " a");
                    database.commit("up " + round + " b");
                    // Half of the rounds end with something confirmed only by the journal, not by the server.
                    collected.until(stream, round * 3 + (round % 2 == 0 ? 2 : 3));
                    resume = collected.resume(stream);
                }
            }
            try (ChangeStream stream = open(database, resume)) {
                collected.until(stream, 12).rest(stream, database);
            }

            assertEquals(0, collected.repeated());
            assertEquals(List.of(), collected.gaps());
            assertEquals(
                    database.one("SELECT string_agg(statement, ',' ORDER BY seq) FROM pggit.ddl_audit"
                            + " WHERE statement NOT LIKE '--%'"),
                    String.join(
                            ",",
                            collected.statements().stream()
                                    .filter(text -> !text.startsWith("--"))
                                    .toList()));
        }
    }

    @OldestAndNewest
    void anIdleDatabaseBesideABusyOneFreesItsLog(PostgresVersion version) throws SQLException {
        try (CapturedDatabase idle = CapturedDatabase.on(version);
                CapturedDatabase busy = CapturedDatabase.on(version);
                ChangeStream stream = open(idle, Resume.NOTHING)) {
            for (int i = 0; i < 20; i++) {
                busy.commit("busy " + i);
            }
            Lsn goal = Lsn.parse(busy.one("SELECT pg_current_wal_lsn()"));

            Await.until(Duration.ofSeconds(20), () -> {
                stream.await();
                stream.drained().ifPresent(stream::confirm);
                return Lsn.parse(idle.one("SELECT confirmed_flush_lsn FROM pg_replication_slots WHERE slot_name = '"
                                        + idle.slot() + "'"))
                                .compareTo(goal)
                        >= 0;
            });
        }
    }

    @Test
    void aSecondEngineIsRefused() throws SQLException {
        try (CapturedDatabase database = CapturedDatabase.on(PostgresVersion.newest());
                ChangeStream stream = open(database, Resume.NOTHING)) {
            CaptureException refusal = assertThrows(
                    CaptureException.class, () -> open(database, Resume.NOTHING).close());

            assertOneLine("another engine is attached to this database", refusal);
            assertTrue(stream.poll().isEmpty());
        }
    }

    @Test
    void aDatabaseWithoutPggitIsRefused() throws SQLException {
        try (CapturedDatabase database = CapturedDatabase.on(PostgresVersion.newest())) {
            database.test().run("DROP PUBLICATION pggit");

            CaptureException refusal = assertThrows(
                    CaptureException.class, () -> open(database, Resume.NOTHING).close());

            assertOneLine("pggit install", refusal);
        }
    }

    @OldestAndNewest
    void aRoleWithoutReplicationIsRefused(PostgresVersion version) throws SQLException {
        try (CapturedDatabase database = CapturedDatabase.on(version)) {
            String role = database.test().createRole("plain");

            CaptureException refusal = assertThrows(
                    CaptureException.class,
                    () -> PgoutputStream.open(database.database(role), Resume.NOTHING)
                            .close());

            assertOneLine("REPLICATION", refusal);
        }
    }

    @OldestAndNewest
    void aTerminatedSenderIsNoticedAndANewStreamGoesOn(PostgresVersion version) throws SQLException {
        try (CapturedDatabase database = CapturedDatabase.on(version)) {
            Collected collected = new Collected();
            Resume resume;
            try (ChangeStream stream = open(database, Resume.NOTHING)) {
                database.commit("one");
                collected.until(stream, 1);
                resume = collected.resume(stream);
                database.one("SELECT pg_terminate_backend(active_pid) FROM pg_replication_slots WHERE slot_name = '"
                        + database.slot() + "'");
                database.commit("two");

                assertOneLine("lost the replication stream", lost(stream));
            }
            try (ChangeStream stream = open(database, resume)) {
                collected.until(stream, 2);
            }

            assertEquals(List.of("one", "two"), collected.statements());
            assertEquals(List.of(), collected.gaps());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void aKilledServerIsNoticedAndANewStreamGoesOn(PostgresVersion version) throws SQLException {
        try (PostgresServer server = TestServers.ownPostgres(version);
                CapturedDatabase database = CapturedDatabase.on(server)) {
            Collected collected = new Collected();
            Resume resume;
            try (ChangeStream stream = open(database, Resume.NOTHING)) {
                database.commit("one");
                collected.until(stream, 1);
                resume = collected.resume(stream);
                database.commit("two");
                server.kill();

                assertOneLine("lost the replication stream", lost(stream));
            }
            assertOneLine("cannot attach", assertThrows(CaptureException.class, () -> open(database, Resume.NOTHING)));
            server.restart();
            try (ChangeStream stream = open(database, resume)) {
                database.commit("three");
                collected.until(stream, 3);
            }

            assertEquals(List.of("one", "two", "three"), collected.statements());
            assertEquals(List.of(), collected.gaps());
        }
    }

    @OldestAndNewest
    void tamperingIsSeen(PostgresVersion version) throws SQLException {
        try (CapturedDatabase database = CapturedDatabase.on(version);
                ChangeStream stream = open(database, Resume.NOTHING)) {
            database.commit("one");
            Collected collected = new Collected().until(stream, 1).rest(stream, database);
            database.test().run("TRUNCATE pggit.ddl_audit");

            collected.until(stream, () -> !collected.tampering().isEmpty());

            assertEquals(
                    List.of("TRUNCATE"),
                    collected.tampering().stream()
                            .map(StreamedChange.Tampered::command)
                            .toList());
        }
    }

    @Test
    void aChangedPublicationIsNoticedAndHealed() throws SQLException {
        try (CapturedDatabase database = CapturedDatabase.on(PostgresVersion.V15)) {
            Collected collected = new Collected();
            Resume resume;
            try (ChangeStream stream = open(database, Resume.NOTHING)) {
                database.commit("one");
                collected.until(stream, 1);
                resume = collected.resume(stream);
                database.test().run("ALTER PUBLICATION pggit DROP TABLE pggit.ddl_audit");
                database.commit("never streamed");
                database.test().run("ALTER PUBLICATION pggit ADD TABLE pggit.ddl_audit");

                assertOneLine("publication", lost(stream));
            }
            try (ChangeStream stream = open(database, resume)) {
                collected.until(stream, 2).rest(stream, database);
            }

            assertEquals(
                    List.of("one", "never streamed"), collected.statements().subList(0, 2));
            assertEquals(
                    List.of(StreamedChange.GapReason.PUBLICATION_CHANGED),
                    collected.gaps().stream().map(StreamedChange.Gap::reason).toList());
        }
    }

    private static CaptureException lost(ChangeStream stream) {
        return assertThrows(
                CaptureException.class,
                () -> new Collected().until(stream, () -> false),
                "the stream was to be lost within 30 s");
    }

    private static void assertOneLine(String part, CaptureException failure) {
        assertTrue(failure.getMessage().contains(part), failure.getMessage());
        assertEquals(1, failure.getMessage().lines().count(), failure.getMessage());
        assertEquals(Optional.empty(), failure.getMessage().lines().skip(1).findFirst());
    }
}
