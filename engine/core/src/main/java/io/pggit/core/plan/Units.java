package io.pggit.core.plan;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.plan.part.PlanOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
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

    private final SortedMap<ObjectId, SortedMap<ObjectId, Facts>> units = new TreeMap<>();
    private final SortedMap<ObjectId, ObjectId> roots = new TreeMap<>();

    /** The units of a tree. */
    public Units(SortedMap<ObjectId, Facts> tree) {
        tree.forEach((id, facts) -> {
            ObjectId root = owner(id, facts).filter(tree::containsKey).orElse(id);
            roots.put(id, root);
            units.computeIfAbsent(root, key -> new TreeMap<>()).put(id, facts);
        });
    }

    private static Optional<ObjectId> owner(ObjectId id, Facts facts) {
        return id.kind() == ObjectKind.SEQUENCE ? facts.ties().owner() : Optional.empty();
    }

    /** The names of all units. */
    public SortedSet<ObjectId> names() {
        return new TreeSet<>(units.keySet());
    }

    /** The unit an object is in; empty when the tree has no such object. */
    public Optional<ObjectId> root(ObjectId id) {
        return Optional.ofNullable(roots.get(id));
    }

    /** The facts of a unit; none when it is not there. */
    public SortedMap<ObjectId, Facts> facts(ObjectId root) {
        return Collections.unmodifiableSortedMap(units.getOrDefault(root, Collections.emptySortedMap()));
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
