package io.pggit.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Commands of a database cluster that are in the topic already, whichever journal they were published from. A journal
 * begun anew has other numbers and may have another order, so its commands are compared one by one. A database restored
 * to an earlier state can use a row's number again, and even a transaction's, but not at the same microsecond.
 */
final class EarlierEvents {
    private final Set<Fingerprint> commands = new HashSet<>();
    private final SortedSet<String> incarnations = new TreeSet<>();

    private EarlierEvents() {}

    /** For a journal that alone has published. */
    static EarlierEvents none() {
        return new EarlierEvents();
    }

    /** Reads the whole topic. */
    static EarlierEvents read(KafkaSettings settings, Admin admin, String systemIdentifier) {
        EarlierEvents earlier = new EarlierEvents();
        WholeTopic.read(settings, admin, settings.topics().ddl(), event -> {
            String correlation = header(event, "ce_correlationid");
            if (correlation.startsWith(systemIdentifier + ":")) {
                String id = header(event, "ce_id");
                int dash = id.lastIndexOf('-');
                earlier.incarnations.add(id.substring(0, dash));
                earlier.commands.add(new Fingerprint(
                        correlation, Long.parseLong(id.substring(dash + 1)), Instant.parse(header(event, "ce_time"))));
            }
        });
        return earlier;
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        Header header = event.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    boolean contains(NumberedCommand command) {
        return !commands.isEmpty() && commands.contains(Fingerprint.of(command));
    }

    /** Of the journals that published before. */
    SortedSet<String> incarnations() {
        return incarnations;
    }

    private record Fingerprint(String correlation, long seq, Instant recorded) {
        static Fingerprint of(NumberedCommand command) {
            return new Fingerprint(
                    EventRecord.correlation(command),
                    command.command().closing().seq(),
                    command.command().closing().clocks().recorded());
        }
    }
}
