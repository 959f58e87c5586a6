package io.pggit.serve;

import io.pggit.capture.reconcile.Memory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Keeps what a reconciler has seen in the file {@code reconcile.json} of the data directory. */
final class ReconcileFile implements Memory {
    private final Path file;

    ReconcileFile(Path directory) {
        this.file = directory.resolve("reconcile.json");
    }

    @Override
    public Optional<String> load() {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A reader sees the old text or the new one, never a part. */
    @Override
    public void save(String text) {
        try {
            Path fresh = file.resolveSibling("reconcile.json.new");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
