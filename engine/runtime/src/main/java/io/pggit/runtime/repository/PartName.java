package io.pggit.runtime.repository;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.core.facts.Facts;
import io.pggit.core.fold.PartChange;
import java.util.SortedSet;
import java.util.TreeSet;

/** A part of an object by what it is and its name. */
record PartName(String what, String name) implements Comparable<PartName> {
    /** Columns and members of an object. */
    static SortedSet<PartName> of(Facts facts) {
        SortedSet<PartName> parts = new TreeSet<>();
        for (var group : facts.tree().properties()) {
            JsonNode members = group.getValue();
            PartChange.word(group.getKey())
                    .ifPresent(
                            what -> members.fieldNames().forEachRemaining(name -> parts.add(new PartName(what, name))));
        }
        return parts;
    }

    @Override
    public int compareTo(PartName other) {
        int byWhat = what.compareTo(other.what);
        return byWhat != 0 ? byWhat : name.compareTo(other.name);
    }
}
