package io.pggit.capture.stream;

import io.pggit.capture.SqlFile;
import java.util.stream.Collectors;

/**
 * Commands that take no parameters: replication commands and SET. Their one argument is put in as text, so it must have
 * been matched against a pattern before.
 */
final class Template {
    private Template() {}

    /** The command of a file without its header (replication commands know no comments), with its argument. */
    static String fill(Class<?> owner, String name, Object argument) {
        return SqlFile.of(owner, name)
                .lines()
                .filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining("\n"))
                .formatted(argument);
    }
}
