package io.pggit.core.plan.part;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.CorruptFacts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Uses that follow from the attributes of parts: keys behind foreign keys, partitions and their indexes, ownership. */
final class UnrecordedUses {
    private final SortedMap<PartId, Part> parts;
    private final SortedMap<ObjectId, Attributes> objects;
    private final Map<String, ObjectId> tables = new HashMap<>();
    private final Map<String, PartId> indexes = new HashMap<>();

    private UnrecordedUses(SortedMap<PartId, Part> parts, SortedMap<ObjectId, Attributes> objects) {
        this.parts = parts;
        this.objects = objects;
        objects.keySet().stream()
                .filter(id -> id.kind() == ObjectKind.TABLE)
                .forEach(id -> tables.put(Names.qualified(id), id));
        parts.keySet().stream()
                .filter(id -> id.kind() == PartKind.INDEX || id.kind() == PartKind.CONSTRAINT)
                .forEach(id -> indexes.put(
                        id.object().schema().map(Names::quoted).orElse("") + "." + Names.quoted(id.name()), id));
    }

    static void add(SortedMap<PartId, Part> parts, SortedMap<ObjectId, Attributes> objects) {
        UnrecordedUses uses = new UnrecordedUses(parts, objects);
        for (Part part : List.copyOf(parts.values())) {
            try {
                parts.put(part.id(), part.using(uses.of(part)));
            } catch (CorruptFacts e) {
                throw e.in(part.id().text());
            }
        }
    }

    private Set<PartId> of(Part part) {
        return switch (part.id().kind()) {
            case CONSTRAINT -> constraint(part);
            case DEFAULT -> Set.of(part.id().sibling(PartKind.COLUMN, part.id().name()));
            case ACCESS -> access(part);
            case OWNED_BY -> ownedBy(part);
            case INHERITANCE -> inheritance(part);
            case ATTACHED_INDEX -> attachedIndex(part);
            case OBJECT -> object(part);
            case TRIGGER -> part.attributes().flag("inherited") ? inheritedTrigger(part.id()) : Set.of();
            case COLUMN, INDEX, POLICY, RULE, STATISTICS -> Set.of();
        };
    }

    /** PostgreSQL lets a view group by a primary key alone, and records that it depends on it. */
    private Set<PartId> object(Part part) {
        SortedSet<PartId> used = new TreeSet<>();
        if (part.attributes().text("query").orElse("").contains("GROUP BY")) {
            part.uses().stream()
                    .flatMap(table -> keysOf(table.object()).stream())
                    .filter(key ->
                            parts.get(key).attributes().text("type").orElse("").equals("primary_key"))
                    .forEach(used::add);
        }
        return used;
    }

    private List<PartId> keysOf(ObjectId table) {
        return objects.getOrDefault(table, Attributes.NONE).trees("constraints").keySet().stream()
                .map(name -> new PartId(table, PartKind.CONSTRAINT, name))
                .toList();
    }

    private Set<PartId> constraint(Part part) {
        SortedSet<PartId> used = new TreeSet<>();
        if (!part.attributes().text("type").orElse("").equals("foreign_key")) {
            return used;
        }
        targets(part).forEach(target -> {
            Set<PartId> columns = columns(part, target);
            parts
                    .subMap(PartId.of(target, PartKind.CONSTRAINT), PartId.of(target, PartKind.INHERITANCE))
                    .values()
                    .stream()
                    .filter(UnrecordedUses::unique)
                    .filter(key -> columns(key, target).equals(columns)
                            || target.equals(part.id().object()) && columns.containsAll(columns(key, target)))
                    .filter(key -> !key.id().equals(part.id()))
                    .forEach(key -> used.add(key.id()));
        });
        return used;
    }

    /** The table a foreign key points at; all it could be where PostgreSQL spells the name in another way. */
    private static List<ObjectId> targets(Part foreignKey) {
        List<ObjectId> tables = foreignKey.uses().stream()
                .map(PartId::object)
                .distinct()
                .filter(used -> used.kind() == ObjectKind.TABLE)
                .toList();
        String definition = foreignKey.attributes().text("definition").orElse("");
        List<ObjectId> named = tables.stream()
                .filter(table -> definition.contains(" REFERENCES " + Names.qualified(table) + "("))
                .toList();
        return named.isEmpty() ? tables : named;
    }

    private static boolean unique(Part key) {
        String type = key.attributes().text("type").orElse("");
        return type.equals("primary_key")
                || type.equals("unique")
                || key.attributes().text("definition").orElse("").startsWith("CREATE UNIQUE");
    }

    private static Set<PartId> columns(Part part, ObjectId table) {
        SortedSet<PartId> columns = new TreeSet<>();
        part.uses().stream()
                .filter(used -> used.kind() == PartKind.COLUMN && used.object().equals(table))
                .forEach(columns::add);
        return columns;
    }

    private Set<PartId> access(Part part) {
        SortedSet<PartId> used = new TreeSet<>();
        part.attributes()
                .trees("columns")
                .keySet()
                .forEach(name -> used.add(part.id().sibling(PartKind.COLUMN, name)));
        used.removeIf(id -> !parts.containsKey(id));
        return used;
    }

    private Set<PartId> ownedBy(Part part) {
        Attributes owner = part.attributes();
        ObjectId table =
                new ObjectId(ObjectKind.TABLE, owner.text("schema"), owner.required("table"), Optional.empty());
        PartId sequence = part.id();
        return Set.of(
                new PartId(table, PartKind.COLUMN, owner.required("column")),
                PartId.of(table),
                PartId.of(table, PartKind.ACCESS),
                sequence.sibling(PartKind.ACCESS, ""));
    }

    private Set<PartId> inheritance(Part part) {
        SortedSet<PartId> used = new TreeSet<>();
        parents(part.attributes())
                .forEach(
                        name -> Optional.ofNullable(tables.get(name)).ifPresent(parent -> used.add(PartId.of(parent))));
        ObjectId table = part.id().object();
        used.addAll(parts.subMap(PartId.of(table, PartKind.COLUMN), PartId.of(table, PartKind.DEFAULT))
                .keySet());
        return used;
    }

    /** A partition lists a trigger from above only where it fires otherwise, so the tables between may not list it. */
    private Set<PartId> inheritedTrigger(PartId trigger) {
        SortedSet<PartId> used = new TreeSet<>(Set.of(trigger.sibling(PartKind.INHERITANCE, "")));
        Optional<PartId> place = Optional.of(trigger.sibling(PartKind.INHERITANCE, ""));
        while (place.filter(parts::containsKey).isPresent()) {
            Optional<ObjectId> above = parents(parts.get(place.get()).attributes()).stream()
                    .map(tables::get)
                    .filter(Objects::nonNull)
                    .findFirst();
            above.map(table -> new PartId(table, trigger.kind(), trigger.name()))
                    .filter(parts::containsKey)
                    .ifPresent(used::add);
            place = above.map(table -> PartId.of(table, PartKind.INHERITANCE));
        }
        return used;
    }

    /** The tables above, quoted and with their schema. */
    static List<String> parents(Attributes inheritance) {
        if (inheritance.isEmpty()) {
            return List.of();
        }
        return inheritance.has("partition_of")
                ? List.of(inheritance.tree("partition_of").required("parent"))
                : inheritance.list("inherits");
    }

    private Set<PartId> attachedIndex(Part part) {
        SortedSet<PartId> used = new TreeSet<>();
        for (PartKind kind : List.of(PartKind.INDEX, PartKind.CONSTRAINT)) {
            PartId own = part.id().sibling(kind, part.id().name());
            if (parts.containsKey(own)) {
                used.add(own);
            }
        }
        Optional.ofNullable(indexes.get(part.attributes().required("partition_of")))
                .ifPresent(used::add);
        used.add(part.id().sibling(PartKind.INHERITANCE, ""));
        return used;
    }
}
