package io.pggit.runtime.repository;

import io.pggit.core.facts.Ties;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The ties of facts, by the files that hold them: who plans around facts that stay as they are need not read them again.
 * Ties are small, so that those of large schemas can be kept. For any thread.
 */
final class KnownTies {
    /** Some hundred bytes each. */
    private static final int LIMIT = 50_000;

    private final Map<ObjectId, Ties> byFile = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ObjectId, Ties> eldest) {
            return size() > LIMIT;
        }
    };

    /** The ties of the facts in a file, which are read unless they are known. */
    Ties of(ObjectId file, Supplier<Ties> reader) {
        Optional<Ties> known;
        synchronized (byFile) {
            known = Optional.ofNullable(byFile.get(file));
        }
        return known.orElseGet(() -> {
            Ties read = reader.get();
            synchronized (byFile) {
                byFile.put(file, read);
            }
            return read;
        });
    }
}
