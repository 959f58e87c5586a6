package io.pggit.core.history;

import java.util.List;

/**
 * The parents of commits, which is all that is needed to find merge bases; a test gives a map.
 *
 * @param <C> names a commit; compares greater than its parents
 */
@FunctionalInterface
public interface CommitGraph<C extends Comparable<C>> {
    /** The parents of a commit, first parent first; none for a root. */
    List<C> parents(C commit);
}
