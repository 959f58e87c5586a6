package io.pggit.core.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Audit rows as JSON: a member per column of {@code pggit.ddl_audit}, times as ISO 8601 in UTC. This is what the
 * journal keeps and what every carrier of the rows is turned into first, so that all of them yield the same row.
 * {@code read(write(row))} equals {@code row}.
 */
public final class AuditRowJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AuditRowJson() {}

    /**
     * Reads one row.
     *
     * @throws IllegalArgumentException when a required member is absent or of another type; names the member
     */
    public static AuditRow read(JsonNode row) {
        return new AuditRow(
                row.required("seq").longValue(),
                row.required("xid").longValue(),
                row.required("operation").textValue(),
                AuditEvent.of(row.required("event").textValue()),
                row.required("command_tag").textValue(),
                actor(row),
                new Clocks(instant(row, "transaction_at"), instant(row, "statement_at"), instant(row, "recorded_at")),
                text(row, "statement"),
                text(row, "context"),
                list(row, "objects", AuditRowJson::objectState),
                list(row, "dropped", AuditRowJson::dropped),
                row.hasNonNull("rewrite") ? Optional.of(AuditRow.Rewrite.of(row.get("rewrite"))) : Optional.empty(),
                row.required("branch").textValue(),
                row.required("server_version").intValue(),
                row.required("footprint_version").textValue(),
                EvidenceJson.evidence(row));
    }

    private static Actor actor(JsonNode row) {
        TreeMap<String, String> claims = new TreeMap<>();
        row.path("claims")
                .properties()
                .forEach(claim -> claims.put(claim.getKey(), claim.getValue().textValue()));
        return new Actor(
                row.required("session_role").textValue(),
                row.required("effective_role").textValue(),
                row.required("application_name").textValue(),
                text(row, "client_addr"),
                row.hasNonNull("client_port")
                        ? OptionalInt.of(row.get("client_port").intValue())
                        : OptionalInt.empty(),
                row.required("backend_pid").intValue(),
                instant(row, "backend_start"),
                EvidenceJson.login(row),
                claims);
    }

    private static ObjectState objectState(JsonNode node) {
        return object(node, ObjectState.Cause.of(node.required("cause").textValue()));
    }

    /**
     * Reads an object as {@code pggit.describe} tells it, which does not know the cause.
     *
     * @throws IllegalArgumentException when a required member is absent; names the member
     */
    public static ObjectState object(JsonNode node, ObjectState.Cause cause) {
        Optional<ObjectState.Described> described = node.hasNonNull("facts")
                ? Optional.of(new ObjectState.Described(
                        new ObjectId(
                                ObjectKind.of(node.required("kind").textValue()),
                                text(node, "schema"),
                                node.required("name").textValue(),
                                text(node, "signature")),
                        Facts.of(node.get("facts")),
                        parts(node.path("parts"))))
                : Optional.empty();
        return new ObjectState(
                key(node),
                node.required("type").textValue(),
                node.required("identity").textValue(),
                cause,
                described);
    }

    private static Parts parts(JsonNode node) {
        TreeMap<String, Integer> columns = new TreeMap<>();
        TreeMap<String, SortedMap<String, ObjectKey>> members = new TreeMap<>();
        node.properties().forEach(group -> {
            if (group.getKey().equals("columns")) {
                group.getValue()
                        .properties()
                        .forEach(column ->
                                columns.put(column.getKey(), column.getValue().intValue()));
            } else {
                TreeMap<String, ObjectKey> keys = new TreeMap<>();
                group.getValue().properties().forEach(part -> keys.put(part.getKey(), key(part.getValue())));
                members.put(group.getKey(), keys);
            }
        });
        return new Parts(columns, members);
    }

    private static DroppedObject dropped(JsonNode node) {
        return new DroppedObject(
                key(node),
                node.required("objsubid").intValue(),
                node.required("type").textValue(),
                node.required("identity").textValue(),
                ObjectState.Cause.of(node.required("cause").textValue()));
    }

    private static ObjectKey key(JsonNode node) {
        return new ObjectKey(
                node.required("classid").longValue(), node.required("objid").longValue());
    }

    private static Optional<String> text(JsonNode node, String member) {
        return Optional.ofNullable(node.path(member).textValue());
    }

    private static Instant instant(JsonNode node, String member) {
        return Instant.parse(node.required(member).textValue());
    }

    private static <T> List<T> list(JsonNode row, String member, Function<JsonNode, T> reader) {
        List<T> list = new ArrayList<>();
        row.path(member).forEach(node -> list.add(reader.apply(node)));
        return list;
    }

    /** Writes one row; members that are absent are left out. */
    public static ObjectNode write(AuditRow row) {
        ObjectNode node = JSON.objectNode()
                .put("seq", row.seq())
                .put("xid", row.xid())
                .put("operation", row.operation())
                .put("event", row.event().text())
                .put("command_tag", row.commandTag());
        write(row.actor(), node);
        node.put("transaction_at", row.clocks().transaction().toString())
                .put("statement_at", row.clocks().statement().toString())
                .put("recorded_at", row.clocks().recorded().toString());
        row.statement().ifPresent(statement -> node.put("statement", statement));
        row.context().ifPresent(context -> node.put("context", context));
        ArrayNode objects = node.putArray("objects");
        row.objects().forEach(object -> objects.add(write(object)));
        ArrayNode dropped = node.putArray("dropped");
        row.dropped()
                .forEach(object -> dropped.add(write(object.key())
                        .put("objsubid", object.subId())
                        .put("type", object.type())
                        .put("identity", object.identity())
                        .put("cause", object.cause().text())));
        row.rewrite()
                .ifPresent(rewrite -> node.putObject("rewrite")
                        .put("objid", rewrite.key().oid())
                        .put("reasons", rewrite.reasons()));
        node.put("branch", row.branch())
                .put("server_version", row.serverVersion())
                .put("footprint_version", row.footprintVersion());
        EvidenceJson.write(row.evidence(), node);
        return node;
    }

    private static void write(Actor actor, ObjectNode node) {
        node.put("session_role", actor.sessionRole())
                .put("effective_role", actor.effectiveRole())
                .put("application_name", actor.applicationName());
        actor.clientAddress().ifPresent(address -> node.put("client_addr", address));
        actor.clientPort().ifPresent(port -> node.put("client_port", port));
        node.put("backend_pid", actor.backendPid())
                .put("backend_start", actor.backendStart().toString());
        ObjectNode claims = node.putObject("claims");
        actor.claims().forEach(claims::put);
        EvidenceJson.write(actor.login(), node);
    }

    private static ObjectNode write(ObjectState object) {
        ObjectNode node = write(object.key())
                .put("type", object.type())
                .put("identity", object.identity())
                .put("cause", object.cause().text());
        object.described().ifPresent(described -> {
            ObjectId id = described.id();
            node.put("kind", id.kind().text());
            id.schema().ifPresent(schema -> node.put("schema", schema));
            node.put("name", id.name());
            id.signature().ifPresent(signature -> node.put("signature", signature));
            node.set("facts", described.facts().tree());
            node.set("parts", write(described.parts()));
        });
        return node;
    }

    private static ObjectNode write(Parts parts) {
        ObjectNode node = JSON.objectNode();
        if (!parts.columns().isEmpty()) {
            ObjectNode columns = node.putObject("columns");
            parts.columns().forEach(columns::put);
        }
        parts.members().forEach((group, keys) -> {
            ObjectNode members = node.putObject(group);
            keys.forEach((name, key) -> members.set(name, write(key)));
        });
        return node;
    }

    private static ObjectNode write(ObjectKey key) {
        return JSON.objectNode().put("classid", key.classId()).put("objid", key.oid());
    }
}
