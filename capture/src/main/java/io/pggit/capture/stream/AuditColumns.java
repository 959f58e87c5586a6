package io.pggit.capture.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.capture.CaptureException;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.AuditRowJson;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Turns the columns of {@code pggit.ddl_audit}, in PostgreSQL's text form, into an audit row. Every carrier of rows goes
 * through here, which is why all of them yield the same rows. Times must have been written in ISO style and UTC.
 */
final class AuditColumns {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> NUMBERS =
            Set.of("seq", "xid", "client_port", "backend_pid", "server_version", "redactions");
    private static final Set<String> TIMES = Set.of("transaction_at", "statement_at", "recorded_at", "backend_start");
    private static final Set<String> TREES = Set.of("claims", "objects", "dropped", "rewrite", "finding", "details");
    private static final Set<String> FLAGS = Set.of("tls", "statement_exact");

    private AuditColumns() {}

    /**
     * Reads one row.
     *
     * @param columns text by column name; columns that are SQL null are absent
     * @throws CaptureException when a column is absent or unreadable; names the row and the column
     */
    static AuditRow read(Map<String, String> columns) {
        ObjectNode row = MAPPER.createObjectNode();
        columns.forEach((name, text) -> {
            try {
                row.set(name, node(name, text));
            } catch (JsonProcessingException | RuntimeException e) {
                throw new CaptureException(
                        "audit row " + columns.getOrDefault("seq", "?") + ": column " + name + " is unreadable", e);
            }
        });
        try {
            return AuditRowJson.read(row);
        } catch (RuntimeException e) {
            throw new CaptureException(
                    "audit row " + columns.getOrDefault("seq", "?") + " is not of this footprint: " + e.getMessage(),
                    e);
        }
    }

    /** A time as PostgreSQL writes it in ISO style and UTC. */
    static String time(Instant instant) {
        return instant.toString().replace('T', ' ').replace("Z", "+00");
    }

    /** The same time in ISO 8601; what it is to mean is checked where it is read. */
    private static String instant(String text) {
        int zone = text.length() - 3;
        if (zone < 19 || text.charAt(10) != ' ' || !text.endsWith("+00")) {
            throw new IllegalArgumentException("not a time in UTC: " + text);
        }
        return text.substring(0, 10) + 'T' + text.substring(11, zone) + 'Z';
    }

    private static JsonNode node(String name, String text) throws JsonProcessingException {
        if (NUMBERS.contains(name)) {
            return MAPPER.getNodeFactory().numberNode(Long.parseLong(text));
        }
        if (TIMES.contains(name)) {
            return MAPPER.getNodeFactory().textNode(instant(text));
        }
        if (FLAGS.contains(name)) {
            return MAPPER.getNodeFactory().booleanNode(text.startsWith("t")); // "t" in the stream, "true" as text
        }
        return TREES.contains(name)
                ? MAPPER.readTree(text)
                : MAPPER.getNodeFactory().textNode(text);
    }
}
