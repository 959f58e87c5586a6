package io.pggit.kafka;

import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.ObjectState;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A DDL command as a Kafka record: CloudEvents 1.0 in binary mode (<a
 * href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka protocol
 * binding</a>), attributes in headers of printable ASCII. Record and bytes depend on the journal alone.
 */
final class EventRecord {
    static final String HEADER_PREFIX = "ce_";
    static final String CONTENT_TYPE = "application/json";
    static final String DATA_SCHEMA = "urn:pggit:schema:ddl:v1";

    private static final String TYPE_PREFIX = "io.pggit.ddl.v1.";
    private static final int SUBJECT_LIMIT = 512;

    private EventRecord() {}

    static ProducerRecord<String, byte[]> of(NumberedCommand command, String topic) {
        EventSource source = new EventSource(command.database());
        return of(topic, source.key(), attributes(command, source), EventBody.of(command));
    }

    /** An event in binary mode; the values of the attributes must be printable ASCII. */
    static ProducerRecord<String, byte[]> of(String topic, String key, Map<String, String> attributes, byte[] data) {
        ProducerRecord<String, byte[]> event = new ProducerRecord<>(topic, key, data);
        event.headers().add("content-type", CONTENT_TYPE.getBytes(StandardCharsets.US_ASCII));
        attributes.forEach(
                (name, value) -> event.headers().add(HEADER_PREFIX + name, value.getBytes(StandardCharsets.US_ASCII)));
        return event;
    }

    private static Map<String, String> attributes(NumberedCommand command, EventSource source) {
        AuditRow closing = command.command().closing();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", command.incarnation() + "-" + closing.seq());
        attributes.put("source", source.uri());
        attributes.put("type", TYPE_PREFIX + command.command().kind().text());
        subject(command).ifPresent(subject -> attributes.put("subject", subject));
        attributes.put("time", closing.clocks().recorded().toString());
        attributes.put("dataschema", DATA_SCHEMA);
        attributes.put("sequence", "%020d".formatted(command.number()));
        attributes.put("correlationid", correlation(command));
        return attributes;
    }

    /** The transaction, told apart from those of other clusters. */
    static String correlation(NumberedCommand command) {
        return command.database().systemIdentifier() + ":"
                + Long.toUnsignedString(command.transaction().xid());
    }

    /** Type and identity of the object the statement named, such as {@code table:public.users}. */
    private static Optional<String> subject(NumberedCommand command) {
        return named(command, ObjectState.Cause.DIRECT)
                .or(() -> named(command, ObjectState.Cause.DETECTED))
                .or(() -> named(command, ObjectState.Cause.IMPLIED));
    }

    private static Optional<String> named(NumberedCommand command, ObjectState.Cause cause) {
        Stream<String> touched = command.command().objects().stream()
                .filter(object -> object.cause() == cause)
                .map(object -> subject(object.type(), object.identity()));
        Stream<String> dropped = command.command().dropped().stream()
                .filter(object -> object.cause() == cause)
                .map(object -> subject(object.type(), object.identity()));
        return Stream.concat(touched, dropped).findFirst();
    }

    private static String subject(String type, String identity) {
        // Cut before it is encoded, so that no escape is cut.
        String bounded = identity.length() <= SUBJECT_LIMIT
                ? identity
                : identity.substring(0, identity.offsetByCodePoints(0, identity.codePointCount(0, SUBJECT_LIMIT - 1)));
        return PercentEncoding.readable(type.replace(' ', '_') + ":" + bounded);
    }
}
