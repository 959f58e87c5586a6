package io.pggit.capture.reconcile;

import java.util.Optional;

/**
 * Where a reconciler keeps what it has seen, outside the database it watches. Without a lasting one, what changes while no
 * engine runs shows only where the database itself tells: in the footprint and in the schema.
 */
public interface Memory {
    /** What was saved last; empty at first. */
    Optional<String> load();

    /** Keeps a text, up to some hundred kilobytes. */
    void save(String text);

    /** Keeps nothing beyond the life of the process. */
    static Memory ofProcess() {
        return new Memory() {
            private Optional<String> saved = Optional.empty();

            @Override
            public Optional<String> load() {
                return saved;
            }

            @Override
            public void save(String text) {
                saved = Optional.of(text);
            }
        };
    }
}
