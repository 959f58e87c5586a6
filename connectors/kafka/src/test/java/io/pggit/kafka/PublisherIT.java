package io.pggit.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.core.audit.AuditEvent;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.runtime.journal.Journal;
import io.pggit.testkit.Await;
import io.pggit.testkit.TestServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherIT {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void everyCommandIsPublishedOnceAndBaselinesAreNot() {
        KafkaSettings settings = Shop.ownTopics(TestServers.kafka());
        List<AuditTransaction> transactions = Ddl.transactions(2, 300);
        try (Journal journal = journal("a")) {
            journal.append(List.of(Ddl.of(
                    1,
                    List.of(Ddl.row(
                            1,
                            701,
                            AuditEvent.BASELINE,
                            "BASELINE",
                            "",
                            List.of(Ddl.table("old")),
                            List.of(),
                            Map.of())))));
            journal.append(transactions);

            try (RunningPublisher publisher = new RunningPublisher(journal, settings)) {
                publisher.awaitAll();
            }
        }

        Published published = Published.in(settings);
        published.requireExactly(transactions);
        assertEquals(2, published.events().get(0).sequence());
        assertEquals(
                1 + Ddl.commands(transactions),
                published.events().get(published.events().size() - 1).sequence());
    }

    @Test
    void publishersThatFenceEachOtherLoseAndRepeatNothing() {
        KafkaSettings settings = Shop.ownTopics(TestServers.kafka());
        List<AuditTransaction> transactions = Ddl.transactions(1, 300);
        try (Journal journal = journal("a");
                RunningPublisher one = new RunningPublisher(journal, settings);
                RunningPublisher other = new RunningPublisher(journal, settings)) {
            for (AuditTransaction transaction : transactions) {
                journal.append(List.of(transaction));
            }

            Await.until(DEADLINE, () -> Published.in(settings).events().size() >= Ddl.commands(transactions));

            assertTrue(one.isAlive() && other.isAlive());
        }

        Published.in(settings).requireExactly(transactions);
    }

    @Test
    void aZombieIsFenced() {
        KafkaSettings settings = Shop.ownTopics(TestServers.kafka());
        List<AuditTransaction> transactions = Ddl.transactions(1, 50);
        try (Journal journal = journal("a");
                KafkaProducer<String, byte[]> zombie = Shop.producer(settings, Shop.transactionalId(settings))) {
            journal.append(transactions);
            try (RunningPublisher publisher = new RunningPublisher(journal, settings)) {
                publisher.awaitAll();
            }
            zombie.initTransactions();
            zombie.beginTransaction();
            zombie.send(new ProducerRecord<>(settings.topics().ddl(), "zombie", new byte[] {1}));
            zombie.flush();

            journal.append(Ddl.transactions(51, 50));
            try (RunningPublisher publisher = new RunningPublisher(journal, settings)) {
                publisher.awaitAll();
            }

            assertThrows(KafkaException.class, zombie::commitTransaction);
        }
        Published.in(settings).requireExactly(Ddl.transactions(1, 100));
    }

    @Test
    void anotherDatabasesOpenTransactionHidesNoPosition() throws Exception {
        KafkaSettings settings = Shop.ownTopics(TestServers.kafka());
        try (Journal journal = journal("a");
                KafkaProducer<String, byte[]> other = Shop.producer(settings, "other");
                Admin admin = Admin.create(settings.admin())) {
            journal.append(Ddl.transactions(1, 20));
            try (RunningPublisher publisher = new RunningPublisher(journal, settings)) {
                publisher.awaitAll();
                other.initTransactions();
                other.beginTransaction();
                other.send(new ProducerRecord<>(settings.topics().positions(), "other", new byte[] {1}))
                        .get();
                journal.append(Ddl.transactions(21, 20));
                publisher.awaitAll();
            }

            PositionTopic positions = new PositionTopic(settings, new EventSource(Ddl.SHOP));
            CompletableFuture<Optional<PublishedPosition>> last =
                    CompletableFuture.supplyAsync(() -> positions.last(admin));

            assertThrows(TimeoutException.class, () -> last.get(2, TimeUnit.SECONDS));
            other.commitTransaction();
            assertEquals(40, last.get(30, TimeUnit.SECONDS).orElseThrow().transaction());
        }
    }

    @Test
    void aJournalBegunAnewRepeatsNothing() {
        KafkaSettings settings = Shop.ownTopics(TestServers.kafka());
        List<AuditTransaction> transactions = Ddl.transactions(1, 90);
        publishAll("lost", settings, transactions.subList(0, 60));
        List<AuditTransaction> otherOrder = new ArrayList<>(transactions.subList(30, 80));
        otherOrder.addAll(transactions.subList(0, 30));

        publishAll("anew", settings, otherOrder);
        publishAll("anew", settings, transactions);

        Published.in(settings).requireExactly(transactions);
    }

    @Test
    void thousandsOfEventsAreASecondsWork() {
        KafkaSettings settings = Shop.ownTopics(TestServers.kafka());
        List<AuditTransaction> transactions = Ddl.transactions(1, 4_000);
        try (Journal journal = journal("a")) {
            journal.append(transactions);
            long start = System.nanoTime();
            try (RunningPublisher publisher = new RunningPublisher(journal, settings)) {
                publisher.awaitAll();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("%d events in %.1f s, start included%n", Ddl.commands(transactions), seconds);
        }
        Published.in(settings).requireExactly(transactions);
    }

    private void publishAll(String name, KafkaSettings settings, List<AuditTransaction> transactions) {
        try (Journal journal = journal(name)) {
            journal.append(transactions);
            try (RunningPublisher publisher = new RunningPublisher(journal, settings)) {
                publisher.awaitAll();
            }
        }
    }

    private Journal journal(String name) {
        return Shop.journal(directory.resolve(name));
    }
}
