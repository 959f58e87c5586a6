package io.pggit.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.pggit.core.audit.AuditTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What a {@code read_committed} reader finds in the topic. */
record Published(List<DdlEvent> events) {
    static Published in(KafkaSettings settings) {
        return new Published(events(settings, settings.topics().ddl()));
    }

    /** The same of the topic of findings and attempts. */
    static List<DdlEvent> captureEvents(KafkaSettings settings) {
        return events(settings, settings.topics().capture());
    }

    private static List<DdlEvent> events(KafkaSettings settings, String topic) {
        List<DdlEvent> events = new ArrayList<>();
        try (DdlEventReader reader = DdlEventReader.fromBeginning(settings, topic)) {
            while (!reader.atEnd()) {
                events.addAll(reader.poll(Duration.ofMillis(100)));
            }
        }
        return events;
    }

    /** Offset up to which the topic is committed; 0 while there is no topic. */
    static long end(Admin admin, KafkaSettings settings) throws InterruptedException {
        TopicPartition partition = new TopicPartition(settings.topics().ddl(), 0);
        try {
            return admin.listOffsets(
                            Map.of(partition, OffsetSpec.latest()),
                            new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .partitionResult(partition)
                    .get()
                    .offset();
        } catch (ExecutionException e) {
            assertInstanceOf(UnknownTopicOrPartitionException.class, e.getCause());
            return 0;
        }
    }

    List<Long> seqs() {
        return events.stream()
                .map(event -> Long.parseLong(event.id().substring(event.id().lastIndexOf('-') + 1)))
                .toList();
    }

    /** Fails unless each command is there once, in order; says how many are lost, doubled or out of order. */
    void requireExactly(List<AuditTransaction> transactions) {
        List<Long> expected = transactions.stream()
                .flatMap(transaction -> transaction.rows().stream())
                .map(row -> row.seq())
                .toList();
        List<Long> actual = seqs();
        HashSet<Long> lost = new HashSet<>(expected);
        actual.forEach(lost::remove);
        int doubled = actual.size() - new HashSet<>(actual).size();
        int reordered = 0;
        for (int i = 1; i < actual.size(); i++) {
            reordered += actual.get(i - 1) > actual.get(i) ? 1 : 0;
        }
        assertEquals(
                "0 lost, 0 doubled, 0 reordered",
                lost.size() + " lost, " + doubled + " doubled, " + reordered + " reordered");
        assertEquals(expected, actual);
    }
}
