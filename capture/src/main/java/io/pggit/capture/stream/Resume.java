package io.pggit.capture.stream;

import io.pggit.core.audit.Lsn;
import java.util.Optional;

/**
 * What a journal already has, so that a stream can go on from there.
 *
 * @param end the place up to which the journal is complete; empty when it has nothing
 * @param origin where its rows came from; empty when it has nothing, or was not told
 */
public record Resume(Optional<Lsn> end, Optional<Origin> origin) {
    /** An empty journal. */
    public static final Resume NOTHING = new Resume(Optional.empty(), Optional.empty());

    /** A journal that goes on from {@code end} of {@code origin}. */
    public static Resume at(Lsn end, Origin origin) {
        return new Resume(Optional.of(end), Optional.of(origin));
    }
}
