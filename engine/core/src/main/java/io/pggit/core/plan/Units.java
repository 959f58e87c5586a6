package io.pggit.core.plan;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.plan.part.PlanOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A tree by what people call an object: a table with the sequences its columns own. Everything else is a unit of its own.
 * Each unit has the name of one of its objects, its root.
 */
public final class Units {
    /** Kinds whose owner is worth a statement: that of the others is who makes them. */
    private static final Set<ObjectKind> OWNED = EnumSet.of(
            ObjectKind.SCHEMA,
            ObjectKind.TABLE,
            ObjectKind.FOREIGN_TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.SEQUENCE,
            ObjectKind.FUNCTION,
            ObjectKind.PROCEDURE,
            ObjectKind.TYPE,
            ObjectKind.DOMAIN);

    private final SortedMap<ObjectId, Facts> tree;
    /** Sequences of columns, and the tables that have them. */
    private final Map<ObjectId, ObjectId> owners = new HashMap<>();

    private final Map<ObjectId, List<ObjectId>> owned = new HashMap<>();

    /** The units of a tree, which must not change any more. */
    public Units(SortedMap<ObjectId, Facts> tree) {
        this.tree = tree;
        for (ObjectId id : tree.keySet()) {
            if (id.kind() == ObjectKind.SEQUENCE) {
                tree.get(id).ties().owner().filter(tree::containsKey).ifPresent(owner -> {
                    owners.put(id, owner);
                    owned.computeIfAbsent(owner, key -> new ArrayList<>()).add(id);
                });
            }
        }
    }

    /** The names of all units. */
    public SortedSet<ObjectId> names() {
        TreeSet<ObjectId> names = new TreeSet<>(tree.keySet());
        names.removeAll(owners.keySet());
        return names;
    }

    /** Whether a unit has this name. */
    public boolean contains(ObjectId root) {
        return tree.containsKey(root) && !owners.containsKey(root);
    }

    /** The unit an object is in; empty when the tree has no such object. */
    public Optional<ObjectId> root(ObjectId id) {
        return tree.containsKey(id) ? Optional.of(owners.getOrDefault(id, id)) : Optional.empty();
    }

    /** The facts of a unit; none when it is not there. */
    public SortedMap<ObjectId, Facts> facts(ObjectId root) {
        TreeMap<ObjectId, Facts> unit = new TreeMap<>();
        if (contains(root)) {
            unit.put(root, tree.get(root));
            owned.getOrDefault(root, List.of()).forEach(id -> unit.put(id, tree.get(id)));
        }
        return Collections.unmodifiableSortedMap(unit);
    }

    /** Whether a unit of this name is made of the same objects with the same facts in both trees. */
    public boolean hasAsIn(Units other, ObjectId root) {
        List<ObjectId> sequences = owned.getOrDefault(root, List.of());
        return sequences.equals(other.owned.getOrDefault(root, List.of()))
                && hasFactAsIn(other, root)
                && sequences.stream().allMatch(id -> hasFactAsIn(other, id));
    }

    private boolean hasFactAsIn(Units other, ObjectId id) {
        Facts facts = tree.get(id);
        return facts != null && facts.equals(other.tree.get(id));
    }

    /**
     * The statements that make a unit, given that what it depends on is there; without semicolons.
     *
     * @throws io.pggit.core.facts.CorruptFacts when facts lack an attribute every such object has
     */
    public List<String> create(ObjectId root, int serverVersion) {
        SortedMap<ObjectId, Facts> unit = facts(root);
        Optional<String> owner = Optional.ofNullable(unit.get(root))
                .map(facts -> facts.tree().path("owner").textValue());
        PlanOptions options = PlanOptions.forServer(serverVersion);
        List<String> statements = new ArrayList<>(
                Planner.plan(new TreeMap<>(), unit, owner.map(options::runBy).orElse(options))
                        .sql());
        owner.filter(role -> OWNED.contains(root.kind()))
                .ifPresent(role ->
                        statements.add("ALTER " + Names.statementTarget(root) + " OWNER TO " + Names.quoted(role)));
        return statements;
    }
}
