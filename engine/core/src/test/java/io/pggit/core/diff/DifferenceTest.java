package io.pggit.core.diff;

import static io.pggit.core.Rows.columns;
import static io.pggit.core.Rows.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    @Test
    void attributesAreReportedByPath() {
        List<AttributeChange> changes = AttributeChange.between(columns(List.of("a", "b")), columns(List.of("a", "c")));

        assertEquals(
                List.of("column_order", "columns.b", "columns.c"),
                changes.stream().map(AttributeChange::pathText).toList());
        assertEquals(
                "{\"type\":\"text\"}", changes.get(1).before().orElseThrow().toString());
    }

    @Test
    void treesAreComparedObjectByObject() {
        SortedMap<ObjectId, Facts> before = new TreeMap<>();
        before.put(table("gone"), columns(List.of("a")));
        before.put(table("same"), columns(List.of("a")));
        before.put(table("changed"), columns(List.of("a")));
        SortedMap<ObjectId, Facts> after = new TreeMap<>(before);
        after.remove(table("gone"));
        after.put(table("new"), columns(List.of("a")));
        after.put(table("changed"), columns(List.of("b")));

        List<ObjectDifference> differences = ObjectDifference.between(before, after);

        assertEquals(
                List.of(table("changed"), table("gone"), table("new")),
                differences.stream().map(ObjectDifference::id).toList());
        assertEquals(
                List.of(
                        ObjectDifference.Side.BOTH,
                        ObjectDifference.Side.ONLY_BEFORE,
                        ObjectDifference.Side.ONLY_AFTER),
                differences.stream().map(ObjectDifference::side).toList());
    }
}
