package io.pggit.capture.footprint;

import io.pggit.capture.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * How pgGit is installed in a database.
 *
 * @param extension version of the extension; empty when plain SQL made it all
 * @param api whether the functions for users are there, or what an audit needs alone
 */
public record Installed(Optional<String> extension, boolean api) {
    /** What there is; empty where there is nothing. */
    public static Optional<Installed> in(Connection connection) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement(SqlFile.beside(Footprint.class, "Footprint/installed"));
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getBoolean("installed")
                    ? Optional.of(new Installed(Optional.ofNullable(row.getString("extension")), row.getBoolean("api")))
                    : Optional.empty();
        }
    }

    /** One line for people. */
    public String text() {
        return extension.map(version -> "extension pggit " + version).orElse("installed as plain SQL, no extension")
                + (api ? ", with the SQL functions" : ", for audit only: without the SQL functions");
    }
}
