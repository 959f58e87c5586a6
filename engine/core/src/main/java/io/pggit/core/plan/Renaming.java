package io.pggit.core.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.fold.Rename;
import io.pggit.core.labels.RenamedLabels;
import io.pggit.core.labels.SpelledLabels;
import io.pggit.core.plan.PlannedStatement.Action;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.PlanOptions;
import io.pggit.core.plan.part.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Renames that history knows of, and those of labels: the statements that carry them out, and the facts as they are afterwards. A
 * rename whose new name is taken, or whose old one nobody has, is left out; the plan then drops and creates.
 */
final class Renaming {
    private final List<PlannedStatement> statements = new ArrayList<>();
    private final PlanOptions options;
    private final List<Rename> renames;
    private final SortedMap<ObjectId, Facts> unaffected;
    private final SortedMap<ObjectId, Facts> after;
    private SortedMap<ObjectId, Facts> facts;

    /** {@code unaffected} are objects that use nothing that is renamed, though their texts may have words like it. */
    Renaming(
            SortedMap<ObjectId, Facts> before,
            SortedMap<ObjectId, Facts> after,
            Set<ObjectId> unaffected,
            List<Rename> renames,
            PlanOptions options) {
        this.facts = new TreeMap<>(before);
        this.after = after;
        this.unaffected = new TreeMap<>(before);
        this.options = options;
        this.renames = renames;
        this.facts.keySet().removeAll(unaffected);
        this.unaffected.keySet().retainAll(unaffected);
        // a schema takes what is in it along
        renames.stream().filter(Renaming::ofSchema).forEach(this::object);
        renames.stream()
                .filter(rename -> rename.ofWholeObject() && !ofSchema(rename))
                .forEach(this::object);
        renames.stream().filter(rename -> !rename.ofWholeObject()).forEach(this::part);
        List.copyOf(facts.keySet()).stream()
                .filter(id -> id.kind() == ObjectKind.TYPE && after.containsKey(id))
                .forEach(this::labels);
    }

    private static boolean ofSchema(Rename rename) {
        return rename.ofWholeObject() && rename.object().kind() == ObjectKind.SCHEMA;
    }

    /** The facts once the statements have run. */
    SortedMap<ObjectId, Facts> facts() {
        SortedMap<ObjectId, Facts> all = new TreeMap<>(facts);
        all.putAll(unaffected);
        return all;
    }

    List<PlannedStatement> statements() {
        return statements;
    }

    private void object(Rename rename) {
        ObjectId to = rename.object();
        Optional<ObjectId> from = facts.keySet().stream()
                .filter(id -> id.kind() == to.kind() && Names.qualified(id).equals(rename.from()))
                .findFirst();
        if (from.isEmpty() || facts.containsKey(to)) {
            return;
        }
        ObjectId old = from.get();
        ObjectId moved = new ObjectId(old.kind(), to.schema(), old.name(), old.signature());
        if (!old.schema().equals(to.schema()) && !goesWithItsTable(old, to)) {
            release(old, to);
            String schema = to.schema().orElseThrow();
            makeSchema(schema);
            add(to, "ALTER " + Names.statementTarget(old) + " SET SCHEMA " + Names.quoted(schema));
        }
        if (!old.name().equals(to.name())) {
            add(to, "ALTER " + Names.statementTarget(moved) + " RENAME TO " + Names.quoted(to.name()));
        }
        facts = RenamedFacts.object(facts, old, to, options);
    }

    /** The sequence of a column goes where its table goes. */
    private boolean goesWithItsTable(ObjectId sequence, ObjectId to) {
        return facts.get(sequence).ties().owner().stream()
                .anyMatch(owner -> owner.schema().equals(to.schema())
                        || renames.stream()
                                .anyMatch(rename -> rename.object().kind() == owner.kind()
                                        && rename.from().equals(Names.qualified(owner))
                                        && rename.object().schema().equals(to.schema())));
    }

    /** PostgreSQL moves no sequence that belongs to a column. */
    private void release(ObjectId sequence, ObjectId to) {
        ObjectNode tree = facts.get(sequence).tree();
        if (tree.has("owned_by")) {
            Step step = Step.of("ALTER " + Names.statementTarget(sequence) + " OWNED BY NONE");
            statements.add(PlannedStatement.of(step, to, Action.ALTER));
            tree.remove("owned_by");
            facts.put(sequence, Facts.of(tree));
        }
    }

    /** One that is new is made before anything moves into it. */
    private void makeSchema(String name) {
        ObjectId schema = new ObjectId(ObjectKind.SCHEMA, Optional.empty(), name, Optional.empty());
        Facts made = after.get(schema);
        if (made != null && !facts.containsKey(schema) && !unaffected.containsKey(schema)) {
            statements.addAll(Planner.plan(new TreeMap<>(), new TreeMap<>(Map.of(schema, made)), options)
                    .statements());
            facts.put(schema, made);
        }
    }

    private void part(Rename rename) {
        ObjectId object = rename.object();
        if (!facts.containsKey(object)) {
            return;
        }
        String table = "ALTER " + Names.statementTarget(object);
        String from = Names.quoted(rename.from());
        String to = Names.quoted(rename.to());
        Optional<String> sql = switch (rename.what()) {
            case "column" ->
                Optional.of(table
                        + (Attributes.of(facts.get(object).tree()).has("attributes")
                                ? " RENAME ATTRIBUTE "
                                : " RENAME COLUMN ")
                        + from + " TO " + to);
            case "constraint" -> Optional.of(table + " RENAME CONSTRAINT " + from + " TO " + to);
            case "index" ->
                Optional.of("ALTER INDEX " + object.schema().map(Names::quoted).orElse("") + "." + from + " RENAME TO "
                        + to);
            case "trigger", "policy", "rule" ->
                Optional.of("ALTER " + rename.what().toUpperCase(Locale.ROOT) + " " + from + " ON "
                        + Names.qualified(object) + " RENAME TO " + to);
            default -> Optional.empty();
        };
        if (sql.isPresent() && RenamedFacts.has(facts.get(object), rename)) {
            add(object, sql.get());
            facts = RenamedFacts.part(facts, rename, options);
        }
    }

    /** History knows nothing of labels, so what they are on both sides has to tell. */
    private void labels(ObjectId type) {
        SortedMap<String, String> renamed = RenamedLabels.between(
                Attributes.of(facts.get(type).view()).list("labels"),
                Attributes.of(after.get(type).view()).list("labels"));
        if (!renamed.isEmpty()) {
            renamed.forEach((from, to) -> add(
                    type,
                    "ALTER " + Names.statementTarget(type) + " RENAME VALUE " + Names.literal(from) + " TO "
                            + Names.literal(to)));
            facts = SpelledLabels.in(facts, type, renamed);
        }
    }

    private void add(ObjectId object, String sql) {
        boolean rows = object.kind() == ObjectKind.TABLE || object.kind() == ObjectKind.MATERIALIZED_VIEW;
        boolean index = sql.startsWith("ALTER INDEX ");
        Step step = Step.of(sql).locks(rows && !index ? LockMode.ACCESS_EXCLUSIVE : LockMode.NONE);
        statements.add(PlannedStatement.of(step, object, Action.RENAME));
    }
}
