package io.pggit.capture.stream;

import io.pggit.core.audit.Lsn;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Puts Debezium's records together into whole changes. The END event of a transaction is made while its COMMIT message is
 * handled; the offset it carries has the place of that message, which is the commit's end LSN, and the commit time.
 * Used by Debezium's thread.
 */
final class DebeziumRecords {
    private static final String TRANSACTIONS = "pggit.transaction";
    private static final String MESSAGES = "pggit.message";
    private static final String ROWS = "pggit.pggit.ddl_audit";
    private static final Map<String, String> TAMPERING = Map.of("u", "UPDATE", "d", "DELETE", "t", "TRUNCATE");

    private final RowBuffer rows = new RowBuffer();
    private final Set<String> tampering = new TreeSet<>();
    private final RowCheck check = new RowCheck();
    private boolean inTransaction;

    /**
     * Takes one record.
     *
     * @param changes gets what it completed
     * @return the place before which everything was handed out, when this record is one to go on from
     */
    Optional<Lsn> take(SourceRecord record, Consumer<StreamedChange> changes) {
        Struct value = (Struct) record.value();
        if (record.topic().equals(TRANSACTIONS)) {
            inTransaction = value.getString("status").equals("BEGIN");
            if (!inTransaction) {
                end(record, changes);
            }
        } else if (record.topic().equals(MESSAGES)) {
            message(value, changes);
        } else if (record.topic().equals(ROWS)) {
            row(value);
        }
        return inTransaction ? Optional.empty() : offset(record, "lsn_commit").map(Lsn::new);
    }

    private void end(SourceRecord record, Consumer<StreamedChange> changes) {
        Lsn end = new Lsn(offset(record, "lsn_commit").orElseThrow());
        Instant committed = Instant.EPOCH.plus(offset(record, "ts_usec").orElseThrow(), ChronoUnit.MICROS);
        tampering.forEach(command -> changes.accept(new StreamedChange.Tampered(end, command)));
        tampering.clear();
        check.end(end, changes);
        if (!rows.isEmpty()) {
            changes.accept(new StreamedChange.Committed(rows.take(end, Optional.of(committed))));
        }
    }

    private static Optional<Long> offset(SourceRecord record, String name) {
        return Optional.ofNullable(record.sourceOffset().get(name))
                .map(Number.class::cast)
                .map(Number::longValue);
    }

    private void message(Struct value, Consumer<StreamedChange> changes) {
        Struct source = value.getStruct("source");
        Struct message = value.getStruct("message");
        boolean transactional = source.getInt64("txId") != null;
        String prefix = message.getString("prefix");
        if (transactional) {
            check.message(prefix, text(message.get("content")));
        } else if (prefix.equals(TransactionAssembler.QUESTION_PREFIX)) {
            changes.accept(new StreamedChange.Asked(new Lsn(source.getInt64("lsn")), text(message.get("content"))));
        } else if (prefix.equals(AttemptMessage.PREFIX)) {
            AttemptMessage.read(new Lsn(source.getInt64("lsn")), text(message.get("content")))
                    .ifPresent(changes);
        }
    }

    private void row(Struct value) {
        String operation = value.getString("op");
        if (operation.equals("c")) {
            Map<String, String> columns = columns(value.getStruct("after"));
            check.row(columns);
            rows.add(AuditColumns.writeChecked(columns));
        } else {
            tampering.add(TAMPERING.getOrDefault(operation, operation));
        }
    }

    private static Map<String, String> columns(Struct row) {
        Map<String, String> columns = new HashMap<>();
        for (Field field : row.schema().fields()) {
            Object value = row.getWithoutDefault(field.name());
            if (value != null) {
                columns.put(
                        field.name(),
                        "io.debezium.time.ZonedTimestamp".equals(field.schema().name())
                                ? AuditColumns.time(
                                        OffsetDateTime.parse(value.toString()).toInstant())
                                : text(value));
            }
        }
        return columns;
    }

    private static String text(Object value) {
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return value instanceof ByteBuffer bytes
                ? StandardCharsets.UTF_8.decode(bytes.duplicate()).toString()
                : value.toString();
    }
}
