package io.pggit.core.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/**
 * Best common ancestors: common to both commits, and an ancestor of no other such (git-merge-base(1)). Criss-cross merges
 * have several; commits without common history have none. Only what can matter is loaded: nothing below the bases.
 *
 * @param <C> names a commit; compares greater than its parents
 */
public final class MergeBases<C extends Comparable<C>> {
    private static final int ONE = 1;
    private static final int OTHER = 2;
    /** Reached from a common ancestor: common as well, but not among the best by this way. */
    private static final int STALE = 4;

    private final CommitGraph<C> graph;
    private final Map<C, Integer> flags = new HashMap<>();
    private final PriorityQueue<C> queue = new PriorityQueue<>((a, b) -> b.compareTo(a));
    private final Set<C> queued = new HashSet<>();

    private MergeBases(CommitGraph<C> graph) {
        this.graph = graph;
    }

    /** The merge bases of two commits, in ascending order. */
    public static <C extends Comparable<C>> List<C> of(CommitGraph<C> graph, C one, C other) {
        MergeBases<C> search = new MergeBases<>(graph);
        search.paint(one, ONE);
        search.paint(other, OTHER);
        return search.best();
    }

    /** Whether {@code ancestor} can be reached from {@code commit}; each commit can reach itself. */
    public static <C extends Comparable<C>> boolean isAncestor(CommitGraph<C> graph, C ancestor, C commit) {
        return of(graph, ancestor, commit).equals(List.of(ancestor));
    }

    private void paint(C commit, int paint) {
        int before = flags.getOrDefault(commit, 0);
        int after = before | paint;
        if (after != before) {
            flags.put(commit, after);
            if (queued.add(commit)) {
                queue.add(commit);
            }
        }
    }

    private List<C> best() {
        Set<C> best = new TreeSet<>();
        while (queued.stream().anyMatch(commit -> (flags.get(commit) & STALE) == 0)) {
            C commit = queue.remove();
            queued.remove(commit);
            int paint = flags.get(commit);
            boolean common = (paint & (ONE | OTHER)) == (ONE | OTHER);
            if (common && (paint & STALE) == 0) {
                best.add(commit);
            }
            for (C parent : graph.parents(commit)) {
                paint(parent, common ? paint | STALE : paint);
            }
        }
        return List.copyOf(best);
    }
}
