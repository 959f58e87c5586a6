package io.pggit.capture.reconcile;

import io.pggit.core.audit.Lsn;
import io.pggit.core.audit.ObjectKey;
import io.pggit.core.audit.ObjectState;
import java.util.Map;
import java.util.Optional;

/** What the record says the database is: the fold of its audit rows. */
@FunctionalInterface
public interface Model {
    /**
     * All modelled objects, once every transaction that committed before {@code place} has been folded; it may be ahead.
     * Waits for that a short time.
     *
     * @return empty when the engine has not come that far
     */
    Optional<Map<ObjectKey, ObjectState.Described>> factsAfter(Lsn place);
}
