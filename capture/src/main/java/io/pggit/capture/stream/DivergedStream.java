package io.pggit.capture.stream;

import io.pggit.capture.CaptureException;
import io.pggit.core.audit.Lsn;
import java.util.Optional;

/** The stream of a server that is no continuation of the journal: says so once, and refuses to go on. */
final class DivergedStream implements ChangeStream {
    private final Origin origin;
    private final StreamedChange.Diverged change;
    private boolean said;

    DivergedStream(Origin origin, StreamedChange.Diverged change) {
        this.origin = origin;
        this.change = change;
    }

    @Override
    public Optional<StreamedChange> poll() {
        if (said) {
            throw new CaptureException("this server is not a continuation of the journal (" + change.reason()
                    + "): expected " + change.expected() + ", was " + change.found()
                    + "; begin a new incarnation, or connect to the right server");
        }
        said = true;
        return Optional.of(change);
    }

    @Override
    public Optional<StreamedChange> await() {
        return poll();
    }

    @Override
    public Optional<Lsn> drained() {
        return Optional.empty();
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public void confirm(Lsn position) {}

    @Override
    public Optional<StreamedChange.Diverged> divergence() {
        return Optional.of(change);
    }

    @Override
    public void close() {}
}
