package io.pggit.core.fold;

import io.pggit.core.audit.ObjectKey;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import java.util.Optional;

/** What the audit rows folded so far amount to, for reading. */
public interface FoldState {
    /** The object PostgreSQL knows by {@code key}. */
    Optional<TrackedObject> object(ObjectKey key);

    /** The key of the object that bears the name {@code id}. */
    Optional<ObjectKey> holder(ObjectId id);

    /** The key of the object that has {@code part} (an index, a constraint, …) among its members. */
    Optional<ObjectKey> owner(ObjectKey part);

    /** Whether {@code branch} has a commit. */
    boolean hasCommits(String branch);

    /** What the commit at the tip of {@code branch} holds under the name {@code id}; nothing where no trees are kept. */
    default Optional<Facts> recorded(String branch, ObjectId id) {
        return Optional.empty();
    }

    /** Nothing was folded yet. */
    FoldState EMPTY = new FoldState() {
        @Override
        public Optional<TrackedObject> object(ObjectKey key) {
            return Optional.empty();
        }

        @Override
        public Optional<ObjectKey> holder(ObjectId id) {
            return Optional.empty();
        }

        @Override
        public Optional<ObjectKey> owner(ObjectKey part) {
            return Optional.empty();
        }

        @Override
        public boolean hasCommits(String branch) {
            return false;
        }
    };
}
