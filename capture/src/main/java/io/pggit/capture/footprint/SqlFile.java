package io.pggit.capture.footprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A statement, or an object of the footprint, that lies beside this class as a resource. */
final class SqlFile {
    private SqlFile() {}

    /**
     * The text of a file.
     *
     * @param name path below this package, without {@code .sql}
     * @throws IllegalArgumentException when there is no such file
     */
    static String text(String name) {
        try (InputStream file = SqlFile.class.getResourceAsStream(name + ".sql")) {
            if (file == null) {
                throw new IllegalArgumentException("no resource " + name + ".sql beside " + SqlFile.class.getName());
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
