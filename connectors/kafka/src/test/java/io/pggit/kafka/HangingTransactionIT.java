package io.pggit.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Lsn;
import io.pggit.runtime.journal.Journal;
import io.pggit.testkit.KafkaServer;
import io.pggit.testkit.TestServers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Brokers that take a publisher's transaction for ended without telling every partition. */
class HangingTransactionIT {
    private static final int BEFORE = 20;
    private static final int ALL = 40;

    @TempDir
    private Path directory;

    @Test
    void whateverABrokerLeavesOpenIsEndedAndEachEventIsThereOnce() {
        Map<LeftOpen.Told, KafkaSettings> left = new EnumMap<>(LeftOpen.Told.class);
        try (KafkaServer kafka = TestServers.ownKafka()) {
            for (LeftOpen.Told told : LeftOpen.Told.values()) {
                left.put(told, Shop.ownTopics(kafka));
                leaveOpen(told, left.get(told));
            }
            kafka.kill();
            kafka.restart();

            left.forEach((told, settings) -> {
                assertTrue(LeftOpen.hangs(settings), told + ": nothing hangs");
                publishOn(told, settings);
                assertEquals(expected(), found(settings), told.name());
            });
        }
    }

    private void leaveOpen(LeftOpen.Told told, KafkaSettings settings) {
        try (Journal journal = journal(told)) {
            journal.append(transactions().subList(0, BEFORE));
            try (RunningPublisher publisher = new RunningPublisher(journal, settings)) {
                publisher.awaitAll();
            }
            journal.append(transactions().subList(BEFORE, ALL), List.of(Ddl.attempt(9_000)), List.of());
            journal.attempts().settle(List.of(new Lsn(9_000)));
            LeftOpen.after(BEFORE, journal, settings, told);
        }
    }

    private void publishOn(LeftOpen.Told told, KafkaSettings settings) {
        try (Journal journal = journal(told)) {
            try (RunningPublisher publisher = new RunningPublisher(journal, settings)) {
                publisher.awaitAll();
                journal.append(Ddl.transactions(ALL + 1, 5));
                publisher.awaitAll();
            }
            // And by another one, which finds what the first one left.
            journal.append(Ddl.transactions(ALL + 6, 5));
            try (RunningPublisher publisher = new RunningPublisher(journal, settings)) {
                publisher.awaitAll();
            }
        }
    }

    /** The first half, which is published, and the second, which hangs; each ends with a finding. */
    private static List<AuditTransaction> transactions() {
        List<AuditTransaction> transactions = new ArrayList<>(Ddl.transactions(1, ALL));
        transactions.set(BEFORE - 1, Ddl.finding(5_000));
        transactions.set(ALL - 1, Ddl.finding(5_001));
        return transactions;
    }

    private static List<String> expected() {
        return Stream.concat(
                        Stream.concat(transactions().stream(), Ddl.transactions(ALL + 1, 10).stream())
                                .flatMap(transaction -> transaction.rows().stream())
                                .map(row -> "-" + row.seq()),
                        Stream.of("-5000-finding", "-5001-finding", "-attempt-1"))
                .toList();
    }

    /** Ids of both topics, without the journal's part. */
    private static List<String> found(KafkaSettings settings) {
        return Stream.concat(Published.in(settings).events().stream(), Published.captureEvents(settings).stream())
                .map(event -> event.id().substring(36))
                .toList();
    }

    private Journal journal(LeftOpen.Told told) {
        return Shop.journal(directory.resolve(told.name()));
    }
}
