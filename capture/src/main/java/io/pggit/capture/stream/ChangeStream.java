package io.pggit.capture.stream;

import io.pggit.capture.CaptureException;
import io.pggit.core.audit.Lsn;
import java.util.Optional;

/**
 * Everything the audit table and the askers of questions write, in the order of the write-ahead log. Used by one thread.
 * All implementations yield the same transactions.
 */
public interface ChangeStream extends AutoCloseable {
    /**
     * The next change that has already arrived. Never waits.
     *
     * @throws CaptureException when the connection or the slot is lost; the stream is then of no further use
     */
    Optional<StreamedChange> poll();

    /** Like {@link #poll()}, but waits a short time (tens of milliseconds) for a change to arrive. */
    Optional<StreamedChange> await();

    /**
     * The place before which everything has come out of this stream; empty while a part of something is still to come.
     * Lets an idle database free its WAL: once the journal has noted the place, it may be confirmed.
     */
    Optional<Lsn> drained();

    /**
     * Tells the server that everything up to {@code position} is durable here and need not be sent again. Call it only
     * after the journal has it on disk.
     */
    void confirm(Lsn position);

    /** What is streamed; to be kept with the journal and given back in {@link Resume}. */
    Origin origin();

    /**
     * Why this stream gives nothing but {@link StreamedChange.Diverged}; empty when the server continues what the journal has.
     */
    Optional<StreamedChange.Diverged> divergence();

    /** Ends the connection; the slot stays. */
    @Override
    void close();
}
