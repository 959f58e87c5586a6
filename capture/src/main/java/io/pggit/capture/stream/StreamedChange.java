package io.pggit.capture.stream;

import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Lsn;

/** One thing that comes out of a change stream. */
public sealed interface StreamedChange {
    /** Hands this change to the one method of {@code visitor} that fits it. */
    void accept(Visitor visitor);

    /** A committed transaction with audit rows. */
    record Committed(AuditTransaction transaction) implements StreamedChange {
        @Override
        public void accept(Visitor visitor) {
            visitor.committed(this);
        }
    }

    /**
     * A logical message of a session that asks the engine something; everything committed before it came out of the
     * stream before it. Not evidence: its content is untrusted until its digest is checked.
     *
     * @param position where in the log it is
     * @param payload the text of the message
     */
    record Asked(Lsn position, String payload) implements StreamedChange {
        @Override
        public void accept(Visitor visitor) {
            visitor.asked(this);
        }
    }

    /** Never a default method here: a new case must break every visitor. */
    interface Visitor {
        void committed(Committed change);

        void asked(Asked change);
    }
}
