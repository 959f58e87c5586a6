package io.pggit.core.diff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The order of columns, which PostgreSQL cannot change without a new table: two schemas may differ in it and be the same. */
public final class ColumnOrder {
    private ColumnOrder() {}

    /** The same objects without it; the columns of a view keep theirs, since it can be made anew. */
    public static SortedMap<ObjectId, Facts> removed(SortedMap<ObjectId, Facts> objects) {
        SortedMap<ObjectId, Facts> same = new TreeMap<>();
        objects.forEach((id, facts) -> same.put(id, removed(id, facts)));
        return same;
    }

    /** The tables and composite types that have the same columns in another order, whatever else differs. */
    public static List<ObjectId> differing(SortedMap<ObjectId, Facts> one, SortedMap<ObjectId, Facts> other) {
        return one.keySet().stream()
                .filter(id -> other.containsKey(id) && differs(columns(id, one), columns(id, other)))
                .toList();
    }

    private static boolean differs(List<String> one, List<String> other) {
        return !one.equals(other) && new HashSet<>(one).equals(new HashSet<>(other));
    }

    private static List<String> columns(ObjectId id, SortedMap<ObjectId, Facts> objects) {
        String order = id.kind() == ObjectKind.TABLE ? "column_order" : "attribute_order";
        return Attributes.of(objects.get(id).view()).list(order);
    }

    private static Facts removed(ObjectId id, Facts facts) {
        ObjectNode tree = facts.tree();
        if (id.kind() == ObjectKind.TABLE) {
            tree.remove("column_order");
        }
        tree.remove("attribute_order");
        return Facts.of(tree);
    }
}
