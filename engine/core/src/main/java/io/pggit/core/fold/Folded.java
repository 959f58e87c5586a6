package io.pggit.core.fold;

import io.pggit.core.audit.ObjectKey;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one transaction makes of the state.
 *
 * @param effects on the history, in this order
 * @param lineage the objects whose state is new by their keys, empty where the object is gone; also where no commit
 *     shows it, as when an index was made again just as it was
 */
public record Folded(List<Effect> effects, SortedMap<ObjectKey, Optional<TrackedObject>> lineage) {
    public Folded {
        effects = List.copyOf(effects);
        lineage = Collections.unmodifiableSortedMap(new TreeMap<>(lineage));
    }

    /** The commits among the effects. */
    public List<CommitDraft> commits() {
        return effects.stream()
                .filter(CommitDraft.class::isInstance)
                .map(CommitDraft.class::cast)
                .toList();
    }
}
