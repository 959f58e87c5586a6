package io.pggit.capture.stream;

import io.pggit.core.audit.Attempt;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Finding;
import io.pggit.core.audit.Lsn;
import java.util.List;
import java.util.Optional;

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

    /**
     * The slot could not go on from where the journal ends. The whole audit table comes next, so nothing is lost; but
     * commit place and commit time of what happened in the gap are not known.
     *
     * @param reason what is wrong with the slot
     * @param slot its name
     * @param expected the end of the journal, where the slot should have gone on; empty for an empty journal
     * @param found the place from which the slot would have gone on; empty when there was none
     */
    record Gap(GapReason reason, String slot, Optional<Lsn> expected, Optional<Lsn> found) implements StreamedChange {
        @Override
        public void accept(Visitor visitor) {
            visitor.gap(this);
        }
    }

    /**
     * The server is not a continuation of what the journal has: rows of the journal may never have happened there, and
     * its row numbers may be used again. Nothing else comes out of this stream. Go on with a new incarnation: a journal
     * part that begins with {@link Resume#NOTHING}.
     *
     * @param reason how it differs
     * @param expected what the journal has, for people
     * @param found what the server has, for people
     */
    record Diverged(Divergence reason, String expected, String found) implements StreamedChange {
        @Override
        public void accept(Visitor visitor) {
            visitor.diverged(this);
        }
    }

    /**
     * A committed transaction changed or removed rows of the append-only audit table; somebody had lifted its protection.
     * What it did to them is not known; the journal still has them.
     *
     * @param end end of the transaction's commit record
     * @param command {@code UPDATE}, {@code DELETE} or {@code TRUNCATE}
     */
    record Tampered(Lsn end, String command) implements StreamedChange {
        @Override
        public void accept(Visitor visitor) {
            visitor.tampered(this);
        }
    }

    /**
     * A DDL command that began, whatever becomes of it. Everything its session committed before it came out of the stream
     * before it. A hint and never evidence.
     */
    record Attempted(Attempt attempt) implements StreamedChange {
        @Override
        public void accept(Visitor visitor) {
            visitor.attempted(this);
        }
    }

    /**
     * The audit rows of a committed transaction and the messages beside them do not agree: somebody changed the publication
     * or the footprint, or wrote rows or messages of their own.
     *
     * @param end end of the transaction's commit record
     * @param mismatch how they differ
     * @param seqs numbers of the rows; empty when the messages do not tell
     */
    record Mismatched(Lsn end, Mismatch mismatch, List<Long> seqs) implements StreamedChange {
        public Mismatched {
            seqs = List.copyOf(seqs);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.mismatched(this);
        }
    }

    /**
     * A committed transaction ran a command whose facts the footprint could not record and let go on, as mode {@code available}
     * says. The record is behind the schema until a comparison.
     *
     * @param end end of the transaction's commit record
     * @param seq number of the audit row that says so; empty when that could not be written either, and nothing else in the record
     *     does
     * @param finding what happened
     */
    record Lost(Lsn end, Optional<Long> seq, Finding finding) implements StreamedChange {
        @Override
        public void accept(Visitor visitor) {
            visitor.lost(this);
        }
    }

    /** How audit rows and the messages beside them can differ. */
    enum Mismatch {
        /** A message without its row: the row did not come through the publication. */
        ROW_MISSING,
        /** A row that is not the one the message speaks of. */
        ROW_ALTERED,
        /** A row without its message: not written by the footprint. */
        MESSAGE_MISSING,
        /** A message that cannot be read: not written by the footprint. */
        MESSAGE_UNREADABLE
    }

    /** Why a slot cannot go on from where the journal ends. */
    enum GapReason {
        /** It does not exist: dropped, or not carried over to a promoted standby. */
        SLOT_MISSING,
        /** The server has removed WAL it needed, or has invalidated it for another reason. */
        SLOT_LOST,
        /** It begins after the end of the journal: advanced, read by somebody else, or made anew. */
        SLOT_AHEAD,
        /** A slot of that name exists, but for another output plugin or database. */
        SLOT_FOREIGN,
        /** The slot has been made before, but this journal has no place in the log yet. */
        JOURNAL_EMPTY,
        /** The publication was changed, and perhaps left rows out for a while. */
        PUBLICATION_CHANGED
    }

    /** How a server is not a continuation of what a journal has. */
    enum Divergence {
        /** Another cluster, or another database of the same one; also a restored dump. */
        OTHER_DATABASE,
        /** Its log ends before the journal does: restored to an earlier time, or a standby was promoted that lagged. */
        EARLIER,
        /** It left the journal's timeline before the end of the journal. */
        FORKED
    }

    /** Never a default method here: a new case must break every visitor. */
    interface Visitor {
        void committed(Committed change);

        void asked(Asked change);

        void gap(Gap change);

        void diverged(Diverged change);

        void tampered(Tampered change);

        void attempted(Attempted change);

        void mismatched(Mismatched change);

        void lost(Lost change);
    }
}
