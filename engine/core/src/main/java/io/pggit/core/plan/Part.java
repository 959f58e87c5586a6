package io.pggit.core.plan;

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

    Part using(Set<PartId> others) {
        TreeSet<PartId> all = new TreeSet<>(uses);
        all.addAll(others);
        all.remove(id);
        return new Part(id, attributes, all);
    }
}
