package io.pggit.capture.footprint;

import io.pggit.capture.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * How pgGit is installed in a database.
 *
 * @param extension version of the extension; empty when plain SQL made it all
 * @param api whether the functions for users are there, or what an audit needs alone
 * @param digest {@link InstallScript#digest} of the statements that made it; empty when somebody changed the comment of the schema
 */
public record Installed(Optional<String> extension, boolean api, Optional<String> digest) {
    /** What there is; empty where there is nothing. */
    public static Optional<Installed> in(Connection connection) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement(SqlFile.beside(Footprint.class, "Footprint/installed"));
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getBoolean("installed")
                    ? Optional.of(new Installed(
                            Optional.ofNullable(row.getString("extension")),
                            row.getBoolean("api"),
                            Optional.ofNullable(row.getString("digest"))))
                    : Optional.empty();
        }
    }

    /** Whether the statements of this build made it; {@code more} are those that would make the functions for users. */
    public boolean isOfThisBuild(List<String> more) {
        return digest.equals(Optional.of(InstallScript.digest(api ? more : List.of())));
    }

    /** What to do where another build made it. */
    public String renewal() {
        return extension.isPresent()
                ? "run: pggit extension install, then ALTER EXTENSION pggit UPDATE"
                : "run: pggit install";
    }

    /** One line for people. */
    public String text() {
        return extension.map(version -> "extension pggit " + version).orElse("installed as plain SQL, no extension")
                + (api ? ", with the SQL functions" : ", for audit only: without the SQL functions");
    }
}
