package io.pggit.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directory of one server, and whether it goes away with the server.
 *
 * @param path exists, readable only by its owner when temporary
 * @param temporary removed by {@link #release()}
 */
record WorkDirectory(Path path, boolean temporary) {
    private static final Path MEMORY = Path.of("/dev/shm");

    /** Makes the given directory, or a temporary one: in memory where the machine offers that. */
    static WorkDirectory of(Optional<Path> given, String prefix) {
        try {
            if (given.isPresent()) {
                return new WorkDirectory(
                        Files.createDirectories(given.get().toAbsolutePath()).toRealPath(), false);
            }
            Path path = Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, prefix)
                    : Files.createTempDirectory(prefix);
            return new WorkDirectory(path.toRealPath(), true);
        } catch (IOException e) {
            throw new LocalServerException(
                    "cannot make directory " + given.map(Path::toString).orElse(prefix), e);
        }
    }

    /**
     * A directory for what need not be made twice, such as unpacked programs, that no other user of the machine can write to:
     * below {@code XDG_CACHE_HOME} (XDG Base Directory Specification), {@code ~/.cache} where that names no absolute path.
     *
     * @param folder its name there
     */
    static Path cache(String folder) throws IOException {
        Path home = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(Path.of(System.getProperty("user.home"), ".cache"));
        Path cache = home.resolve("pggit");
        Files.createDirectories(cache);
        if (Files.getFileStore(cache).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwx------"));
        }
        return Files.createDirectories(cache.resolve(folder));
    }

    /** Removes the directory when it is temporary. */
    void release() {
        if (!temporary || !Files.exists(path)) {
            return;
        }
        remove(path);
    }

    /** Removes a directory with everything in it. */
    static void remove(Path directory) {
        try (Stream<Path> tree = Files.walk(directory)) {
            tree.sorted(Comparator.reverseOrder()).forEach(WorkDirectory::delete);
        } catch (IOException | UncheckedIOException e) {
            throw new LocalServerException("cannot remove " + directory, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
