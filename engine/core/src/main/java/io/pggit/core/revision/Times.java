package io.pggit.core.revision;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The times in revisions, as the database of whoever asks read them: PostgreSQL alone knows all the ways to write one, and in
 * which zone and order of day and month a session writes.
 *
 * @param read by the text in the revision, such as {@code 3 hours ago}
 */
public record Times(Map<String, Instant> read) {
    /** No text is a time. */
    public static final Times NONE = new Times(Map.of());

    public Times {
        read = Map.copyOf(read);
    }

    /** The time that a text is; empty when it is none. */
    public Optional<Instant> of(String text) {
        return Optional.ofNullable(read.get(text));
    }
}
