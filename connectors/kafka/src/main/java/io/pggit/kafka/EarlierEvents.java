package io.pggit.kafka;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Events of a database cluster that are in the topics already, whichever journal they were published from. A journal
 * begun anew has other numbers and may have another order, so events are compared one by one. A database restored
 * to an earlier state can use a row's number again, and even a transaction's, but not at the same microsecond.
 */
final class EarlierEvents {
    /** That of a UUID. */
    private static final int INCARNATION_LENGTH = 36;

    private final Set<Fingerprint> events = new HashSet<>();
    private final SortedSet<String> incarnations = new TreeSet<>();

    private EarlierEvents() {}

    /** For a journal that alone has published. */
    static EarlierEvents none() {
        return new EarlierEvents();
    }

    /** Reads the whole topics of events. */
    static EarlierEvents read(KafkaSettings settings, Admin admin, EventSource source) {
        EarlierEvents earlier = new EarlierEvents();
        for (String topic : List.of(settings.topics().ddl(), settings.topics().capture())) {
            WholeTopic.read(settings, admin, topic, event -> {
                String id = header(event.headers(), "id");
                // Whoever may write to the topic may write anything.
                if (header(event.headers(), "source").startsWith(source.cluster())
                        && id.length() > INCARNATION_LENGTH) {
                    earlier.incarnations.add(id.substring(0, INCARNATION_LENGTH));
                    earlier.events.add(Fingerprint.of(topic, event.headers()));
                }
            });
        }
        return earlier;
    }

    private static String header(Headers headers, String attribute) {
        Header header = headers.lastHeader(EventRecord.HEADER_PREFIX + attribute);
        return header == null ? "" : new String(header.value(), StandardCharsets.US_ASCII);
    }

    boolean contains(ProducerRecord<String, byte[]> event) {
        return !events.isEmpty() && events.contains(Fingerprint.of(event.topic(), event.headers()));
    }

    /** Of the journals that published before. */
    SortedSet<String> incarnations() {
        return incarnations;
    }

    /**
     * What makes two records one event.
     *
     * @param transaction {@code correlationid}; empty for attempts, which no audit row tells of
     * @param id as the audit table numbers it; what has no audit row is numbered by a journal, which is part of the id then
     */
    private record Fingerprint(String topic, String transaction, String id, String time) {
        static Fingerprint of(String topic, Headers headers) {
            String transaction = header(headers, "correlationid");
            String id = header(headers, "id");
            return new Fingerprint(
                    topic,
                    transaction,
                    transaction.isEmpty() ? id : id.substring(INCARNATION_LENGTH),
                    header(headers, "time"));
        }
    }
}
