package io.pggit.core.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.core.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MergeBasesTest {
    /**
     * <pre>
     * 1 - 2 - 3 - 5
     *      \\
     *       4 - 6
     * </pre>
     */
    @Test
    void aForkHasOneBaseAndNothingBelowItIsLoaded() {
        Map<Integer, List<Integer>> graph =
                Map.of(1, List.of(), 2, List.of(1), 3, List.of(2), 4, List.of(2), 5, List.of(3), 6, List.of(4));
        Set<Integer> loaded = new TreeSet<>();

        List<Integer> bases = MergeBases.of(
                commit -> {
                    loaded.add(commit);
                    return graph.get(commit);
                },
                5,
                6);

        assertEquals(List.of(2), bases);
        assertFalse(loaded.contains(1));
    }

    /**
     * <pre>
     *     2 - 4 - 6
     *    /  x
     * 1 - 3 - 5 - 7
     * </pre>
     */
    @Test
    void aCrissCrossHasTwo() {
        Map<Integer, List<Integer>> graph = Map.of(
                1,
                List.of(),
                2,
                List.of(1),
                3,
                List.of(1),
                4,
                List.of(2, 3),
                5,
                List.of(3, 2),
                6,
                List.of(4),
                7,
                List.of(5));

        assertEquals(List.of(2, 3), MergeBases.of(graph::get, 6, 7));
    }

    @Test
    void ofTwoCommitsOneOfWhichIsAnAncestorItIsTheBase() {
        Map<Integer, List<Integer>> graph = Map.of(1, List.of(), 2, List.of(1), 3, List.of(2), 4, List.of());

        assertEquals(List.of(1), MergeBases.of(graph::get, 1, 3));
        assertEquals(List.of(3), MergeBases.of(graph::get, 3, 3));
        assertEquals(List.of(), MergeBases.of(graph::get, 3, 4));
        assertTrue(MergeBases.isAncestor(graph::get, 1, 3));
        assertFalse(MergeBases.isAncestor(graph::get, 3, 1));
    }

    @Test
    void theyAreWhatTheDefinitionSays() {
        Seeds.holds(2_000, random -> {
            TreeMap<Integer, List<Integer>> graph = graph(random);
            int one = 1 + random.nextInt(graph.size());
            int other = 1 + random.nextInt(graph.size());

            List<Integer> bases = MergeBases.of(graph::get, one, other);

            Set<Integer> common = ancestors(graph, one);
            common.retainAll(ancestors(graph, other));
            Set<Integer> best = new TreeSet<>(common);
            common.forEach(commit -> {
                Set<Integer> below = ancestors(graph, commit);
                below.remove(commit);
                best.removeAll(below);
            });
            assertEquals(List.copyOf(best), bases);
        });
    }

    private static TreeMap<Integer, List<Integer>> graph(Random random) {
        TreeMap<Integer, List<Integer>> graph = new TreeMap<>();
        for (int commit = 1; commit <= 25; commit++) {
            Set<Integer> parents = new TreeSet<>();
            for (int i = random.nextInt(3); i > 0 && commit > 1; i--) {
                parents.add(Math.max(1, commit - 1 - random.nextInt(5)));
            }
            graph.put(commit, new ArrayList<>(parents));
        }
        return graph;
    }

    private static Set<Integer> ancestors(Map<Integer, List<Integer>> graph, int commit) {
        Set<Integer> ancestors = new TreeSet<>(Set.of(commit));
        graph.get(commit).forEach(parent -> ancestors.addAll(ancestors(graph, parent)));
        return ancestors;
    }
}
