package io.pggit.kafka;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.audit.Actor;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.DroppedObject;
import io.pggit.core.audit.ObjectKey;
import io.pggit.core.audit.ObjectState;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The data of an event, {@code pggit.ddl/v1}; its schema is the resource {@code ddl-v1.schema.json}. Never larger than
 * {@link #LIMIT_BYTES}: what has to be left out is named in {@code truncated}.
 */
final class EventBody {
    /** A quarter of what a broker takes by default, so that no event can stop the events behind it. */
    static final int LIMIT_BYTES = 256 * 1024;

    // Limits of text are in UTF-16 units, which take up to six bytes each: the last bounds fit whatever is in the text.
    private static final int CONTEXT_LIMIT = 4 * 1024;
    private static final int DETAILS_LIMIT = 4 * 1024;
    private static final int CLAIM_LIMIT = 256;
    private static final int CLAIMS_LIMIT = 16;
    private static final List<Bounds> BOUNDS = List.of(
            new Bounds(true, Integer.MAX_VALUE, LIMIT_BYTES),
            new Bounds(false, 1_000, 64 * 1024),
            new Bounds(false, 100, 24 * 1024),
            new Bounds(false, 0, 24 * 1024));

    private final NumberedCommand command;
    private final Bounds bounds;
    private final Set<String> truncated = new TreeSet<>();

    private EventBody(NumberedCommand command, Bounds bounds) {
        this.command = command;
        this.bounds = bounds;
    }

    private record Bounds(boolean facts, int objects, int statement) {}

    /** The bytes of the data; the same command gives the same bytes. */
    static byte[] of(NumberedCommand command) {
        byte[] data = {};
        for (Bounds bounds : BOUNDS) {
            data = PlainJson.bytes(new EventBody(command, bounds).tree());
            if (data.length <= LIMIT_BYTES) {
                return data;
            }
        }
        throw new IllegalStateException("command " + command.number() + " makes an event of " + data.length + " bytes");
    }

    private ObjectNode tree() {
        AuditRow closing = command.command().closing();
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("schema", "pggit.ddl/v1");
        data.putObject("position")
                .put("incarnation", command.incarnation().toString())
                .put("transaction", command.transactionIndex())
                .put("command", command.number())
                .put("seq", closing.seq());
        data.putObject("database")
                .put("system_identifier", command.database().systemIdentifier())
                .put("oid", command.database().databaseOid())
                .put("name", command.database().databaseName())
                .put("server_version", closing.serverVersion());
        data.put("operation", closing.operation()).put("branch", bounded("branch", closing.branch(), CLAIM_LIMIT));
        data.put("command_tag", command.command().tag())
                .put("kind", command.command().kind().text());
        putActor(data, closing.actor());
        putTransaction(data.putObject("txn"));
        putTimes(data.putObject("time"), closing);
        putStatement(data, closing);
        closing.evidence().details().ifPresent(details -> putDetails(data, details.tree()));
        putObjects(data);
        if (!truncated.isEmpty()) {
            ArrayNode names = data.putArray("truncated");
            truncated.forEach(names::add);
        }
        return data;
    }

    private void putActor(ObjectNode data, Actor actor) {
        data.putObject("actor")
                .put("session_role", actor.sessionRole())
                .put("effective_role", actor.effectiveRole())
                .put("backend_pid", actor.backendPid())
                .put("backend_start", actor.backendStart().toString());
        ObjectNode origin = data.putObject("origin");
        actor.clientAddress().ifPresent(address -> origin.put("addr", address));
        actor.clientPort().ifPresent(port -> origin.put("port", port));
        // Whatever a session says about itself, apart from what the server knows about it.
        ObjectNode claims = data.putObject("claims");
        claims.put("application_name", bounded("claims", actor.applicationName(), CLAIM_LIMIT));
        actor.claims().entrySet().stream()
                .limit(CLAIMS_LIMIT)
                .forEach(claim -> claims.put(
                        bounded("claims", claim.getKey(), CLAIM_LIMIT),
                        bounded("claims", claim.getValue(), CLAIM_LIMIT)));
        if (actor.claims().size() > CLAIMS_LIMIT) {
            truncated.add("claims");
        }
    }

    private void putTransaction(ObjectNode txn) {
        // As text: a reader that knows only double numbers would round it.
        txn.put("xid", Long.toUnsignedString(command.transaction().xid()));
        // A transaction read from the table has no commit record, only a place up to which the table was read.
        command.transaction()
                .committedAt()
                .ifPresent(
                        at -> txn.put("commit_lsn", command.transaction().end().toString())
                                .put("committed_at", at.toString()));
        txn.put("count", command.count()).put("ord", command.command().ordinal());
    }

    private static void putTimes(ObjectNode time, AuditRow closing) {
        time.put("transaction", closing.clocks().transaction().toString())
                .put("statement", closing.clocks().statement().toString())
                .put("recorded", closing.clocks().recorded().toString());
    }

    private void putStatement(ObjectNode data, AuditRow closing) {
        ObjectNode statement = data.putObject("statement");
        closing.statement().ifPresent(text -> statement.put("text", bounded("statement", text, bounds.statement())));
        closing.context().ifPresent(text -> statement.put("context", bounded("context", text, CONTEXT_LIMIT)));
    }

    /** Whole or not at all: a part would be no JSON. */
    private void putDetails(ObjectNode data, ObjectNode details) {
        if (details.toString().length() <= DETAILS_LIMIT) {
            data.set("details", details);
        } else {
            truncated.add("details");
        }
    }

    private void putObjects(ObjectNode data) {
        int limit = bounds.objects();
        ArrayNode objects = data.putArray("objects");
        command.command().objects().stream().limit(limit).forEach(object -> objects.add(object(object)));
        ArrayNode dropped = data.putArray("dropped");
        command.command().dropped().stream().limit(limit).forEach(object -> dropped.add(dropped(object)));
        List<AuditRow.Rewrite> all = command.command().rows().stream()
                .flatMap(row -> row.rewrite().stream())
                .toList();
        ArrayNode rewrites = data.putArray("rewrites");
        all.stream()
                .limit(limit)
                .forEach(rewrite -> rewrites.add(key(rewrite.key()).put("reasons", rewrite.reasons())));
        noteOmission("objects", command.command().objects().size(), limit);
        noteOmission("dropped", command.command().dropped().size(), limit);
        noteOmission("rewrites", all.size(), limit);
        data.putObject("totals")
                .put("objects", command.command().objects().size())
                .put("dropped", command.command().dropped().size());
    }

    private void noteOmission(String what, int total, int limit) {
        if (total > limit) {
            truncated.add(what);
        }
    }

    private ObjectNode object(ObjectState state) {
        ObjectNode node = key(state.key())
                .put("type", state.type())
                .put("identity", state.identity())
                .put("cause", state.cause().text());
        if (state.described().isEmpty()) {
            return node.put("unmodelled", true);
        }
        ObjectState.Described described = state.described().get();
        node.put("kind", described.id().kind().text());
        described.id().schema().ifPresent(schema -> node.put("schema", schema));
        node.put("name", described.id().name());
        described.id().signature().ifPresent(signature -> node.put("signature", signature));
        if (bounds.facts()) {
            node.set("facts", described.facts().tree());
        } else {
            truncated.add("facts");
        }
        return node;
    }

    private static ObjectNode dropped(DroppedObject object) {
        return key(object.key())
                .put("subid", object.subId())
                .put("type", object.type())
                .put("identity", object.identity())
                .put("cause", object.cause().text());
    }

    private static ObjectNode key(ObjectKey key) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("classid", key.classId())
                .put("oid", key.oid());
    }

    /** At most {@code limit} UTF-16 units, never half of a surrogate pair. */
    private String bounded(String what, String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        truncated.add(what);
        return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
    }
}
