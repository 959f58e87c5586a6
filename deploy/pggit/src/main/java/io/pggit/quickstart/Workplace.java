package io.pggit.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The engine's directory of a quickstart: kept where the user named one, else temporary and deleted at the end. */
final class Workplace implements AutoCloseable {
    private final Path directory;
    private final boolean temporary;

    private Workplace(Path directory, boolean temporary) {
        this.directory = directory;
        this.temporary = temporary;
    }

    static Workplace open(Optional<Path> chosen) {
        try {
            return chosen.isPresent()
                    ? new Workplace(Files.createDirectories(chosen.get().resolve("pggit")), false)
                    : new Workplace(Files.createTempDirectory("pggit-engine-"), true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a directory: " + e.getMessage(), e);
        }
    }

    Path directory() {
        return directory;
    }

    /** Harmless when repeated. */
    @Override
    public synchronized void close() {
        if (!temporary || !Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory, e);
        }
    }
}
