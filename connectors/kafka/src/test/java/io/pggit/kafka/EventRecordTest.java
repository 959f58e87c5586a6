package io.pggit.kafka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.pggit.core.audit.AuditEvent;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.DroppedObject;
import io.pggit.core.audit.ObjectKey;
import io.pggit.core.audit.ObjectState;
import io.pggit.runtime.journal.JournalEntry;
import io.pggit.testkit.Seeds;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

class EventRecordTest {
    private static final UUID INCARNATION = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final List<String> HOSTILE = List.of(
            "new\nline",
            "quo\"te",
            "'; DROP TABLE users; --",
            "\u001b[31mred",
            "\u202etxt.exe",
            "\u2066x\u2069",
            "c1\u0085",
            "\u2028",
            "=cmd|' /C calc'!A0",
            "<script>",
            "ta\\u0000b",
            "ünï😀",
            "AUDIT: SESSION,1",
            "%0A");

    @Test
    void aSecondReaderSeesTheSameCloudEvent() {
        CloudEvent event = KafkaMessageFactory.createReader(received(publish(Ddl.create(41, 741, "users"))))
                .toEvent();

        assertEquals("1.0", event.getSpecVersion().toString());
        assertEquals(INCARNATION + "-41", event.getId());
        assertEquals(URI.create("/pggit/7412000000000000001/sh%C3%B6p%2F1"), event.getSource());
        assertEquals("io.pggit.ddl.v1.create", event.getType());
        assertEquals("table:public.users", event.getSubject());
        assertEquals("2026-11-23T09:00:00.041001Z", event.getTime().toInstant().toString());
        assertEquals("application/json", event.getDataContentType());
        assertEquals(URI.create("urn:pggit:schema:ddl:v1"), event.getDataSchema());
        assertEquals("00000000000000000007", event.getExtension("sequence"));
        assertEquals("7412000000000000001:741", event.getExtension("correlationid"));
    }

    @Test
    void theSameCommandGivesTheSameBytes() {
        ProducerRecord<String, byte[]> first = publish(Ddl.create(41, 741, "users"));

        ProducerRecord<String, byte[]> second = publish(Ddl.create(41, 741, "users"));

        assertArrayEquals(first.value(), second.value());
        assertEquals(first.headers(), second.headers());
        assertEquals("7412000000000000001/sh%C3%B6p%2F1", first.key());
    }

    @Test
    void hostileIdentifiersAreOnlyText() {
        Seeds.holds(1, 200, random -> {
            String name = HOSTILE.get(random.nextInt(HOSTILE.size())) + HOSTILE.get(random.nextInt(HOSTILE.size()));

            ProducerRecord<String, byte[]> event = publish(Ddl.create(41, 741, name));

            String json = new String(event.value(), StandardCharsets.UTF_8);
            assertTrue(json.codePoints().noneMatch(EventRecordTest::deceives), json);
            JsonNode data = PlainJson.read(event.value());
            assertEquals(name, data.at("/objects/0/name").textValue());
            assertEquals("public." + name, data.at("/objects/0/identity").textValue());
            for (Header header : event.headers()) {
                String value = new String(header.value(), StandardCharsets.UTF_8);
                assertTrue(value.chars().allMatch(c -> c > ' ' && c < 0x7F), value);
            }
        });
    }

    private static boolean deceives(int c) {
        return Character.getType(c) == Character.CONTROL
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.LINE_SEPARATOR;
    }

    @Test
    void aLargeCommandLeavesItsFactsOut() {
        List<ObjectState> tables = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            tables.add(Ddl.table("a_table_with_a_rather_long_name_so_that_the_event_grows_" + i));
        }
        AuditRow row = Ddl.row(
                41, 741, AuditEvent.DDL_COMMAND_END, "IMPORT FOREIGN SCHEMA", "IMPORT …", tables, List.of(), Map.of());

        byte[] body = publish(row).value();

        JsonNode data = PlainJson.read(body);
        assertTrue(body.length <= EventBody.LIMIT_BYTES);
        assertEquals("[\"facts\",\"objects\"]", data.get("truncated").toString());
        assertEquals(1_500, data.at("/totals/objects").intValue());
        assertFalse(data.at("/objects/0").has("facts"));
    }

    @Test
    void theWorstCommandFitsTheLimit() {
        String worst = "\u0001".repeat(1_000_000);
        List<DroppedObject> dropped = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            dropped.add(new DroppedObject(
                    new ObjectKey(1255, 20_000 + i), 0, "function", "x".repeat(900), ObjectState.Cause.IMPLIED));
        }
        Map<String, String> claims = Map.of("author", worst, "ticket", worst);
        AuditRow row = Ddl.row(41, 741, AuditEvent.DDL_COMMAND_END, "DROP SCHEMA", worst, List.of(), dropped, claims);

        byte[] body = publish(row).value();

        JsonNode data = PlainJson.read(body);
        assertTrue(body.length <= EventBody.LIMIT_BYTES, body.length + " bytes");
        assertEquals(
                "[\"claims\",\"dropped\",\"statement\"]", data.get("truncated").toString());
    }

    @Test
    void theSchemaNamesEveryMember() throws IOException {
        JsonNode schema;
        try (InputStream resource = EventRecord.class.getResourceAsStream("ddl-v1.schema.json")) {
            schema = new ObjectMapper().readTree(resource);
        }
        List<DroppedObject> dropped = List.of(new DroppedObject(
                new ObjectKey(1259, 16401), 2, "table column", "public.t.c", ObjectState.Cause.DIRECT));
        ObjectState unmodelled = new ObjectState(
                new ObjectKey(3602, 16402),
                "text search configuration",
                "public.english",
                ObjectState.Cause.DIRECT,
                java.util.Optional.empty());
        AuditRow row = Ddl.row(
                41,
                741,
                AuditEvent.DDL_COMMAND_END,
                "ALTER TABLE",
                "s".repeat(300_000),
                List.of(Ddl.table("t"), unmodelled),
                dropped,
                Map.of("author", "ann"));

        JsonNode data = PlainJson.read(publish(row).value());

        SchemaCheck.requireValid(schema, data);
    }

    private static ProducerRecord<String, byte[]> publish(AuditRow row) {
        NumberedCommand command = NumberedCommand.in(
                        new JournalEntry(5, 7, 7, Ddl.of(41, List.of(row))), Ddl.SHOP, INCARNATION)
                .next();
        return EventRecord.of(command, "pggit.ddl.default");
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        ConsumerRecord<String, byte[]> received = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(header -> received.headers().add(header));
        return received;
    }
}
