package io.pggit.runtime.repository;

import io.pggit.core.fold.ObjectChange;
import io.pggit.core.fold.PartChange;
import java.util.List;

/**
 * One change of an object, also under another name.
 *
 * @param version counts its changes, from 1
 * @param commit the commit that changed it
 * @param change what was done to it
 * @param parts which of its parts changed; none where it was made or dropped
 */
public record ObjectVersion(long version, CommitEntry commit, ObjectChange change, List<PartChange> parts) {
    public ObjectVersion {
        parts = List.copyOf(parts);
    }
}
