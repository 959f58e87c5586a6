package io.pggit.core.merge;

import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.history.CommitGraph;
import java.util.SortedMap;

/**
 * Commits, as far as merging needs them.
 *
 * @param <C> names a commit; compares greater than its parents
 */
public interface MergeSource<C extends Comparable<C>> extends CommitGraph<C> {
    /** The tree of a commit. */
    SortedMap<ObjectId, Facts> facts(C commit);

    /** What a commit gave new names, seen from its first parent. */
    Renames renames(C commit);
}
