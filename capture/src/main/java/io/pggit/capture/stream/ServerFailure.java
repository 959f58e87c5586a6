package io.pggit.capture.stream;

import io.pggit.capture.CaptureException;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;

/** Turns the refusals of a server into one line with what to do. */
final class ServerFailure {
    private ServerFailure() {}

    /**
     * A failure for users.
     *
     * @param attempt what was tried and on what, such as {@code cannot attach to jdbc:…}
     */
    static CaptureException of(String attempt, SQLException failure) {
        String remedy = remedy(failure).map(text -> "; " + text).orElse("");
        return new CaptureException(attempt + ": " + line(failure) + remedy, failure);
    }

    /** The server's message alone: without detail, hint and place, which may quote statements. */
    static String line(SQLException failure) {
        if (failure instanceof PSQLException error && error.getServerErrorMessage() != null) {
            return Optional.ofNullable(error.getServerErrorMessage().getMessage())
                    .orElse("SQLSTATE " + failure.getSQLState());
        }
        return Optional.ofNullable(failure.getMessage())
                .flatMap(text -> text.lines().findFirst())
                .orElse("SQLSTATE " + failure.getSQLState());
    }

    private static Optional<String> remedy(SQLException failure) {
        return switch (Optional.ofNullable(failure.getSQLState()).orElse("")) {
            // One state for several settings; their names are in the message, in any language.
            case "55000" ->
                line(failure).contains("max_replication_slots")
                        ? Optional.of("raise max_replication_slots and restart the server")
                        : Optional.of("set wal_level = logical in postgresql.conf and restart the server");
            case "55006" -> Optional.of("another engine is attached to this database; stop it first");
            case "53400" -> Optional.of("raise max_replication_slots, or drop a slot nobody uses");
            case "53300" -> Optional.of("raise max_wal_senders or max_connections");
            case "42501" ->
                Optional.of("log in as a superuser or as a role with REPLICATION that may read pggit.ddl_audit");
            default -> Optional.empty();
        };
    }
}
