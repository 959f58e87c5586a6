package io.pggit.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.core.audit.AuditEvent;
import io.pggit.core.audit.Lsn;
import io.pggit.runtime.journal.Journal;
import io.pggit.testkit.Await;
import io.pggit.testkit.TestServers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said about the capture itself goes to a topic of its own, each exactly once. */
class CaptureTopicIT {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void findingsAndAttemptsArePublishedOnceAndAttemptsAreNoEvidence() throws Exception {
        KafkaSettings settings = KafkaSettings.to(TestServers.kafka().bootstrapServers())
                .with(new EventTopics("capture-" + System.nanoTime()));
        try (Journal journal = Journal.open(directory, new SimpleMeterRegistry())) {
            journal.bind(Ddl.SHOP);
            journal.append(Ddl.transactions(1, 3));
            journal.append(
                    List.of(
                            Ddl.finding(1_000),
                            Ddl.of(1_100, List.of(Ddl.lost(1_100, AuditEvent.SQL_DROP), Ddl.dropped(1_101)))),
                    IntStream.range(0, 5).mapToObj(n -> Ddl.attempt(2_000 + n)).toList(),
                    List.of());
            journal.attempts().settle(List.of(new Lsn(2_000), new Lsn(2_003)));
            for (int round = 0; round < 3; round++) {
                // Each begins where the one before it was abandoned, at a place nobody knows.
                RunningPublisher publisher = new RunningPublisher(journal, settings);
                publisher.abandon();
            }
            try (RunningPublisher publisher = new RunningPublisher(journal, settings)) {
                publisher.awaitAll();
                Await.until(DEADLINE, () -> Published.captureEvents(settings).size() >= 4);
                journal.attempts().settle(List.of(new Lsn(2_001)));
                Await.until(DEADLINE, () -> Published.captureEvents(settings).size() >= 5);
            }

            List<DdlEvent> events = Published.captureEvents(settings);
            JsonNode schema = schema();
            events.forEach(event -> SchemaCheck.requireValid(schema, event.data()));
            assertEquals(
                    List.of(
                            "io.pggit.capture.v1.capture_gap true -1000-finding",
                            "io.pggit.capture.v1.facts_lost true -1100-finding",
                            "io.pggit.capture.v1.attempt false -attempt-1",
                            "io.pggit.capture.v1.attempt false -attempt-2",
                            "io.pggit.capture.v1.attempt false -attempt-3"),
                    events.stream()
                            .map(event -> event.type() + " "
                                    + event.data().path("evidence").booleanValue() + " "
                                    + event.id().substring(36))
                            .toList());
            assertEquals("slot pggit_1", events.get(0).data().path("object").textValue());
            assertFalse(Published.in(settings).events().stream()
                    .anyMatch(event -> event.json().contains("undone")));
        }
    }

    private static JsonNode schema() throws IOException {
        try (InputStream in = CaptureRecord.class.getResourceAsStream("capture-v1.schema.json")) {
            return PlainJson.read(in.readAllBytes());
        }
    }
}
