package io.pggit.runtime.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.core.audit.Actor;
import io.pggit.core.audit.Attempt;
import io.pggit.core.audit.AuditEvent;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Clocks;
import io.pggit.core.audit.Evidence;
import io.pggit.core.audit.Lsn;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path directory;

    private Journal open() {
        return Journal.open(directory, new SimpleMeterRegistry());
    }

    @Test
    void anAttemptWhoseRowComesLeavesNothing() {
        try (Journal journal = open()) {
            journal.append(List.of(), List.of(attempt(10, "a"), attempt(20, "b")), List.of());
            journal.append(List.of(transaction(1, "a")));
            journal.append(List.of(transaction(2, "c")), List.of(attempt(30, "c"), attempt(40, "d")), List.of());

            assertEquals(
                    List.of("b", "d"),
                    journal.attempts().open().stream().map(AttemptsTest::text).toList());
            assertEquals(2, journal.lastIndex());
            assertEquals(List.of(), journal.attempts().latest(10));
        }
    }

    @Test
    void whatHasNoRowWhenItsTransactionIsOverCameToNothing() {
        try (Journal journal = open()) {
            journal.append(List.of(), List.of(attempt(10, "a"), attempt(20, "b"), attempt(30, "c")), List.of());
            journal.append(List.of(transaction(1, "b")));
            journal.attempts().settle(List.of(new Lsn(10), new Lsn(20)));
        }
        try (Journal journal = open()) {
            journal.attempts().settle(List.of(new Lsn(10), new Lsn(30)));

            assertEquals(
                    List.of(new UndoneAttempt(1, attempt(10, "a")), new UndoneAttempt(2, attempt(30, "c"))),
                    journal.attempts().undoneAfter(0, 10));
            assertEquals(2, journal.attempts().undoneAfter(1, 10).get(0).number());
            assertEquals(2, journal.attempts().latest(1).get(0).number());
        }
    }

    @Test
    void aCommandThatIsRepeatedNeedsARowForEachTime() {
        try (Journal journal = open()) {
            journal.append(List.of(), List.of(attempt(10, "a"), attempt(20, "a"), attempt(20, "a")), List.of());
            journal.append(List.of(transaction(1, "a")));

            assertEquals(
                    List.of(new Lsn(20)),
                    journal.attempts().open().stream().map(Attempt::position).toList());
        }
    }

    @Test
    void aPreparedTransactionMayStillCommitWhatSeemedUndone() {
        try (Journal journal = open()) {
            journal.append(List.of(), List.of(attempt(10, "a")), List.of());
            journal.attempts().settle(List.of(new Lsn(10)));
            journal.append(List.of(transaction(1, "a")));

            assertEquals(List.of(), journal.attempts().latest(10));
        }
    }

    @Test
    void theNumberOfAttemptsAndTheLengthOfStatementsIsBounded() {
        try (Journal journal = open()) {
            for (int batch = 0; batch < 4; batch++) {
                List<Attempt> many = new ArrayList<>();
                for (int i = 0; i < 3_000; i++) {
                    many.add(attempt(1 + batch * 3_000 + i, "x".repeat(Attempts.STATEMENT_LIMIT + i % 2)));
                }
                journal.append(List.of(), many, List.of());
            }
            List<Attempt> open = journal.attempts().open();

            assertEquals(Attempts.KEPT, open.size());
            assertEquals(new Lsn(12_000), open.get(open.size() - 1).position());
            assertTrue(open.stream().allMatch(attempt -> text(attempt).length() <= Attempts.STATEMENT_LIMIT));
        }
    }

    private static String text(Attempt attempt) {
        return attempt.statement().orElseThrow();
    }

    private static Attempt attempt(long position, String statement) {
        return new Attempt(
                new Lsn(position), "CREATE TABLE", actor(), clocks(), Optional.of(statement), hmac(statement));
    }

    private static AuditTransaction transaction(long seq, String statement) {
        AuditRow row = new AuditRow(
                seq,
                seq,
                "ddl",
                AuditEvent.DDL_COMMAND_END,
                "CREATE TABLE",
                actor(),
                clocks(),
                Optional.of(statement),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                "main",
                180_000,
                "1",
                new Evidence(
                        OptionalInt.of(0),
                        hmac(statement),
                        Evidence.Precision.EXACT,
                        Optional.empty(),
                        Optional.empty()));
        return new AuditTransaction(new Lsn(100 * seq), seq, Optional.empty(), List.of(row));
    }

    private static Optional<String> hmac(String statement) {
        return Optional.of(Integer.toHexString(statement.hashCode()));
    }

    private static Actor actor() {
        return new Actor("ann", "ann", "psql", Optional.empty(), OptionalInt.empty(), 7, START, new TreeMap<>());
    }

    private static Clocks clocks() {
        return new Clocks(START, START, START);
    }
}
