package io.pggit.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Statements kept in {@code .sql} resources, found by class and name. */
public final class SqlFile {
    private SqlFile() {}

    /**
     * The text of {@code <package of owner>/<simple name of owner>/<name>.sql}.
     *
     * @throws IllegalArgumentException when there is no such resource
     */
    public static String of(Class<?> owner, String name) {
        return beside(owner, owner.getSimpleName() + "/" + name);
    }

    /**
     * The text of {@code <package of owner>/<path>.sql}.
     *
     * @throws IllegalArgumentException when there is no such resource
     */
    public static String beside(Class<?> owner, String path) {
        try (InputStream in = owner.getResourceAsStream(path + ".sql")) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + path + ".sql beside " + owner.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
