package io.pggit.core.audit;

import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import java.util.Locale;
import java.util.Optional;

/**
 * An object as a statement left it.
 *
 * @param key PostgreSQL's own identity, which survives a rename
 * @param type the object type as PostgreSQL names it, such as {@code table} or {@code text search configuration}
 * @param identity the name as {@code pg_event_trigger_ddl_commands} or {@code pg_identify_object} prints it
 * @param cause whether the statement named the object or only changed it in passing
 * @param described identity and facts; empty for a kind that is not modelled
 */
public record ObjectState(ObjectKey key, String type, String identity, Cause cause, Optional<Described> described) {

    /** Why an object is in an audit row. */
    public enum Cause {
        /** The statement named it. */
        DIRECT,
        /** It changed, or may have changed, because of what the statement did to another object. */
        IMPLIED,
        /** It is not as it was recorded; nobody knows by which statement. */
        DETECTED;

        /** The spelling of the audit table. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads the spelling of the audit table. */
        public static Cause of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * A modelled object.
     *
     * @param id name in the tree of facts
     * @param facts its whole canonical definition
     * @param parts which columns, constraints, indexes … it holds, by PostgreSQL's own numbers
     */
    public record Described(ObjectId id, Facts facts, Parts parts) {}
}
