package io.pggit.sql;

import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** An error of the server, in its parts. */
record SqlError(String state, String message, String detail, String hint) {
    static SqlError of(PSQLException failure) {
        Optional<ServerErrorMessage> server = Optional.ofNullable(failure.getServerErrorMessage());
        return new SqlError(
                failure.getSQLState(),
                server.map(ServerErrorMessage::getMessage).orElse(failure.getMessage()),
                server.map(ServerErrorMessage::getDetail).orElse(""),
                server.map(ServerErrorMessage::getHint).orElse(""));
    }
}
