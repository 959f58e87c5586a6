package io.pggit.kafka;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.core.audit.AuditTransaction;
import io.pggit.runtime.journal.Journal;
import io.pggit.testkit.Await;
import io.pggit.testkit.KafkaServer;
import io.pggit.testkit.TestServers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishers and brokers that end without a word. */
class PublisherCrashIT {
    private static final int KILLS = 6;
    private static final Duration DEADLINE = RunningPublisher.DEADLINE;

    @TempDir
    private Path directory;

    @Test
    void publishersThatAreAbandonedAnywhereLoseAndRepeatNothing() throws InterruptedException {
        KafkaSettings settings = Shop.ownTopics(TestServers.kafka());
        List<AuditTransaction> transactions = Ddl.transactions(1, 3_000);
        long seed = System.nanoTime();
        System.out.println("abandoned publishers: seed " + seed);
        Random random = new Random(seed);
        try (Journal journal = journal("a")) {
            int appended = 0;
            while (appended < transactions.size()) {
                RunningPublisher publisher = new RunningPublisher(journal, settings);
                long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50 + random.nextInt(600));
                while (System.nanoTime() < end && appended < transactions.size()) {
                    int next = Math.min(transactions.size(), appended + 1 + random.nextInt(20));
                    journal.append(transactions.subList(appended, next));
                    appended = next;
                }
                publisher.abandon();
            }
            try (RunningPublisher last = new RunningPublisher(journal, settings)) {
                last.awaitAll();
            }
        }

        Published.in(settings).requireExactly(transactions);
    }

    @Test
    void publishersThatAreKilledLoseAndRepeatNothing() throws IOException, InterruptedException {
        KafkaSettings settings = Shop.ownTopics(TestServers.kafka());
        List<AuditTransaction> transactions = Ddl.transactions(1, 8_000);
        try (Journal journal = journal("a")) {
            journal.append(transactions);
        }
        long seed = System.nanoTime();
        System.out.println("killed publishers: seed " + seed);
        Random random = new Random(seed);
        System.out.println("round | killed after ms | committed offset then");
        long committed = 0;
        try (Admin admin = Admin.create(settings.admin())) {
            for (int round = 1; round <= KILLS; round++) {
                long start = System.nanoTime();
                Process process = PublisherProcess.start(directory.resolve("a"), settings);
                if (round % 3 != 0) {
                    // In the stream; every third is killed while it starts.
                    long before = committed;
                    Await.until(DEADLINE, () -> Published.end(admin, settings) > before);
                }
                assertFalse(process.waitFor(random.nextInt(400), TimeUnit.MILLISECONDS), "it ended by itself");
                process.destroyForcibly().waitFor();
                committed = Published.end(admin, settings);
                System.out.printf("%5d | %15d | %d%n", round, (System.nanoTime() - start) / 1_000_000, committed);
            }
        }

        try (Journal journal = journal("a");
                RunningPublisher last = new RunningPublisher(journal, settings)) {
            last.awaitAll();
        }

        Published.in(settings).requireExactly(transactions);
    }

    @Test
    void aBrokerThatIsDownDelaysEventsAndNothingElse() {
        try (KafkaServer kafka = TestServers.ownKafka();
                Journal journal = journal("a")) {
            KafkaSettings settings = Shop.ownTopics(kafka);
            kafka.kill();
            try (RunningPublisher publisher = new RunningPublisher(journal, settings)) {
                journal.append(Ddl.transactions(1, 50));
                assertTrue(publisher.isAlive());
                kafka.restart();
                publisher.awaitAll();
                kafka.kill();
                journal.append(Ddl.transactions(51, 50));
                kafka.restart();
                publisher.awaitAll();
            }

            Published.in(settings).requireExactly(Ddl.transactions(1, 100));
        }
    }

    private Journal journal(String name) {
        return Shop.journal(directory.resolve(name));
    }
}
