package io.pggit.core.plan.part;

import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One side of a plan, taken apart: every part by its address, and who uses whom. Immutable. */
public final class Side {
    private final SortedMap<PartId, Part> parts;
    private final SortedMap<PartId, SortedSet<PartId>> users = new TreeMap<>();
    private final SortedMap<ObjectId, Attributes> objects;
    private final Map<String, Set<ObjectId>> notNulls = new HashMap<>();

    Side(SortedMap<PartId, Part> parts, SortedMap<ObjectId, Attributes> objects) {
        this.parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
        this.objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
        parts.values()
                .forEach(part -> part.uses()
                        .forEach(used -> users.computeIfAbsent(used, key -> new TreeSet<>())
                                .add(part.id())));
        parts.values().stream()
                .filter(part ->
                        part.id().kind() == PartKind.COLUMN && part.attributes().flag("not_null"))
                .forEach(part -> notNulls.computeIfAbsent(
                                part.id().object().schema().orElse("") + "."
                                        + Part.notNullName(part.id(), part.attributes()),
                                key -> new HashSet<>())
                        .add(part.id().object()));
    }

    public SortedMap<PartId, Part> parts() {
        return parts;
    }

    /** A part, if this side has it. */
    public Optional<Part> part(PartId id) {
        return Optional.ofNullable(parts.get(id));
    }

    /** The attributes of a part; none if this side does not have it. */
    public Attributes attributes(PartId id) {
        return part(id).map(Part::attributes).orElse(Attributes.NONE);
    }

    /** All attributes of an object with everything in it; none if this side does not have it. */
    public Attributes object(ObjectId id) {
        return objects.getOrDefault(id, Attributes.NONE);
    }

    /** The objects of this side. */
    public SortedSet<ObjectId> objects() {
        return new TreeSet<>(objects.keySet());
    }

    /** The parts that use a part. */
    public SortedSet<PartId> users(PartId id) {
        return Collections.unmodifiableSortedSet(users.getOrDefault(id, Collections.emptySortedSet()));
    }

    /** The tables of a schema that have a NOT NULL of some name. */
    public Set<ObjectId> tablesWithNotNull(Optional<String> schema, String name) {
        return notNulls.getOrDefault(schema.orElse("") + "." + name, Set.of());
    }

    /** The parts of one object. */
    public SortedMap<PartId, Part> partsOf(ObjectId id) {
        TreeMap<PartId, Part> own = new TreeMap<>();
        for (Part part : parts.tailMap(PartId.of(id)).values()) {
            if (!part.id().object().equals(id)) {
                break;
            }
            own.put(part.id(), part);
        }
        return own;
    }
}
