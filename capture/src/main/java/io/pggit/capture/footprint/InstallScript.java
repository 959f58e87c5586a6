package io.pggit.capture.footprint;

import io.pggit.capture.SqlFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statements of an installation as text: one file for servers that take no extension, and the script of an extension. Both
 * make what {@link Footprint#install} makes, from the same files.
 *
 * <p>In all of them {@code more} are statements that make further objects, such as the SQL API.
 */
public final class InstallScript {
    /** Stands for the digest in the statement that comments on the schema. */
    private static final String DIGEST = "/* digest */";

    /** Stands for the mode in the statement that chooses one. */
    private static final String MODE = "/* mode */";

    private static final int DIGEST_BYTES = 6;

    private InstallScript() {}

    /**
     * A file for {@code psql -v ON_ERROR_STOP=1 -f}, or for JDBC as one statement: a transaction of its own, harmless when repeated.
     *
     * @param onFault what becomes of a command that cannot be recorded; empty: what was chosen before, else it is refused
     */
    public static String plain(List<String> more, Optional<OnFault> onFault) {
        return file("plain_begin") + "\n" + statements(more, onFault) + "\n" + file("plain_end");
    }

    /** What {@code CREATE EXTENSION pggit} runs. */
    public static String extension(List<String> more) {
        return text(Stream.of(
                List.of(file("requirements"), file("requirements_extension"), file("on_fault_kept")),
                body(more),
                List.of(file("extension_publication"), file("extension_initial_privileges"))));
    }

    /** What is run in one transaction over a connection, as one string. */
    static String statements(List<String> more, Optional<OnFault> onFault) {
        return text(Stream.of(
                List.of(file("requirements"), file("requirements_plain"), file("on_fault_kept")),
                onFault.stream()
                        .map(mode -> file("on_fault_chosen").replace(MODE, mode.text()))
                        .toList(),
                body(more)));
    }

    /** Tells the statements of one build from those of another: 12 hexadecimal digits. */
    public static String digest(List<String> more) {
        MessageDigest sha256 = sha256();
        for (String sql : objects(more)) {
            sha256.update(sql.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
        }
        return HexFormat.of().formatHex(sha256.digest(), 0, DIGEST_BYTES);
    }

    private static List<String> body(List<String> more) {
        List<String> all = new ArrayList<>(objects(more));
        // before the triggers, which would record it
        all.add(all.size() - 1, file("schema_comment").replace(DIGEST, digest(more)));
        all.addAll(Manifest.storing());
        return all;
    }

    /** All that makes objects; the last statement makes the event triggers. */
    private static List<String> objects(List<String> more) {
        List<String> all = new ArrayList<>();
        for (String name : InstallFiles.IN_ORDER) {
            all.add(Manifest.filled(file(name)));
            if (CalledWriter.is(name)) {
                all.add(CalledWriter.of(file(name)));
            }
        }
        all.addAll(more);
        all.add(file("event_triggers"));
        return all;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
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
