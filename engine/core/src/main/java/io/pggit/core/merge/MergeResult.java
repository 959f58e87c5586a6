package io.pggit.core.merge;

import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a three-way merge came to.
 *
 * @param merged the merged facts; where something is in conflict, as on our side for the time being
 * @param conflicts what has to be decided, in a fixed order; none when the merge is complete
 * @param warnings what to look at
 * @param unproved texts PostgreSQL has to accept before the merge is good
 * @param doubtful those of them merged by line: what to decide if PostgreSQL refuses one, of kind
 *     {@link ConflictKind#BUILD_FAILURE}; once answered, such a text is not merged by line any more
 * @param fromOurs what the merge gives new names, seen from our side: what is to be renamed where ours is live
 * @param fromTheirs the same seen from their side
 */
public record MergeResult(
        SortedMap<ObjectId, Facts> merged,
        List<Conflict> conflicts,
        List<MergeWarning> warnings,
        List<Unproved> unproved,
        List<Conflict> doubtful,
        Renames fromOurs,
        Renames fromTheirs) {
    public MergeResult {
        merged = Collections.unmodifiableSortedMap(new TreeMap<>(merged));
        conflicts = List.copyOf(conflicts);
        warnings = List.copyOf(warnings);
        unproved = List.copyOf(unproved);
        doubtful = List.copyOf(doubtful);
    }

    /** Whether nothing has to be decided. */
    public boolean isClean() {
        return conflicts.isEmpty();
    }

    /** The same answer to each conflict whose object and path {@code pattern} accepts. */
    public Map<Conflict.Key, Resolution> answers(
            java.util.function.Predicate<Conflict> pattern, Resolution resolution) {
        TreeMap<Conflict.Key, Resolution> answers = new TreeMap<>();
        conflicts.stream().filter(pattern).forEach(conflict -> answers.put(conflict.key(), resolution));
        return answers;
    }
}
