package io.pggit.runtime.repository;

import io.pggit.core.fold.ObjectChange;
import java.util.List;
import java.util.Optional;

/**
 * A commit with what it did.
 *
 * @param entry the commit
 * @param message its whole message
 * @param objects each object it changed, in the order of identities
 */
public record CommitDetail(CommitEntry entry, String message, List<ObjectPatch> objects) {
    public CommitDetail {
        objects = List.copyOf(objects);
    }

    /**
     * One object that a commit changed.
     *
     * @param change what was done
     * @param before the DDL before, empty for a new object
     * @param after the DDL after, empty for a dropped object
     * @param patch the difference as {@code git diff} prints it; empty when the DDL is the same
     */
    public record ObjectPatch(ObjectChange change, Optional<String> before, Optional<String> after, String patch) {}

    /** All patches, as {@code git diff} prints them. */
    public String patch() {
        StringBuilder patch = new StringBuilder();
        objects.forEach(object -> patch.append(object.patch()));
        return patch.toString();
    }
}
