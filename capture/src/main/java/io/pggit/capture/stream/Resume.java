package io.pggit.capture.stream;

import io.pggit.core.audit.Lsn;
import java.util.Optional;

/**
 * What a journal already has, so that a stream can go on from there.
 *
 * @param end the place up to which the journal is complete; empty, or 0/0, when it knows none
 * @param origin where its rows came from; empty when it has nothing, or was not told
 */
public record Resume(Optional<Lsn> end, Optional<Origin> origin) {
    public Resume {
        // What a journal says that was filled from the table alone: its rows have no place in the log.
        end = end.filter(place -> place.value() != 0);
    }

    /** An empty journal. */
    public static final Resume NOTHING = new Resume(Optional.empty(), Optional.empty());

    /** A journal that goes on from {@code end} of {@code origin}. */
    public static Resume at(Lsn end, Origin origin) {
        return new Resume(Optional.of(end), Optional.of(origin));
    }
}
