package io.pggit.runtime;

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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** A made-up history of a schema: the same seed tells the same story. Knows what the tree must hold at each end. */
public final class SchemaStory {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05.123456Z");

    private final Random random;
    private final TreeMap<Long, ObjectId> alive = new TreeMap<>();
    private final TreeMap<ObjectId, Facts> tree = new TreeMap<>();
    private final List<AuditRow> rows = new ArrayList<>();
    private long seq;
    private long xid = 800;
    private long oid = 20_000;
    private String branch = "main";
    private String application = "psql";

    public SchemaStory(long seed) {
        random = new Random(seed);
    }

    /** What the tree of main holds after the transactions told so far. */
    public SortedMap<ObjectId, Facts> tree() {
        return tree;
    }

    /** A baseline of tables {@code t000001} and so on. */
    public AuditTransaction baseline(int tables) {
        for (int i = 0; i < tables; i++) {
            row(AuditEvent.BASELINE, "BASELINE", List.of(state(++oid, table(String.format("t%06d", i)))), List.of());
        }
        if (tables == 0) {
            row(AuditEvent.BASELINE, "BASELINE", List.of(), List.of());
        }
        return commit();
    }

    /** A baseline of everything that is there, as for somebody who begins now. */
    public AuditTransaction snapshot() {
        alive.forEach(
                (key, id) -> row(AuditEvent.BASELINE, "BASELINE", List.of(state(key, id, tree.get(id))), List.of()));
        return commit();
    }

    /** Some transactions of one to three commands: creations, alterations, renames, drops. */
    public List<AuditTransaction> transactions(int count) {
        List<AuditTransaction> transactions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            for (int commands = 1 + random.nextInt(3); commands > 0; commands--) {
                command();
            }
            transactions.add(commit());
        }
        return transactions;
    }

    /** One transaction that alters one table that is there. */
    public AuditTransaction alter() {
        long first = alive.firstKey();
        long key = alive.ceilingKey(first + random.nextInt((int) (alive.lastKey() - first) + 1));
        row(AuditEvent.DDL_COMMAND_END, "ALTER TABLE", List.of(state(key, alive.get(key))), List.of());
        return commit();
    }

    /** One transaction that makes a table. */
    public AuditTransaction create(String name) {
        row(AuditEvent.DDL_COMMAND_END, "CREATE TABLE", List.of(state(++oid, table(name))), List.of());
        return commit();
    }

    /** One transaction that drops a table. */
    public AuditTransaction drop(String name) {
        drop(key(name));
        return commit();
    }

    private long key(String name) {
        return alive.entrySet().stream()
                .filter(entry -> entry.getValue().name().equals(name))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /** From now on everything happens on this branch. */
    public SchemaStory on(String name) {
        branch = name;
        return this;
    }

    /** From now on sessions call themselves so. */
    public SchemaStory calledItself(String name) {
        application = name;
        return this;
    }

    /** One transaction that leaves one table with these columns, by attribute number, all of one type. */
    public AuditTransaction leave(long key, String name, SortedMap<Integer, String> columns, String type) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode().put("owner", "ann");
        TreeMap<String, Integer> numbers = new TreeMap<>();
        columns.forEach((number, column) -> {
            facts.withObject("/columns").putObject(column).put("type", type);
            facts.withArray("/column_order").add(column);
            numbers.put(column, number);
        });
        ObjectState.Described described =
                new ObjectState.Described(table(name), Facts.of(facts), new Parts(numbers, new TreeMap<>()));
        ObjectState state = new ObjectState(
                new ObjectKey(1259, key), "table", "public." + name, ObjectState.Cause.DIRECT, Optional.of(described));
        row(AuditEvent.DDL_COMMAND_END, "ALTER TABLE", List.of(state), List.of());
        return commit();
    }

    /** Number of the last row. */
    public long last() {
        return seq;
    }

    /** Adds a command that makes a table to the transaction that is being told. */
    public SchemaStory make(String name) {
        row(AuditEvent.DDL_COMMAND_END, "CREATE TABLE", List.of(state(++oid, table(name))), List.of());
        return this;
    }

    /** Adds a command that drops a table to the transaction that is being told. */
    public SchemaStory remove(String name) {
        drop(key(name));
        return this;
    }

    /** Adds what a function of pgGit did to the transaction that is being told. */
    public SchemaStory operation(String name, ObjectNode details) {
        row(AuditEvent.OPERATION, name, "PGGIT", List.of(), List.of(), Evidence.of(new Details(details)));
        return this;
    }

    /** Ends the transaction that is being told. */
    public AuditTransaction end() {
        return commit();
    }

    private void command() {
        int what = alive.isEmpty() ? 0 : random.nextInt(10);
        if (what < 4) {
            row(AuditEvent.DDL_COMMAND_END, "CREATE TABLE", List.of(state(++oid, freshName())), List.of());
        } else if (what < 8) {
            long key = pick();
            row(AuditEvent.DDL_COMMAND_END, "ALTER TABLE", List.of(state(key, alive.get(key))), List.of());
        } else if (what < 9) {
            row(AuditEvent.DDL_COMMAND_END, "ALTER TABLE", List.of(state(pick(), freshName())), List.of());
        } else {
            drop(pick());
        }
    }

    private void drop(long key) {
        ObjectId id = alive.remove(key);
        tree.remove(id);
        DroppedObject dropped =
                new DroppedObject(new ObjectKey(1259, key), 0, "table", id.name(), ObjectState.Cause.DIRECT);
        row(AuditEvent.SQL_DROP, "DROP TABLE", List.of(), List.of(dropped));
        row(AuditEvent.DDL_COMMAND_END, "DROP TABLE", List.of(), List.of());
    }

    private long pick() {
        return new ArrayList<>(alive.keySet()).get(random.nextInt(alive.size()));
    }

    private ObjectId freshName() {
        String[] names = {"users", "Orders", "a b", "ünïcode", "x/y", "line\nbreak"};
        return table(names[random.nextInt(names.length)] + "_" + seq);
    }

    private static ObjectId table(String name) {
        return new ObjectId(ObjectKind.TABLE, Optional.of("public"), name, Optional.empty());
    }

    private ObjectState state(long key, ObjectId id) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode().put("owner", "ann");
        for (int i = 1; i <= 5; i++) {
            facts.withObject("/columns").putObject("c" + i).put("type", "numeric(10," + random.nextInt(9) + ")");
            facts.withArray("/column_order").add("c" + i);
        }
        facts.put("comment", "seen in row " + seq);
        Optional.ofNullable(alive.put(key, id)).ifPresent(tree::remove);
        tree.put(id, Facts.of(facts));
        return state(key, id, tree.get(id));
    }

    private static ObjectState state(long key, ObjectId id, Facts facts) {
        TreeMap<String, Integer> columns = new TreeMap<>();
        for (int i = 1; i <= 5; i++) {
            columns.put("c" + i, i);
        }
        TreeMap<String, SortedMap<String, ObjectKey>> members = new TreeMap<>();
        members.put("constraints", new TreeMap<>(java.util.Map.of("pk", new ObjectKey(2606, key + 1_000_000))));
        return new ObjectState(
                new ObjectKey(1259, key),
                "table",
                "public." + id.name(),
                ObjectState.Cause.DIRECT,
                Optional.of(new ObjectState.Described(id, facts, new Parts(columns, members))));
    }

    private void row(AuditEvent event, String tag, List<ObjectState> objects, List<DroppedObject> dropped) {
        String operation = event == AuditEvent.BASELINE ? "baseline" : "ddl";
        row(event, operation, tag, objects, dropped, Evidence.UNKNOWN);
    }

    private void row(
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
                new Actor("ann", "ann", application, Optional.of("::1"), OptionalInt.of(7), 42, START, new TreeMap<>()),
                new Clocks(now, now, now),
                Optional.of(tag + " number " + seq),
                Optional.empty(),
                objects,
                dropped,
                Optional.empty(),
                branch,
                180006,
                "1.0.0",
                evidence));
    }

    private AuditTransaction commit() {
        AuditTransaction transaction =
                new AuditTransaction(new Lsn(1_000 + 10 * seq), xid++, Optional.of(START.plusSeconds(seq)), rows);
        rows.clear();
        return transaction;
    }
}
