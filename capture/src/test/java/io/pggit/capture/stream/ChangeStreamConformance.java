package io.pggit.capture.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.AuditRowJson;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Finding;
import io.pggit.testkit.OldestAndNewest;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.Seeds;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What holds for every change stream. The same transactions are read again by a {@link PgoutputStream} from the same
 * place, and compared byte for byte as the journal keeps them.
 */
@Timeout(180)
abstract class ChangeStreamConformance {
    /** How an implementation is opened, and how it may differ. */
    interface Fixture {
        /** Goes on behind what {@code earlier}, closed by now, has given; {@code resume} says where that was. */
        ChangeStream open(CapturedDatabase database, Resume resume, Optional<ChangeStream> earlier);

        /** It comes from the log: in commit order, with commit place, commit time and questions. */
        boolean readsTheLog();
    }

    abstract Fixture fixture();

    @OldestAndNewest
    void itGivesTheTransactionsOfTheLogByteForByte(PostgresVersion version) {
        Seeds.holds(version.major() * 1_000L, 1, random -> {
            try (CapturedDatabase database = CapturedDatabase.on(version)) {
                Resume start = slotFromHere(database);
                Collected collected = Collected.withoutConfirming();
                try (ChangeStream stream = fixture().open(database, start, Optional.empty())) {
                    Workload.run(database, random, 12);
                    collected.until(stream, committed(database));
                }
                Collected reference = reference(database, start);

                assertEquals(reference.transactions().size(), committed(database));
                assertSame(reference, collected);
                assertEquals(0, collected.repeated());
                assertEquals(List.of(), collected.mismatches());
            }
        });
    }

    @OldestAndNewest
    void restartsInTheMiddleNeitherLoseNorRepeat(PostgresVersion version) {
        Seeds.holds(version.major() * 1_000L + 500, 1, random -> {
            try (CapturedDatabase database = CapturedDatabase.on(version)) {
                Resume start = slotFromHere(database);
                Resume resume = start;
                Collected collected = Collected.withoutConfirming();
                Optional<ChangeStream> earlier = Optional.empty();
                for (int round = 0; round < 3; round++) {
                    Workload.run(database, random, 4);
                    try (ChangeStream stream = fixture().open(database, resume, earlier)) {
                        int half = (collected.transactions().size() + committed(database)) / 2;
                        collected.until(stream, half);
                        resume = collected.end().isPresent() ? collected.resume(stream) : start;
                        earlier = Optional.of(stream);
                    }
                }
                try (ChangeStream stream = fixture().open(database, resume, earlier)) {
                    collected.until(stream, committed(database));
                }

                assertSame(reference(database, start), collected);
                assertEquals(List.of(), collected.gaps());
                assertFalse(fixture().readsTheLog() && collected.repeated() > 0, collected.repeated() + " repeated");
            }
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void questionsComeInTheirPlaceOrNotAtAll(PostgresVersion version) throws SQLException {
        try (CapturedDatabase database = CapturedDatabase.on(version)) {
            Resume start = slotFromHere(database);
            try (ChangeStream stream = fixture().open(database, start, Optional.empty())) {
                database.commit("before");
                database.ask("who? 'ü'\n");
                database.commit("after");
                Collected collected = Collected.withoutConfirming();

                collected.until(stream, 1);
                int askedEarly = collected.questions().size();
                collected.until(stream, 2);

                assertEquals(0, askedEarly);
                assertEquals(fixture().readsTheLog() ? List.of("who? 'ü'\n") : List.of(), collected.questions());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void announcedLossesComeWithTheirTransactionWhereverThereAreMessagesAndTheirRowsEverywhere(PostgresVersion version)
            throws SQLException {
        try (CapturedDatabase database = CapturedDatabase.on(version)) {
            Resume start = slotFromHere(database);
            try (ChangeStream stream = fixture().open(database, start, Optional.empty())) {
                Collected collected = Collected.withoutConfirming();
                String finding = "{\"source\": \"footprint\", \"kind\": \"facts_lost\", \"object\": \"DROP TABLE\","
                        + " \"by\": \"ann\", \"details\": \"sql_drop, SQLSTATE 53100: disk full\"}";
                database.test()
                        .run("BEGIN; SELECT pg_logical_emit_message(true, 'pggit.loss', '{\"finding\": " + finding
                                + "}'); ROLLBACK");
                database.test().run("ALTER TABLE pggit.ddl_audit DISABLE TRIGGER emit_digest");
                database.test()
                        .run("WITH row AS (INSERT INTO pggit.ddl_audit (event, command_tag, redactions, finding)"
                                + " VALUES ('sql_drop', 'DROP TABLE', NULL, '" + finding + "') RETURNING seq)"
                                + " SELECT pg_logical_emit_message(true, 'pggit.loss',"
                                + " json_build_object('seq', seq, 'finding', '" + finding + "'::json)::text) FROM row");
                database.one("SELECT pg_logical_emit_message(true, 'pggit.loss', '{\"finding\": " + finding + "}')");
                database.one("SELECT pg_logical_emit_message(true, 'pggit.loss', 'nonsense')");
                database.test().run("ALTER TABLE pggit.ddl_audit ENABLE TRIGGER emit_digest");
                database.commit("later");
                collected.until(stream, 2);

                Finding lost = new Finding(
                        "facts_lost",
                        "DROP TABLE",
                        Optional.empty(),
                        Optional.of("ann"),
                        "sql_drop, SQLSTATE 53100: disk full");
                assertEquals(
                        Optional.of(lost),
                        collected.transactions().get(0).rows().get(0).evidence().finding());
                assertEquals(
                        fixture().readsTheLog() ? List.of("Optional[1] " + lost, "Optional.empty " + lost) : List.of(),
                        collected.losses().stream()
                                .map(change -> change.seq() + " " + change.finding())
                                .toList());
                assertEquals(
                        fixture().readsTheLog() ? List.of("MESSAGE_UNREADABLE []") : List.of(),
                        collected.mismatches().stream()
                                .map(change -> change.mismatch() + " " + change.seqs())
                                .toList());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void rowsAndMessagesThatDoNotAgreeAreSeenWhereverThereAreMessages(PostgresVersion version) throws SQLException {
        try (CapturedDatabase database = CapturedDatabase.on(version)) {
            Resume start = slotFromHere(database);
            try (ChangeStream stream = fixture().open(database, start, Optional.empty())) {
                Collected collected = Collected.withoutConfirming();
                database.commit("one");
                database.one("SELECT pg_logical_emit_message(false, 'pggit.attempt', 'nonsense')");
                database.one("SELECT pg_logical_emit_message(true, 'pggit.row', 'nonsense')");
                database.test().run("ALTER TABLE pggit.ddl_audit DISABLE TRIGGER emit_digest");
                database.commit("two");
                database.test()
                        .run("WITH row AS (INSERT INTO pggit.ddl_audit (command_tag) VALUES ('X') RETURNING seq)"
                                + " SELECT pg_logical_emit_message(true, 'pggit.row',"
                                + " json_build_object('seq', seq, 'digest', 'other')::text) FROM row");
                database.test().run("ALTER TABLE pggit.ddl_audit ENABLE TRIGGER emit_digest");
                collected.until(stream, 3);
                if (fixture().readsTheLog()) {
                    database.test().run("ALTER PUBLICATION pggit DROP TABLE pggit.ddl_audit");
                    database.commit("withheld");
                    collected.until(stream, () -> collected.mismatches().size() >= 4);
                }

                assertEquals(
                        fixture().readsTheLog()
                                ? List.of(
                                        "MESSAGE_UNREADABLE []",
                                        "MESSAGE_MISSING [2]",
                                        "ROW_ALTERED [3]",
                                        "ROW_MISSING [4]")
                                : List.of(),
                        collected.mismatches().stream()
                                .map(change -> change.mismatch() + " " + change.seqs())
                                .toList());
                assertEquals(List.of(), collected.attempts());
            }
        }
    }

    /** Makes the slot before anything was committed, and keeps a copy of it as it is now. */
    private static Resume slotFromHere(CapturedDatabase database) throws SQLException {
        Resume start = madeSlot(database);
        copy(database, database.slot(), database.slot() + "_kept");
        return start;
    }

    private static void copy(CapturedDatabase database, String from, String to) throws SQLException {
        database.one("SELECT pg_copy_logical_replication_slot('" + from + "', '" + to + "')");
    }

    private static Resume madeSlot(CapturedDatabase database) throws SQLException {
        try (ChangeStream stream = PgoutputStream.open(database.database(), Resume.NOTHING)) {
            Collected collected = Collected.withoutConfirming();
            collected.until(stream, () -> stream.drained().isPresent());
            return Resume.at(stream.drained().orElseThrow(), stream.origin());
        }
    }

    private static Collected reference(CapturedDatabase database, Resume start) throws SQLException {
        // Debezium moves the slot to where it begins.
        database.one("SELECT pg_drop_replication_slot('" + database.slot() + "')");
        copy(database, database.slot() + "_kept", database.slot());
        Collected reference = Collected.withoutConfirming();
        try (ChangeStream stream = PgoutputStream.open(database.database(), start)) {
            reference.until(stream, committed(database));
        }
        assertEquals(List.of(), reference.gaps());
        return reference;
    }

    private static int committed(CapturedDatabase database) throws SQLException {
        return Integer.parseInt(database.one("SELECT count(DISTINCT xid) FROM pggit.ddl_audit"));
    }

    private void assertSame(Collected expected, Collected actual) {
        if (fixture().readsTheLog()) {
            assertEquals(texts(expected, true), texts(actual, true));
        } else {
            expected.transactions().sort(Comparator.comparing(ChangeStreamConformance::lastSeq));
            assertEquals(texts(expected, false), texts(actual, false));
        }
    }

    private static long lastSeq(AuditTransaction transaction) {
        List<AuditRow> rows = transaction.rows();
        return rows.get(rows.size() - 1).seq();
    }

    private static List<String> texts(Collected collected, boolean withPlace) {
        return collected.transactions().stream()
                .map(transaction -> (withPlace ? transaction.end() + " " + transaction.committedAt() + " " : "")
                        + transaction.xid() + " "
                        + transaction.rows().stream()
                                .map(row -> AuditRowJson.write(row).toString())
                                .toList())
                .toList();
    }
}
