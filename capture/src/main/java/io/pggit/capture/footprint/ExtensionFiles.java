package io.pggit.capture.footprint;

import io.pggit.capture.CaptureException;
import io.pggit.capture.SqlFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The files by which a server knows the extension {@code pggit}. */
public final class ExtensionFiles {
    private static final String CONTROL = "pggit.control";

    private ExtensionFiles() {}

    /**
     * Writes them into a server's directory of shared files; each appears whole, and takes the place of an older one.
     *
     * @param shared what {@code pg_config --sharedir} prints
     * @param more statements that make further objects, such as the SQL API
     * @return the files written
     * @throws CaptureException when this is no such directory, or cannot be written to
     */
    public static List<Path> write(Path shared, List<String> more) {
        Path directory = shared.resolve("extension");
        if (!Files.isDirectory(directory)) {
            throw new CaptureException("there is no directory " + directory
                    + ": expected the shared files of a PostgreSQL server, as pg_config --sharedir names them");
        }
        try {
            return List.of(
                    write(
                            directory.resolve("pggit--" + Footprint.EXTENSION_VERSION + ".sql"),
                            InstallScript.extension(more)),
                    // last: the server offers the extension from now on
                    write(directory.resolve(CONTROL), control()));
        } catch (IOException e) {
            throw new CaptureException(
                    "cannot write to " + directory + ": " + e + "; run this as a user who may, such as root", e);
        }
    }

    /**
     * The shared files of the server one is connected to, as it names them on its own machine.
     *
     * @throws CaptureException when the role may not know, or the server does not answer
     */
    public static Path sharedDirectory(Connection connection) {
        try (PreparedStatement query =
                        connection.prepareStatement(SqlFile.of(ExtensionFiles.class, "shared_directory"));
                ResultSet row = query.executeQuery()) {
            row.next();
            return Path.of(row.getString("directory"));
        } catch (SQLException e) {
            throw new CaptureException("cannot ask the server where its extensions are: " + e.getMessage(), e);
        }
    }

    private static String control() throws IOException {
        try (InputStream in = ExtensionFiles.class.getResourceAsStream("ExtensionFiles/" + CONTROL)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@version@", Footprint.EXTENSION_VERSION);
        }
    }

    private static Path write(Path file, String text) throws IOException {
        Path whole = Files.createTempFile(file.getParent(), ".pggit", ".new");
        try {
            Files.writeString(whole, text);
            if (Files.getFileStore(whole).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(whole, PosixFilePermissions.fromString("rw-r--r--"));
            }
            return Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
    }
}
