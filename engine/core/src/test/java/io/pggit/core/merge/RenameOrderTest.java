package io.pggit.core.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.fold.Rename;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RenameOrderTest {
    private static ObjectId table(String name) {
        return new ObjectId(ObjectKind.TABLE, Optional.of("public"), name, Optional.empty());
    }

    private static Renames columns(ObjectId table, Map<String, String> names) {
        SortedMap<String, SortedMap<String, String>> groups = new TreeMap<>(Map.of("columns", new TreeMap<>(names)));
        return new Renames(new TreeMap<>(), new TreeMap<>(Map.of(table, groups)));
    }

    private static List<String> texts(List<Rename> renames) {
        return renames.stream().map(Rename::text).toList();
    }

    @Test
    void aNameIsFreedBeforeItIsTaken() {
        Renames chain = columns(table("t"), Map.of("a", "b", "b", "c", "c", "d"));

        List<Rename> order = chain.inOrder();

        assertEquals(
                List.of("column public.t.c -> d", "column public.t.b -> c", "column public.t.a -> b"), texts(order));
    }

    @Test
    void namesThatAreExchangedGoByWayOfAnother() {
        List<Rename> order = columns(table("t"), Map.of("a", "b", "b", "a")).inOrder();

        assertEquals(3, order.size());
        String between = order.get(0).to();
        assertEquals(new Rename("column", table("t"), "a", between), order.get(0));
        assertEquals(new Rename("column", table("t"), "b", "a"), order.get(1));
        assertEquals(new Rename("column", table("t"), between, "b"), order.get(2));
    }

    @Test
    void objectsComeBeforeTheirPartsWhichGoByTheNewName() {
        Renames parts = columns(table("t"), Map.of("a", "b"));
        Renames both = new Renames(new TreeMap<>(Map.of(table("t"), table("u"))), parts.parts());

        List<Rename> order = both.inOrder();

        assertTrue(order.get(0).ofWholeObject());
        assertEquals(List.of("table public.t -> public.u", "column public.u.a -> b"), texts(order));
    }
}
