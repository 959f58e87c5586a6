package io.pggit.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A DDL event as a consumer sees it.
 *
 * @param offset in its partition
 * @param key the database, {@code <system identifier>/<name>}, the name percent-encoded
 * @param attributes CloudEvents' attributes by name, such as {@code id} and {@code type}; printable ASCII
 * @param json the data as it was published; control characters and bidi marks are escaped
 */
public record DdlEvent(long offset, String key, SortedMap<String, String> attributes, String json) {
    public DdlEvent {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    static DdlEvent of(ConsumerRecord<String, byte[]> record) {
        TreeMap<String, String> attributes = new TreeMap<>();
        for (Header header : record.headers()) {
            if (header.key().startsWith(EventRecord.HEADER_PREFIX)) {
                attributes.put(
                        header.key().substring(EventRecord.HEADER_PREFIX.length()),
                        new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return new DdlEvent(
                record.offset(), record.key(), attributes, new String(record.value(), StandardCharsets.UTF_8));
    }

    /** Unique within {@link #source()}. */
    public String id() {
        return required("id");
    }

    /** Which database it comes from, as a URI reference. */
    public String source() {
        return required("source");
    }

    /** What kind of command it was, such as {@code io.pggit.ddl.v1.alter}. */
    public String type() {
        return required("type");
    }

    /** The object the command named, such as {@code table:public.users}, percent-encoded; empty when it named none. */
    public Optional<String> subject() {
        return Optional.ofNullable(attributes.get("subject"));
    }

    /** Number of the command in the journal; ascending, with a gap where objects that existed before were recorded. */
    public long sequence() {
        return Long.parseLong(required("sequence"));
    }

    /** The data as a tree of its own; its schema is the resource {@code ddl-v1.schema.json}. */
    public JsonNode data() {
        return PlainJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Says which event this is; leaves out the statement. */
    @Override
    public String toString() {
        return "DdlEvent[" + offset + " " + attributes.get("type") + " " + attributes.get("subject") + "]";
    }

    private String required(String attribute) {
        String value = attributes.get(attribute);
        if (value == null) {
            throw new IllegalStateException("event at offset " + offset + " has no attribute " + attribute);
        }
        return value;
    }
}
