package io.pggit.core.audit;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an audit row says about itself. Rows of the first footprint say nothing.
 *
 * @param redactions how many parts of statement, context and facts were replaced by a keyed hash
 * @param statementHmac keyed hash of the statement as it was
 * @param precision whether the statement is the one that ran, or only a text around it
 * @param finding what was found, for rows of {@link AuditEvent#RECONCILE}; of others, that the facts they should have are lost
 * @param details what was done, for rows of {@link AuditEvent#OPERATION}
 */
public record Evidence(
        OptionalInt redactions,
        Optional<String> statementHmac,
        Precision precision,
        Optional<Finding> finding,
        Optional<Details> details) {
    /** Nothing is known. */
    public static final Evidence UNKNOWN =
            new Evidence(OptionalInt.empty(), Optional.empty(), Precision.UNKNOWN, Optional.empty(), Optional.empty());

    /** Evidence of an operation that ran no statement. */
    public static Evidence of(Details details) {
        return new Evidence(
                OptionalInt.empty(), Optional.empty(), Precision.UNKNOWN, Optional.empty(), Optional.of(details));
    }

    /** What a row's statement is. */
    public enum Precision {
        /** The statement that ran. */
        EXACT,
        /** A text that has the statement somewhere in it, or that calls what ran it. */
        AROUND,
        /** The row does not say. */
        UNKNOWN
    }
}
