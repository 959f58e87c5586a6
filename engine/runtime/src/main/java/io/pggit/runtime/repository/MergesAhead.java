package io.pggit.runtime.repository;

import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.merge.CommitMerge;
import io.pggit.core.merge.MergeResult;
import io.pggit.core.merge.MergeSource;
import io.pggit.core.merge.Renames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Commits and, on top of them, merges nobody made: what merging several branches one after the other would come to. */
final class MergesAhead implements MergeSource<Long> {
    private record Merge(List<Long> parents, MergeResult result) {}

    private final MergeSource<Long> made;
    private final Map<Long, Merge> merges = new HashMap<>();

    MergesAhead(MergeSource<Long> made) {
        this.made = made;
    }

    /** Merges {@code theirs} into {@code ours}, either of which may be such a merge; its number is {@link #last}. */
    MergeResult merge(long ours, long theirs) {
        MergeResult result = new CommitMerge<>(this).merge(ours, theirs, Map.of());
        merges.put(last() + 1, new Merge(List.of(ours, theirs), result));
        return result;
    }

    /** The number of the last merge; greater than those of all commits. */
    long last() {
        return Long.MAX_VALUE / 2 + merges.size();
    }

    @Override
    public List<Long> parents(Long commit) {
        return merges.containsKey(commit) ? merges.get(commit).parents : made.parents(commit);
    }

    @Override
    public SortedMap<ObjectId, Facts> facts(Long commit) {
        return merges.containsKey(commit) ? merges.get(commit).result.merged() : made.facts(commit);
    }

    @Override
    public Renames renames(Long commit) {
        return merges.containsKey(commit) ? merges.get(commit).result.fromOurs() : made.renames(commit);
    }
}
