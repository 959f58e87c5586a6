package io.pggit.core.diff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
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

    private static Facts removed(ObjectId id, Facts facts) {
        ObjectNode tree = facts.tree();
        if (id.kind() == ObjectKind.TABLE) {
            tree.remove("column_order");
        }
        tree.remove("attribute_order");
        return Facts.of(tree);
    }
}
