package io.pggit.core.plan.part;

import io.pggit.core.ddl.Access;
import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.CorruptFacts;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.uses.Identities;
import java.util.ArrayList;
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

/** Takes facts apart into {@linkplain Part parts} and finds what each uses. */
public final class Decomposition {
    private static final String[] NOT_OF_THE_OBJECT = {
        "columns",
        "column_order",
        "constraints",
        "indexes",
        "triggers",
        "policies",
        "rules",
        "statistics",
        "uses",
        "depends_on",
        "owner",
        "grants",
        "partition_of",
        "inherits",
        "owned_by"
    };

    /** What other kinds call columns, rules or members is theirs alone. */
    private static final Set<ObjectKind> MADE_OF_PARTS = EnumSet.of(
            ObjectKind.TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.SEQUENCE,
            ObjectKind.DOMAIN,
            ObjectKind.EXTENSION);

    private final SortedMap<ObjectId, Attributes> objects = new TreeMap<>();
    private final Map<String, ObjectId> byIdentity = new HashMap<>();
    private final SortedMap<PartId, Part> parts = new TreeMap<>();

    private Decomposition(SortedMap<ObjectId, Facts> facts) {
        facts.forEach((id, value) -> {
            objects.put(id, Attributes.of(value.view()));
            byIdentity.put(Identities.of(id), id);
        });
    }

    /**
     * One side of a plan.
     *
     * @throws CorruptFacts when an attribute that must be there is missing
     */
    public static Side of(SortedMap<ObjectId, Facts> facts) {
        Decomposition decomposition = new Decomposition(facts);
        decomposition.objects.forEach((id, attributes) -> {
            try {
                decomposition.takeApart(id, attributes);
            } catch (CorruptFacts e) {
                throw e.in(PartId.of(id).text());
            }
        });
        decomposition.relate();
        return new Side(decomposition.parts, decomposition.objects);
    }

    private void takeApart(ObjectId id, Attributes facts) {
        if (id.kind() == ObjectKind.DEFAULT_PRIVILEGES) {
            // its grants are what it is
            add(PartId.of(id), facts.without("uses", "depends_on"));
            return;
        }
        if (id.kind() == ObjectKind.FOREIGN_TABLE || !MADE_OF_PARTS.contains(id.kind())) {
            // has no rows here, so it is made anew as a whole
            add(PartId.of(id), facts.without("uses", "depends_on", "owner", "grants"));
            access(id, facts);
            return;
        }
        boolean table = id.kind() == ObjectKind.TABLE;
        Attributes own = facts.without(NOT_OF_THE_OBJECT);
        add(PartId.of(id), table || !facts.has("columns") ? own : viewAttributes(facts));
        access(id, facts);
        if (table) {
            facts.trees("columns").forEach((name, column) -> {
                add(new PartId(id, PartKind.COLUMN, name), column.without("default", "grants"));
                if (column.has("default")) {
                    add(new PartId(id, PartKind.DEFAULT, name), column.only("default"));
                }
            });
            if (facts.has("partition_of") || facts.has("inherits")) {
                add(PartId.of(id, PartKind.INHERITANCE), facts.only("partition_of", "inherits"));
            }
        }
        if (facts.has("owned_by")) {
            add(PartId.of(id, PartKind.OWNED_BY), facts.tree("owned_by"));
        }
        members(id, facts, "constraints", PartKind.CONSTRAINT);
        members(id, facts, "indexes", PartKind.INDEX);
        members(id, facts, "triggers", PartKind.TRIGGER);
        members(id, facts, "policies", PartKind.POLICY);
        members(id, facts, "rules", PartKind.RULE);
        members(id, facts, "statistics", PartKind.STATISTICS);
    }

    private static Attributes viewAttributes(Attributes facts) {
        List<String> hidden = new ArrayList<>(List.of(NOT_OF_THE_OBJECT));
        hidden.removeAll(List.of("columns", "column_order"));
        return facts.without(hidden.toArray(String[]::new));
    }

    private void access(ObjectId id, Attributes facts) {
        add(PartId.of(id, PartKind.ACCESS), Access.attributes(facts));
    }

    private void members(ObjectId id, Attributes facts, String group, PartKind kind) {
        facts.trees(group).forEach((name, member) -> {
            Attributes index = kind == PartKind.INDEX ? member : member.tree("index");
            add(new PartId(id, kind, name), member.without("depends_on"));
            index.text("partition_of")
                    .ifPresent(
                            parent -> add(new PartId(id, PartKind.ATTACHED_INDEX, name), index.only("partition_of")));
        });
    }

    private void add(PartId id, Attributes attributes) {
        parts.put(id, new Part(id, attributes, new TreeSet<>()));
    }

    private void relate() {
        for (Part part : List.copyOf(parts.values())) {
            parts.put(part.id(), part.using(recorded(part.id())));
        }
        UnrecordedUses.add(parts, objects);
    }

    /** What pg_depend says. */
    private SortedSet<PartId> recorded(PartId id) {
        Attributes uses = objects.get(id.object()).tree("uses");
        SortedSet<PartId> found = new TreeSet<>();
        for (String key : keys(id)) {
            for (String whole : uses.tree(key).names()) {
                found.addAll(resolve(id, whole, uses.tree(key).list(whole)));
            }
        }
        if (id.kind() != PartKind.OBJECT) {
            found.add(id.whole());
        }
        return found;
    }

    private List<String> keys(PartId id) {
        return switch (id.kind()) {
            case OBJECT -> id.object().kind() == ObjectKind.TABLE ? List.of("") : allKeysOfWhole(id);
            case COLUMN ->
                parts.get(id).attributes().has("generated")
                        ? List.of("column " + id.name(), "default " + id.name())
                        : List.of("column " + id.name());
            case DEFAULT -> List.of("default " + id.name());
            case CONSTRAINT -> List.of("constraint " + id.name());
            case INDEX -> List.of("index " + id.name());
            case TRIGGER -> List.of("trigger " + id.name());
            case POLICY -> List.of("policy " + id.name());
            case RULE -> List.of("rule " + id.name());
            case STATISTICS -> List.of("statistics " + id.name());
            case ACCESS, OWNED_BY, INHERITANCE, ATTACHED_INDEX -> List.of();
        };
    }

    /** The attributes of a composite type and the columns of a view are no parts. */
    private List<String> allKeysOfWhole(PartId id) {
        boolean whole = id.object().kind() == ObjectKind.FOREIGN_TABLE;
        return objects.get(id.object()).tree("uses").names().stream()
                .filter(key -> whole || key.isEmpty() || key.startsWith("column ") || key.startsWith("default "))
                .toList();
    }

    private SortedSet<PartId> resolve(PartId user, String whole, List<String> columns) {
        SortedSet<PartId> found = new TreeSet<>();
        Optional<ObjectId> object = whole.isEmpty()
                ? Optional.of(user.object())
                : Optional.ofNullable(byIdentity.get(Identities.spelled(whole)));
        object.ifPresent(id -> {
            boolean own = id.equals(user.object());
            if (!own) {
                found.add(PartId.of(id));
            }
            if (id.kind() == ObjectKind.TABLE && !(own && user.kind() == PartKind.OBJECT)) {
                columns.forEach(column -> found.add(new PartId(id, PartKind.COLUMN, column)));
            }
        });
        return found;
    }
}
