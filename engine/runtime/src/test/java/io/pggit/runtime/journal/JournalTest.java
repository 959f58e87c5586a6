package io.pggit.runtime.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Lsn;
import io.pggit.core.audit.StoredRows;
import io.pggit.core.event.CommandCounter;
import io.pggit.runtime.SchemaStory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path directory;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SchemaStory story = new SchemaStory(1);

    private Journal open() {
        return Journal.open(directory, meters);
    }

    @Test
    void whatWasAppendedIsReadBackAfterReopening() {
        List<AuditTransaction> transactions = story.transactions(30);
        try (Journal journal = open()) {
            journal.append(transactions.subList(0, 10));
            journal.append(transactions.subList(10, 30));
        }

        try (Journal journal = open()) {
            assertEquals(30, journal.lastIndex());
            List<JournalEntry> entries = journal.read(0, 100);
            assertEquals(
                    transactions,
                    entries.stream().map(JournalEntry::transaction).toList());
            assertEquals(
                    transactions.subList(7, 9),
                    journal.read(7, 2).stream().map(JournalEntry::transaction).toList());
            long command = 1;
            for (JournalEntry entry : entries) {
                assertEquals(command, entry.firstCommand());
                command += CommandCounter.count(entry.transaction().rows());
            }
            assertEquals(Optional.of(transactions.get(29).end()), journal.end());
        }
    }

    @Test
    void rowsItHasAreLeftOutAndTheirEndStillCounts() {
        List<AuditTransaction> transactions = story.transactions(3);
        try (Journal journal = open()) {
            journal.append(transactions.subList(0, 2));
            AuditTransaction again = new AuditTransaction(
                    Lsn.parse("F/0"),
                    transactions.get(1).xid(),
                    Optional.empty(),
                    transactions.get(1).rows());

            int taken = journal.append(List.of(again, transactions.get(2), transactions.get(2)));

            assertEquals(transactions.get(2).rows().size(), taken);
            assertEquals(3, journal.lastIndex());
            assertEquals(Optional.of(Lsn.parse("F/0")), journal.end());
        }
    }

    @Test
    void aLargeTransactionIsReadPageByPageAndIsTheSame() {
        List<AuditRow> rows = new ArrayList<>();
        List<AuditTransaction> parts = new SchemaStory(3).transactions(6_000);
        parts.forEach(part -> part.rows().forEach(row -> rows.add(row)));
        AuditTransaction large = new AuditTransaction(parts.get(0).end(), 7, Optional.empty(), rows);
        try (Journal journal = open()) {
            journal.append(List.of(large));

            JournalEntry entry = journal.read(0, 1).get(0);

            assertTrue(entry.transaction().rows() instanceof StoredRows);
            assertEquals(large, entry.transaction());
            assertEquals(rows.get(4_321), entry.transaction().rows().get(4_321));
            journal.append(story(99));
            assertEquals(
                    1 + CommandCounter.count(large.rows()),
                    journal.read(1, 1).get(0).firstCommand());
        }
    }

    private static List<AuditTransaction> story(long seed) {
        AuditTransaction last = new SchemaStory(seed).transactions(1).get(0);
        AuditRow row = last.rows().get(0);
        return List.of(new AuditTransaction(last.end(), 99, Optional.empty(), List.of(withNumber(row, 1_000_000))));
    }

    @Test
    void missingRowsAreNamed() {
        List<AuditTransaction> transactions = story.transactions(2);
        List<Long> seqs = new ArrayList<>();
        transactions.get(1).rows().forEach(row -> seqs.add(row.seq()));
        try (Journal journal = open()) {
            journal.append(transactions.subList(0, 1));
            List<Long> all = new ArrayList<>();
            transactions.get(0).rows().forEach(row -> all.add(row.seq()));
            all.addAll(seqs);

            assertEquals(seqs, journal.missing(all));
        }
    }

    @Test
    void aRowOfAnotherTransactionUnderAKnownNumberIsRefusedAndNothingOfTheBatchStays() {
        AuditTransaction first = story.transactions(1).get(0);
        List<AuditTransaction> other = new SchemaStory(2).transactions(9);
        AuditRow foreign = first.rows().get(0);
        AuditTransaction conflicting =
                new AuditTransaction(first.end(), 99, Optional.empty(), List.of(withXid(foreign)));
        try (Journal journal = open()) {
            journal.append(List.of(first));

            var failure =
                    assertThrows(JournalException.class, () -> journal.append(List.of(other.get(8), conflicting)));

            assertTrue(failure.getMessage().contains("restored"), failure.getMessage());
            assertEquals(1, journal.lastIndex());
            assertEquals(1, journal.read(0, 10).size());
            assertEquals(other.get(8).rows().size(), journal.append(List.of(other.get(8))));
        }
    }

    private static AuditRow withXid(AuditRow row) {
        return withNumber(row, row.seq());
    }

    private static AuditRow withNumber(AuditRow row, long seq) {
        return new AuditRow(
                seq,
                99,
                row.operation(),
                row.event(),
                row.commandTag(),
                row.actor(),
                row.clocks(),
                row.statement(),
                row.context(),
                row.objects(),
                row.dropped(),
                row.rewrite(),
                row.branch(),
                row.serverVersion(),
                row.footprintVersion());
    }

    @Test
    void aSecondEngineIsRefused() {
        try (Journal journal = open()) {
            var failure = assertThrows(JournalException.class, this::open);

            assertTrue(failure.getMessage().contains("in use by another pgGit engine"), failure.getMessage());
            assertEquals(0, journal.lastIndex());
        }
        open().close();
    }

    @Test
    void anUpgradedDatabaseKeepsItsJournalWhichForgetsWhereRowsCameFrom() {
        DatabaseIdentity before = new DatabaseIdentity("7000000000000000001", 5, "shop");
        DatabaseIdentity after = new DatabaseIdentity("7000000000000000002", 5, "shop");
        try (Journal journal = open()) {
            journal.bind(before);
            journal.saveOrigin("7000000000000000001/1/5/1.1");

            journal.rebind(after);

            assertEquals(Optional.of(after), journal.database());
            assertEquals(Optional.empty(), journal.origin());
            assertThrows(JournalException.class, () -> journal.bind(before));
        }
    }

    @Test
    void itBelongsToOneDatabase() {
        DatabaseIdentity shop = new DatabaseIdentity("7000000000000000001", 5, "shop");
        UUID incarnation;
        try (Journal journal = open()) {
            journal.bind(shop);
            incarnation = journal.incarnation();
        }
        try (Journal journal = open()) {
            DatabaseIdentity renamed = new DatabaseIdentity("7000000000000000001", 5, "store");
            journal.bind(renamed);
            assertEquals(Optional.of(renamed), journal.database());
            assertEquals(incarnation, journal.incarnation());

            DatabaseIdentity other = new DatabaseIdentity("7000000000000000001", 6, "other");
            var failure = assertThrows(JournalException.class, () -> journal.bind(other));

            assertTrue(failure.getMessage().contains("\"store\""), failure.getMessage());
            assertTrue(failure.getMessage().contains("\"other\""), failure.getMessage());
        }
    }

    @Test
    void foreignAndDamagedFilesAreRefused() throws IOException {
        Path file = directory.resolve("journal.db");
        Files.writeString(file, "this is no database, but it is long enough to be looked at as one. ".repeat(100));

        var failure = assertThrows(JournalException.class, this::open);

        assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
        Files.delete(file);
        open().close();
    }

    @Test
    void whoeverWaitsForAPlaceIsSeenAndWoken() throws Exception {
        try (Journal journal = open()) {
            assertFalse(journal.isEndAwaited());
            assertFalse(journal.awaitEnd(new Lsn(10), Duration.ofMillis(1)));
            Thread filler = new Thread(() -> {
                while (!journal.isEndAwaited()) {
                    Thread.onSpinWait();
                }
                journal.advance(new Lsn(9));
                journal.advance(new Lsn(11));
            });
            filler.start();
            assertTrue(journal.awaitEnd(new Lsn(10), Duration.ofSeconds(20)));
            filler.join();
            assertTrue(journal.awaitEnd(new Lsn(11), Duration.ZERO));
            assertFalse(journal.isEndAwaited());
        }
    }

    @Test
    void waitingEndsWithAnAppendOrWithTime() throws Exception {
        try (Journal journal = open()) {
            assertFalse(journal.awaitBeyond(0, Duration.ofMillis(1)));
            Thread appending = new Thread(() -> journal.append(story.transactions(1)));
            appending.start();

            assertTrue(journal.awaitBeyond(0, Duration.ofSeconds(20)));
            appending.join();
        }
    }

    @Test
    void positionsAreKept() {
        try (Journal journal = open()) {
            assertEquals(0, journal.position("publisher"));
            journal.savePosition("publisher", 7);
        }
        try (Journal journal = open()) {
            assertEquals(7, journal.position("publisher"));
            assertNotEquals(7, journal.position("other"));
        }
    }
}
