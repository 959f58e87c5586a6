package io.pggit.kafka;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.audit.Actor;
import io.pggit.core.audit.Attempt;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.Finding;
import io.pggit.runtime.journal.DatabaseIdentity;
import io.pggit.runtime.journal.UndoneAttempt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What is to be said about the capture itself, {@code pggit.capture/v1}: findings, gaps and new incarnations, which are audit
 * rows and evidence, and attempts, which are neither. Its schema is the resource {@code capture-v1.schema.json}. Record and bytes
 * depend on the journal alone.
 */
final class CaptureRecord {
    private static final String TYPE_PREFIX = "io.pggit.capture.v1.";
    private static final String DATA_SCHEMA = "urn:pggit:schema:capture:v1";
    private static final int TEXT_LIMIT = 32 * 1024;
    private static final int NAME_LIMIT = 512;
    private static final int CLAIMS_LIMIT = 16;

    private CaptureRecord() {}

    /** The events of findings, in the order recorded; none for most commands. */
    static List<ProducerRecord<String, byte[]>> of(NumberedCommand command, String topic) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (AuditRow row : command.command().rows()) {
            row.evidence().finding().ifPresent(finding -> records.add(of(command, row, finding, topic)));
        }
        return records;
    }

    private static ProducerRecord<String, byte[]> of(
            NumberedCommand command, AuditRow row, Finding finding, String topic) {
        ObjectNode data = data(command.database(), command.incarnation(), finding.kind(), true);
        data.withObjectProperty("position").put("command", command.number()).put("seq", row.seq());
        data.put("object", bounded(finding.object(), TEXT_LIMIT))
                .put("details", bounded(finding.details(), TEXT_LIMIT));
        data.put("recorded", row.clocks().recorded().toString());
        putDate(finding, data);
        Map<String, String> attributes = attributes(
                command.database(),
                command.incarnation() + "-" + row.seq() + "-finding",
                finding.kind(),
                row.clocks().recorded().toString());
        attributes.put("sequence", "%020d".formatted(command.number()));
        attributes.put("correlationid", EventRecord.correlation(command));
        return record(topic, command.database(), attributes, data);
    }

    private static void putDate(Finding finding, ObjectNode data) {
        finding.since().ifPresent(time -> data.put("since", time.toString()));
        finding.by().ifPresent(role -> data.put("by", bounded(role, NAME_LIMIT)));
    }

    /** The event of an attempt that came to nothing. */
    static ProducerRecord<String, byte[]> of(
            DatabaseIdentity database, UUID incarnation, UndoneAttempt undone, String topic) {
        Attempt attempt = undone.attempt();
        ObjectNode data = data(database, incarnation, "attempt", false);
        data.withObjectProperty("position")
                .put("attempt", undone.number())
                .put("lsn", attempt.position().toString());
        data.put("recorded", attempt.clocks().recorded().toString()).put("command_tag", attempt.commandTag());
        putActor(attempt.actor(), data);
        data.putObject("time")
                .put("transaction", attempt.clocks().transaction().toString())
                .put("statement", attempt.clocks().statement().toString());
        attempt.statement().ifPresent(text -> data.putObject("statement").put("text", bounded(text, TEXT_LIMIT)));
        return record(
                topic,
                database,
                attributes(
                        database,
                        incarnation + "-attempt-" + undone.number(),
                        "attempt",
                        attempt.clocks().recorded().toString()),
                data);
    }

    private static ObjectNode data(DatabaseIdentity database, UUID incarnation, String kind, boolean evidence) {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("schema", "pggit.capture/v1")
                .put("kind", kind)
                .put("evidence", evidence);
        data.putObject("position").put("incarnation", incarnation.toString());
        data.putObject("database")
                .put("system_identifier", database.systemIdentifier())
                .put("oid", database.databaseOid())
                .put("name", database.databaseName());
        return data;
    }

    private static void putActor(Actor actor, ObjectNode data) {
        data.putObject("actor")
                .put("session_role", actor.sessionRole())
                .put("effective_role", actor.effectiveRole())
                .put("backend_pid", actor.backendPid())
                .put("backend_start", actor.backendStart().toString());
        ObjectNode origin = data.putObject("origin");
        actor.clientAddress().ifPresent(address -> origin.put("addr", address));
        actor.clientPort().ifPresent(port -> origin.put("port", port));
        ObjectNode claims = data.putObject("claims");
        claims.put("application_name", bounded(actor.applicationName(), NAME_LIMIT));
        actor.claims().entrySet().stream()
                .limit(CLAIMS_LIMIT)
                .forEach(claim -> claims.put(claim.getKey(), bounded(claim.getValue(), NAME_LIMIT)));
    }

    private static Map<String, String> attributes(DatabaseIdentity database, String id, String kind, String time) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", id);
        attributes.put("source", new EventSource(database).uri());
        attributes.put("type", TYPE_PREFIX + PercentEncoding.readable(kind));
        attributes.put("time", time);
        attributes.put("dataschema", DATA_SCHEMA);
        return attributes;
    }

    private static ProducerRecord<String, byte[]> record(
            String topic, DatabaseIdentity database, Map<String, String> attributes, ObjectNode data) {
        return EventRecord.of(topic, new EventSource(database).key(), attributes, PlainJson.bytes(data));
    }

    /** At most {@code limit} UTF-16 units, never half of a surrogate pair. */
    private static String bounded(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
    }
}
