package io.pggit.capture.stream;

import io.pggit.capture.CaptureException;
import io.pggit.capture.Database;
import io.pggit.core.audit.Lsn;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every stream over a slot does before it streams: it compares server, slot and journal, and where the slot cannot
 * go on from the end of the journal, makes it anew and begins to read the table as of the new slot's beginning. So table
 * and slot together give each transaction at least once; the journal leaves out what it has.
 *
 * @param origin what is streamed
 * @param slot name of the slot
 * @param from where the slot is to go on
 * @param gap said first, where there is one
 * @param backFill read before the slot, where there is one; owned by the stream
 */
record SlotStart(Origin origin, String slot, Lsn from, Optional<StreamedChange.Gap> gap, Optional<BackFill> backFill) {
    private static final Logger LOG = LoggerFactory.getLogger(SlotStart.class);

    /** What came of it. */
    interface Outcome {
        /** The slot is ready to be read. */
        ChangeStream ready(SlotStart start) throws SQLException;
    }

    /**
     * Prepares the slot.
     *
     * @param replication a replication connection, left open unless the server has diverged
     * @throws CaptureException when pgGit is not installed, another engine is attached, or the server refuses
     */
    static ChangeStream prepare(Database database, Connection replication, Resume journal, Outcome outcome)
            throws SQLException {
        try (Connection connection = database.connect()) {
            Server server = Server.of(connection, database);
            Slot slot = Slot.of(connection);
            Optional<Lsn> fork = journal.origin().isPresent() && journal.end().isPresent()
                    ? Slot.fork(replication, journal.origin().get().timeline(), server)
                    : Optional.empty();
            Optional<StreamedChange.Diverged> diverged = server.divergence(journal, fork);
            if (diverged.isPresent()) {
                replication.close();
                return new DivergedStream(server.origin(), diverged.get());
            }
            Optional<Slot.State> state = slot.awaitInactive();
            Optional<StreamedChange.GapReason> reason = whyBroken(state, journal, server);
            if (reason.isEmpty()) {
                return outcome.ready(new SlotStart(
                        server.origin(), slot.name(), journal.end().orElseThrow(), Optional.empty(), Optional.empty()));
            }
            if (state.isPresent()) {
                LOG.warn("replication slot {} is made anew: {}", slot.name(), reason.get());
                slot.drop();
            }
            Slot.Made made = slot.create(replication, server);
            // Nothing was missed by a slot that is made for the first time.
            boolean first = state.isEmpty() && journal.end().isEmpty();
            return outcome.ready(new SlotStart(
                    server.origin(),
                    slot.name(),
                    made.from(),
                    first
                            ? Optional.empty()
                            : Optional.of(new StreamedChange.Gap(
                                    reason.get(), slot.name(), journal.end(), state.map(Slot.State::confirmed))),
                    Optional.of(BackFill.asOf(
                            made.snapshot(), database.connect(), journal.end().orElse(new Lsn(0))))));
        }
    }

    private static Optional<StreamedChange.GapReason> whyBroken(
            Optional<Slot.State> state, Resume journal, Server server) {
        if (state.isEmpty()) {
            return Optional.of(StreamedChange.GapReason.SLOT_MISSING);
        }
        if (!state.get().fits()) {
            return Optional.of(StreamedChange.GapReason.SLOT_FOREIGN);
        }
        if (state.get().lost()) {
            return Optional.of(StreamedChange.GapReason.SLOT_LOST);
        }
        if (journal.end().isEmpty()) {
            return Optional.of(StreamedChange.GapReason.JOURNAL_EMPTY);
        }
        if (state.get().confirmed().compareTo(journal.end().get()) > 0) {
            return Optional.of(StreamedChange.GapReason.SLOT_AHEAD);
        }
        boolean published = journal.origin()
                .map(past -> past.publication().equals(server.origin().publication()))
                .orElse(true);
        return published ? Optional.empty() : Optional.of(StreamedChange.GapReason.PUBLICATION_CHANGED);
    }
}
