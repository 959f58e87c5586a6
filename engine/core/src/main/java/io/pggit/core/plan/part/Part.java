package io.pggit.core.plan.part;

import io.pggit.core.facts.Attributes;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A part of one side of a plan.
 *
 * @param id its address
 * @param attributes its own attributes
 * @param uses the parts it cannot exist without
 */
public record Part(PartId id, Attributes attributes, SortedSet<PartId> uses) {
    /** Copies {@code uses}. */
    public Part {
        uses = new TreeSet<>(uses);
    }

    /** The name of a column's NOT NULL, not quoted: the usual one unless its attributes tell another. */
    public static String notNullName(PartId column, Attributes attributes) {
        return attributes.text("not_null_name").orElse(column.object().name() + "_" + column.name() + "_not_null");
    }

    Part using(Set<PartId> others) {
        TreeSet<PartId> all = new TreeSet<>(uses);
        all.addAll(others);
        all.remove(id);
        return new Part(id, attributes, all);
    }
}
