package io.pggit.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.core.audit.Attempt;
import io.pggit.core.audit.AuditEvent;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Evidence;
import io.pggit.core.audit.Finding;
import io.pggit.core.audit.Lsn;
import io.pggit.runtime.journal.Journal;
import io.pggit.testkit.Await;
import io.pggit.testkit.TestServers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
                    List.of(finding(1_000), Ddl.of(1_100, List.of(lost(1_100, AuditEvent.SQL_DROP), dropped(1_101)))),
                    IntStream.range(0, 5).mapToObj(n -> attempt(2_000 + n)).toList(),
                    List.of());
            journal.attempts().settle(List.of(new Lsn(2_000), new Lsn(2_003)));
            for (int round = 0; round < 3; round++) {
                // Each begins where the one before it was abandoned, at a place nobody knows.
                RunningPublisher publisher = new RunningPublisher(journal, settings);
                publisher.abandon();
            }
            try (RunningPublisher publisher = new RunningPublisher(journal, settings)) {
                publisher.awaitAll();
                Await.until(DEADLINE, () -> events(settings).size() >= 4);
                journal.attempts().settle(List.of(new Lsn(2_001)));
                Await.until(DEADLINE, () -> events(settings).size() >= 5);
            }

            List<DdlEvent> events = events(settings);
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

    private static List<DdlEvent> events(KafkaSettings settings) {
        List<DdlEvent> events = new ArrayList<>();
        try (DdlEventReader reader =
                DdlEventReader.fromBeginning(settings, settings.topics().capture())) {
            while (!reader.atEnd()) {
                events.addAll(reader.poll(Duration.ofMillis(100)));
            }
        }
        return events;
    }

    private static JsonNode schema() throws IOException {
        try (InputStream in = CaptureRecord.class.getResourceAsStream("capture-v1.schema.json")) {
            return PlainJson.read(in.readAllBytes());
        }
    }

    private static AuditTransaction finding(long seq) {
        return Ddl.of(
                seq,
                List.of(withFinding(
                        Ddl.row(seq, seq, AuditEvent.RECONCILE, "RECONCILE", "", List.of(), List.of(), Map.of()),
                        new Finding(
                                "capture_gap",
                                "slot pggit_1",
                                Optional.empty(),
                                Optional.of("eve"),
                                "SLOT_MISSING: the table is read"))));
    }

    /** A row that does not close its command. */
    private static AuditRow lost(long seq, AuditEvent event) {
        return withFinding(
                Ddl.row(seq, seq, event, "DROP TABLE", "", List.of(), List.of(), Map.of()),
                new Finding("facts_lost", "DROP TABLE", Optional.empty(), Optional.of("eve"), "SQLSTATE 53100"));
    }

    private static AuditRow dropped(long seq) {
        return Ddl.row(seq, seq - 1, AuditEvent.DDL_COMMAND_END, "DROP TABLE", "", List.of(), List.of(), Map.of());
    }

    private static AuditRow withFinding(AuditRow row, Finding finding) {
        return new AuditRow(
                row.seq(),
                row.xid(),
                row.operation(),
                row.event(),
                row.commandTag(),
                row.actor(),
                row.clocks(),
                Optional.empty(),
                Optional.empty(),
                row.objects(),
                row.dropped(),
                Optional.empty(),
                row.branch(),
                row.serverVersion(),
                row.footprintVersion(),
                new Evidence(
                        OptionalInt.of(0),
                        Optional.empty(),
                        Evidence.Precision.UNKNOWN,
                        Optional.of(finding),
                        Optional.empty()));
    }

    private static Attempt attempt(long position) {
        AuditRow row = Ddl.create(position, position, "undone");
        return new Attempt(
                new Lsn(position), row.commandTag(), row.actor(), row.clocks(), row.statement(), Optional.empty());
    }
}
