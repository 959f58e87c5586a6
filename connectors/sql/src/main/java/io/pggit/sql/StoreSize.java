package io.pggit.sql;

import io.pggit.runtime.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much disk the engine's directory takes. */
final class StoreSize {
    private StoreSize() {}

    /** Bytes of all files beside the journal, itself included. */
    static long of(Journal journal) {
        try (Stream<Path> files = Files.walk(journal.directory())) {
            return files.mapToLong(StoreSize::bytes).sum();
        } catch (IOException | UncheckedIOException movedMeanwhile) {
            // Git packs its objects while we look: what was found so far is lost, and the next question finds the rest.
            return 0;
        }
    }

    private static long bytes(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException packedMeanwhile) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
