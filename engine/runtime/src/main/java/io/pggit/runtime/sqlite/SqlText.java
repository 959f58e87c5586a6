package io.pggit.runtime.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Statements kept in files: {@code <package>/<Class>/<name>.sql} on the class path, one statement each. */
final class SqlText {
    private SqlText() {}

    static String of(Class<?> owner, String name) {
        String file = owner.getSimpleName() + "/" + name + ".sql";
        try (InputStream text = owner.getResourceAsStream(file)) {
            if (text == null) {
                throw new IllegalArgumentException("no statement " + file + " beside " + owner.getName());
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
