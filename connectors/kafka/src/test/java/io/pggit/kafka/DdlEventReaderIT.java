package io.pggit.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.core.audit.AuditRow;
import io.pggit.runtime.journal.Journal;
import io.pggit.testkit.Await;
import io.pggit.testkit.TestServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DdlEventReaderIT {
    @TempDir
    private Path directory;

    @Test
    void hostileNamesArriveAsTheyWere() {
        KafkaSettings settings = settings("hostile");
        String name = "a\n\"b\"\u202e'c\u001b[31m";
        publish(settings, Ddl.create(1, 701, name));

        DdlEvent event = Published.in(settings).events().get(0);

        assertEquals(name, event.data().at("/objects/0/name").textValue());
        assertEquals("table:public.a%0A\"b\"%E2%80%AE'c%1B[31m", event.subject().orElseThrow());
        assertTrue(event.json().codePoints().noneMatch(c -> c < ' ' || c == '\u202e'), event.json());
        assertEquals("7412000000000000001/sh%C3%B6p%2F1", event.key());
        assertEquals("/pggit/" + event.key(), event.source());
        assertEquals("io.pggit.ddl.v1.create", event.type());
        assertEquals(1, event.sequence());
    }

    @Test
    void aReaderFromNowOnSeesWhatComesAfter() {
        KafkaSettings settings = settings("now");
        publish(settings, Ddl.create(1, 701, "before"));
        List<DdlEvent> seen = new ArrayList<>();
        try (DdlEventReader reader = DdlEventReader.fromNow(settings)) {
            publish(settings, Ddl.create(2, 702, "after"));

            Await.until(Duration.ofSeconds(30), () -> seen.addAll(reader.poll(Duration.ofMillis(100))));
        }

        assertEquals(1, seen.size());
        assertEquals("table:public.after", seen.get(0).subject().orElseThrow());
    }

    @Test
    void anAbsentTopicAndAnAbsentBrokerAreSaidClearly() {
        EventsUnavailableException noTopic =
                assertThrows(EventsUnavailableException.class, () -> DdlEventReader.fromBeginning(settings("nobody")));
        EventsUnavailableException noBroker = assertThrows(
                EventsUnavailableException.class, () -> DdlEventReader.fromBeginning(KafkaSettings.to("127.0.0.1:1")));

        assertTrue(noTopic.getMessage().contains("no topic pggit.ddl.nobody"), noTopic.getMessage());
        assertTrue(noBroker.getMessage().contains("127.0.0.1:1"), noBroker.getMessage());
    }

    private static KafkaSettings settings(String environment) {
        return KafkaSettings.to(TestServers.kafka().bootstrapServers()).with(new EventTopics(environment));
    }

    private void publish(KafkaSettings settings, AuditRow row) {
        try (Journal journal = Journal.open(directory, new SimpleMeterRegistry())) {
            journal.bind(Ddl.SHOP);
            journal.append(List.of(Ddl.of(row.seq(), List.of(row))));
            try (RunningPublisher publisher = new RunningPublisher(journal, settings)) {
                publisher.awaitAll();
            }
        }
    }
}
