package io.pggit.capture.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pggit.testkit.Await;
import io.pggit.testkit.OldestAndNewest;
import io.pggit.testkit.PostgresVersion;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class TableStreamIT {
    private static TableStream open(CapturedDatabase database, long after) {
        return (TableStream) TableStream.open(database.database(), Resume.NOTHING, after);
    }

    /** The newest transaction is open: pg_snapshot_xmax does not count it, so a barrier read from it would lose it. */
    @OldestAndNewest
    void theNewestOpenTransactionIsWaitedFor(PostgresVersion version) throws SQLException {
        try (CapturedDatabase database = CapturedDatabase.on(version);
                TableStream stream = open(database, 0)) {
            database.commit("one");
            Collected collected = new Collected().until(stream, 1);
            CapturedDatabase.Session session = database.session();
            session.begin();
            session.ddl("two");
            quiet(stream, collected);
            session.commit();

            collected.until(stream, 2);

            assertEquals(List.of("one", "two"), collected.statements());
        }
    }

    @OldestAndNewest
    void itIsDrainedUpToAPlaceOnlyWhenNobodyHasRowsToCome(PostgresVersion version) throws SQLException {
        try (CapturedDatabase database = CapturedDatabase.on(version);
                TableStream stream = open(database, 0)) {
            CapturedDatabase.Session session = database.session();
            session.begin();
            session.ddl("open");
            assertEquals(Optional.empty(), stream.drained());
            Collected collected = new Collected();
            quiet(stream, collected);
            assertEquals(Optional.empty(), stream.drained());
            session.commit();
            collected.until(stream, 1);

            collected.until(stream, () -> stream.drained().isPresent());
        }
    }

    @OldestAndNewest
    void aLongTransactionDelaysAndNothingIsLostOrReordered(PostgresVersion version) throws SQLException {
        try (CapturedDatabase database = CapturedDatabase.on(version);
                TableStream stream = open(database, 0)) {
            CapturedDatabase.Session early = database.session();
            CapturedDatabase.Session idle = database.session();
            early.begin();
            idle.begin();
            early.ddl("first of the early one");
            database.commit("second, committed at once");
            idle.ddl("third, of the long one");
            early.ddl("fourth, last of the early one");
            early.commit();
            database.commit("fifth");
            Collected collected = new Collected();
            quiet(stream, collected);
            idle.ddl("sixth, last of the long one");
            idle.commit();

            collected.until(stream, 4);

            assertEquals(
                    List.of(
                            "second, committed at once",
                            "first of the early one",
                            "fourth, last of the early one",
                            "fifth",
                            "third, of the long one",
                            "sixth, last of the long one"),
                    collected.statements());
        }
    }

    @OldestAndNewest
    void itGoesOnFromItsBarrier(PostgresVersion version) throws SQLException {
        try (CapturedDatabase database = CapturedDatabase.on(version)) {
            Collected collected = new Collected();
            long barrier = 0;
            for (int round = 1; round <= 3; round++) {
                database.commit("a" + round, "b" + round);
                CapturedDatabase.Session session = database.session();
                session.begin();
                session.ddl("rolled back");
                session.rollback();
                try (TableStream stream = open(database, barrier)) {
                    int rounds = round;
                    collected.until(
                            stream, () -> collected.transactions().size() == rounds && stream.barrier() == 3L * rounds);
                    barrier = stream.barrier();
                }
            }

            assertEquals(List.of("a1", "b1", "a2", "b2", "a3", "b3"), collected.statements());
            assertEquals(0, collected.repeated());
        }
    }

    /** A table that was restored from a dump has transaction ids of the former server. */
    @Test
    void transactionsOfTwoServersWithTheSameIdStayApart() throws SQLException {
        try (CapturedDatabase database = CapturedDatabase.on(PostgresVersion.newest())) {
            database.test()
                    .run("INSERT INTO pggit.ddl_audit (xid, transaction_at, command_tag, statement)"
                            + " VALUES ('7', now() - interval '1 day', 'CREATE TABLE', 'former 1'),"
                            + " ('7', now() - interval '1 day', 'CREATE TABLE', 'former 2'),"
                            + " ('7', now(), 'CREATE TABLE', 'new 1')");
            try (TableStream stream = open(database, 0)) {
                Collected collected = new Collected().until(stream, 2);

                assertEquals(List.of(7L, 7L), collected.xids());
                assertEquals(List.of("former 1", "former 2", "new 1"), collected.statements());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void anEarlierTableIsADivergence(PostgresVersion version) throws SQLException {
        try (CapturedDatabase database = CapturedDatabase.on(version);
                ChangeStream stream = TableStream.open(database.database(), Resume.NOTHING, 7)) {
            Collected collected = new Collected();

            collected.until(stream, () -> !collected.divergences().isEmpty());

            assertEquals(
                    StreamedChange.Divergence.EARLIER,
                    collected.divergences().get(0).reason());
        }
    }

    /** Looks at the table several times and takes what comes, which is to be nothing behind an open transaction. */
    private static void quiet(TableStream stream, Collected collected) {
        int before = collected.transactions().size();
        long end = System.nanoTime() + Duration.ofMillis(700).toNanos();
        Await.until(Duration.ofSeconds(5), () -> {
            stream.await().ifPresent(change -> change.accept(collected));
            return System.nanoTime() > end;
        });
        assertEquals(before, collected.transactions().size());
    }
}
