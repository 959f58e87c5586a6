package io.pggit.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.audit.Actor;
import io.pggit.core.audit.AuditEvent;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Clocks;
import io.pggit.core.audit.Details;
import io.pggit.core.audit.DroppedObject;
import io.pggit.core.audit.Evidence;
import io.pggit.core.audit.Lsn;
import io.pggit.core.audit.ObjectKey;
import io.pggit.core.audit.ObjectState;
import io.pggit.core.audit.Parts;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Builds audit transactions for tests: rows are added in order, {@link #commit} ends the transaction. */
public final class Rows {
    public static final Instant START = Instant.parse("2026-01-02T03:04:05.123456Z");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    public Actor actor = actor("ann", "ann", "psql", new TreeMap<>());
    public String branch = "main";
    public String statement = "statement";
    private final List<AuditRow> rows = new ArrayList<>();
    private long seq;
    private long xid = 700;

    public static Actor actor(String session, String effective, String application, Map<String, String> claims) {
        return new Actor(
                session,
                effective,
                application,
                Optional.of("10.0.0.1"),
                OptionalInt.of(5432),
                42,
                START,
                new TreeMap<>(claims));
    }

    public static ObjectId table(String name) {
        return new ObjectId(ObjectKind.TABLE, Optional.of("public"), name, Optional.empty());
    }

    /** Facts with one member. */
    public static Facts facts(String name, String value) {
        return Facts.of(JSON.objectNode().put(name, value));
    }

    /** Facts of a table with columns of these names, and indexes of these names. */
    public static Facts columns(List<String> columns, String... indexes) {
        ObjectNode facts = JSON.objectNode();
        ObjectNode of = facts.putObject("columns");
        columns.forEach(column -> of.putObject(column).put("type", "text"));
        columns.forEach(facts.putArray("column_order")::add);
        for (String index : indexes) {
            facts.withObject("/indexes").putObject(index).put("definition", "CREATE INDEX " + index);
        }
        return Facts.of(facts);
    }

    public static Parts parts(Map<String, Integer> columns, Map<String, Long> indexes) {
        TreeMap<String, ObjectKey> keys = new TreeMap<>();
        indexes.forEach((name, oid) -> keys.put(name, relation(oid)));
        SortedMap<String, SortedMap<String, ObjectKey>> members = new TreeMap<>();
        if (!keys.isEmpty()) {
            members.put("indexes", keys);
        }
        return new Parts(new TreeMap<>(columns), members);
    }

    public static ObjectKey relation(long oid) {
        return new ObjectKey(1259, oid);
    }

    public static ObjectState object(long oid, ObjectId id, Facts facts, Parts parts) {
        return new ObjectState(
                relation(oid),
                id.kind().text(),
                id.schema().map(schema -> schema + ".").orElse("") + id.name(),
                ObjectState.Cause.DIRECT,
                Optional.of(new ObjectState.Described(id, facts, parts)));
    }

    public static ObjectState unmodelled(long oid, String type, String identity) {
        return new ObjectState(new ObjectKey(9999, oid), type, identity, ObjectState.Cause.DIRECT, Optional.empty());
    }

    public static DroppedObject dropped(long oid, int column, String type, String identity) {
        return new DroppedObject(relation(oid), column, type, identity, ObjectState.Cause.DIRECT);
    }

    /** A command that left these objects. */
    public Rows command(String tag, ObjectState... objects) {
        return row(AuditEvent.DDL_COMMAND_END, tag, List.of(objects), List.of());
    }

    /** The row that goes before a command which dropped these objects. */
    public Rows drop(String tag, DroppedObject... objects) {
        return row(AuditEvent.SQL_DROP, tag, List.of(), List.of(objects));
    }

    public Rows baseline(ObjectState... objects) {
        return row(AuditEvent.BASELINE, "BASELINE", List.of(objects), List.of());
    }

    /** Number of the last row. */
    public long last() {
        return seq;
    }

    /** A function of pgGit did something; {@code details} as JSON. */
    public Rows operation(String name, String details) {
        try {
            ObjectNode tree = (ObjectNode) new ObjectMapper().readTree(details);
            return row(AuditEvent.OPERATION, name, "PGGIT", List.of(), List.of(), Evidence.of(new Details(tree)));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    private Rows row(AuditEvent event, String tag, List<ObjectState> objects, List<DroppedObject> dropped) {
        String operation = event == AuditEvent.BASELINE ? "baseline" : "ddl";
        return row(event, operation, tag, objects, dropped, Evidence.UNKNOWN);
    }

    private Rows row(
            AuditEvent event,
            String operation,
            String tag,
            List<ObjectState> objects,
            List<DroppedObject> dropped,
            Evidence evidence) {
        seq++;
        Instant now = START.plusSeconds(seq);
        rows.add(new AuditRow(
                seq,
                xid,
                operation,
                event,
                tag,
                actor,
                new Clocks(now, now, now.plusMillis(5)),
                operation.equals("ddl") ? Optional.of(statement) : Optional.empty(),
                Optional.empty(),
                objects,
                dropped,
                Optional.empty(),
                branch,
                180006,
                "1.0.0",
                evidence));
        return this;
    }

    public AuditTransaction commit() {
        AuditTransaction transaction =
                new AuditTransaction(new Lsn(1000 + seq), xid, Optional.of(START.plusSeconds(seq)), rows);
        rows.clear();
        xid++;
        return transaction;
    }
}
