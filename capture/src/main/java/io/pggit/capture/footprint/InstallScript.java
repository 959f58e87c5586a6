package io.pggit.capture.footprint;

import io.pggit.capture.SqlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statements of an installation as text: one file for servers that take no extension, and the script of an extension. Both
 * make what {@link Footprint#install} makes, from the same files.
 *
 * <p>In all of them {@code more} are statements that make further objects, such as the SQL API.
 */
public final class InstallScript {
    private InstallScript() {}

    /** A file for {@code psql -v ON_ERROR_STOP=1 -f}, or for JDBC as one statement: a transaction of its own, harmless when repeated. */
    public static String plain(List<String> more) {
        return text(Stream.of(List.of(file("plain_begin")), statements(more), List.of(file("plain_end"))));
    }

    /** What {@code CREATE EXTENSION pggit} runs. */
    public static String extension(List<String> more) {
        return text(Stream.of(
                List.of(file("requirements"), file("requirements_extension")),
                body(more),
                List.of(file("extension_publication"), file("extension_initial_privileges"))));
    }

    /** What is run in one transaction over a connection. */
    static List<String> statements(List<String> more) {
        List<String> all = new ArrayList<>(List.of(file("requirements"), file("requirements_plain")));
        all.addAll(body(more));
        return List.copyOf(all);
    }

    private static List<String> body(List<String> more) {
        List<String> all = new ArrayList<>();
        InstallFiles.IN_ORDER.forEach(name -> all.add(file(name)));
        all.addAll(more);
        all.add(file("event_triggers"));
        all.addAll(Manifest.storing());
        return all;
    }

    private static String file(String name) {
        return SqlFile.beside(InstallScript.class, "install/" + name);
    }

    private static String text(Stream<List<String>> parts) {
        return parts.flatMap(List::stream)
                .map(String::strip)
                .map(sql -> sql.endsWith(";") ? sql + "\n" : sql + ";\n")
                .collect(Collectors.joining("\n"));
    }
}
