package io.pggit.core.labels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class RenamedLabelsTest {
    @Test
    void aLabelInTheSamePlaceIsRenamed() {
        assertEquals(Map.of("b", "x"), between("a b c", "a x c"));
        assertEquals(Map.of("a", "x", "b", "y"), between("a b", "x y"));
        assertEquals(Map.of("b", "x", "d", "y"), between("a b c d", "a x c y"));
    }

    @Test
    void aLabelIsRenamedWhereOthersAreAddedOrRemovedBeyondItsNeighbours() {
        assertEquals(Map.of("a", "x"), between("a b", "x b c"));
        assertEquals(Map.of("a", "x"), between("a b c", "x b"));
        assertEquals(Map.of("c", "y"), between("a b c", "a n b y"));
    }

    @Test
    void whereItCannotBeToldWhichLabelBecameWhichNoneIsRenamed() {
        assertEquals(Map.of(), between("a b", "x y b"));
        assertEquals(Map.of(), between("a b c", "x c"));
        assertEquals(Map.of(), between("a b c", "b x a"));
    }

    @Test
    void labelsThatAreAddedRemovedOrChangePlacesAreNotRenamed() {
        assertEquals(Map.of(), between("a b", "a b c"));
        assertEquals(Map.of(), between("a b c", "a c"));
        assertEquals(Map.of(), between("a b", "b a"));
        assertEquals(Map.of(), between("a", "a"));
    }

    private static SortedMap<String, String> between(String before, String after) {
        return RenamedLabels.between(List.of(before.split(" ")), List.of(after.split(" ")));
    }
}
