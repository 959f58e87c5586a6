package io.pggit.capture.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pggit.capture.CaptureException;
import io.pggit.core.audit.Attempt;
import io.pggit.core.audit.AuditEvent;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.AuditRowJson;
import io.pggit.core.audit.WrittenRow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Turns the columns of {@code pggit.ddl_audit}, in PostgreSQL's text form, into an audit row. Every carrier of rows goes
 * through here, which is why all of them yield the same rows. Times must have been written in ISO style and UTC.
 */
final class AuditColumns {
    /** A statement may be longer than Jackson reads unasked. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    /** How the text form of a column becomes JSON. */
    private enum Form {
        NUMBER(20, 23, 5069),
        TIME(1184),
        TREE(3802),
        FLAG(16),
        TEXT(25);

        /** Oids of the types of PostgreSQL that have this form: bigint, integer, xid8; timestamptz; jsonb; boolean; text. */
        private final List<Integer> types;

        Form(Integer... types) {
            this.types = List.of(types);
        }
    }

    /** A column of the audit table; {@code required}: it is never null. */
    private record Column(Form form, boolean required) {}

    /** Columns that are not here are of no footprint known to this program, and are left out. */
    private static final Map<String, Column> COLUMNS = columns();

    private AuditColumns() {}

    private static Map<String, Column> columns() {
        Map<String, Column> columns = new LinkedHashMap<>();
        add(columns, new Column(Form.NUMBER, true), "seq", "xid", "backend_pid", "server_version");
        add(columns, new Column(Form.NUMBER, false), "client_port", "redactions");
        add(columns, new Column(Form.TIME, true), "transaction_at", "statement_at", "recorded_at", "backend_start");
        add(columns, new Column(Form.TREE, false), "claims", "objects", "dropped", "rewrite", "finding", "details");
        add(columns, new Column(Form.FLAG, false), "tls", "statement_exact");
        add(columns, new Column(Form.TEXT, true), "operation", "event", "command_tag", "session_role");
        add(columns, new Column(Form.TEXT, true), "effective_role", "application_name", "branch", "footprint_version");
        add(columns, new Column(Form.TEXT, false), "client_addr", "statement", "context", "statement_hmac");
        add(columns, new Column(Form.TEXT, false), "authenticated_role", "system_user_name", "role_setting");
        add(columns, new Column(Form.TEXT, false), "search_path");
        return columns;
    }

    private static void add(Map<String, Column> columns, Column column, String... names) {
        for (String name : names) {
            columns.put(name, column);
        }
    }

    /**
     * Makes sure that the text forms of a table's columns are those this class writes down unread.
     *
     * @throws CaptureException when a column is of another type; names it
     */
    static void requireTypes(List<PgoutputMessage.Column> columns) {
        String wrong = columns.stream()
                .filter(column -> COLUMNS.containsKey(column.name()))
                .filter(column -> !COLUMNS.get(column.name()).form.types.contains(column.type()))
                .map(column -> column.name() + " (type " + Integer.toUnsignedString(column.type()) + ")")
                .collect(Collectors.joining(", "));
        if (!wrong.isEmpty()) {
            throw new CaptureException(
                    "columns of pggit.ddl_audit are not of the types this footprint gave them: " + wrong);
        }
    }

    /**
     * Writes one row down without reading what its trees say.
     *
     * @param columns text by column name; columns that are SQL null are absent
     * @throws CaptureException when a column is absent or unreadable; names the row and the column
     */
    static WrittenRow write(Map<String, String> columns) {
        COLUMNS.forEach((name, column) -> {
            if (column.required && !columns.containsKey(name)) {
                throw foreign(columns, "no column " + name, null);
            }
        });
        StringBuilder json = new StringBuilder(1_024);
        columns.forEach((name, text) -> {
            Column column = COLUMNS.get(name);
            if (column == null) {
                return;
            }
            try {
                json.append(json.isEmpty() ? "{\"" : ",\"").append(name).append("\":");
                append(column.form, text, json);
            } catch (RuntimeException e) {
                throw new CaptureException(
                        "audit row " + columns.getOrDefault("seq", "?") + ": column " + name + " is unreadable", e);
            }
        });
        json.append('}');
        try {
            AuditEvent event = AuditEvent.of(columns.get("event"));
            return new WrittenRow(
                    Long.parseLong(columns.get("seq")),
                    Long.parseLong(columns.get("xid")),
                    event,
                    event == AuditEvent.DDL_COMMAND_END ? Optional.of(key(columns)) : Optional.empty(),
                    json.toString());
        } catch (IllegalArgumentException e) {
            throw foreign(columns, e.getMessage(), e);
        }
    }

    private static String key(Map<String, String> columns) {
        return Attempt.key(
                Integer.parseInt(columns.get("backend_pid")),
                instant(columns.get("backend_start")),
                instant(columns.get("statement_at")),
                columns.get("command_tag"),
                Optional.ofNullable(columns.get("statement_hmac")));
    }

    private static void append(Form form, String text, StringBuilder json) {
        switch (form) {
            case NUMBER -> json.append(Long.parseLong(text));
            case TIME -> json.append('"').append(instant(text)).append('"');
            case FLAG -> json.append(text.startsWith("t")); // "t" in the stream, "true" as text
            case TREE -> json.append(text);
            case TEXT -> {
                json.append('"');
                JsonStringEncoder.getInstance().quoteAsString(text, json);
                json.append('"');
            }
        }
    }

    /**
     * Writes one row down and reads it, for columns nobody vouches for.
     *
     * @throws CaptureException when a column is absent or unreadable; names the row
     */
    static WrittenRow writeChecked(Map<String, String> columns) {
        WrittenRow row = write(columns);
        read(row);
        return row;
    }

    /**
     * Reads a row.
     *
     * @throws CaptureException when it is no audit row; names it
     */
    static AuditRow read(WrittenRow row) {
        try {
            return AuditRowJson.read(MAPPER.readTree(row.json()));
        } catch (JsonProcessingException | RuntimeException e) {
            // the cause is left out: Jackson quotes its input, which may hold secrets
            throw new CaptureException("audit row " + row.seq() + " is not of this footprint ("
                    + e.getClass().getSimpleName() + ")");
        }
    }

    private static CaptureException foreign(Map<String, String> columns, String why, Exception cause) {
        return new CaptureException(
                "audit row " + columns.getOrDefault("seq", "?") + " is not of this footprint: " + why, cause);
    }

    /** A time as PostgreSQL writes it in ISO style and UTC. */
    static String time(Instant instant) {
        return instant.toString().replace('T', ' ').replace("Z", "+00");
    }

    /** The same time as {@link Instant} prints it: the fraction in groups of three digits. */
    private static String instant(String text) {
        int zone = text.length() - 3;
        if (zone < 19 || text.charAt(10) != ' ' || !text.endsWith("+00")) {
            throw new IllegalArgumentException("not a time in UTC: " + text);
        }
        int digits = Math.max(zone - 20, 0);
        return text.substring(0, 10) + 'T' + text.substring(11, zone) + "00".substring(0, (3 - digits % 3) % 3) + 'Z';
    }
}
