package io.pggit.cli;

import io.pggit.cli.terminal.Printable;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL's SQLSTATEs mean to somebody who typed a command (appendix A of the PostgreSQL manual). */
final class DatabaseFailures {
    /** Unknown schema, table or function. */
    private static final Set<String> NAME_UNKNOWN = Set.of("3F000", "42P01", "42883");

    private DatabaseFailures() {}

    /** Whether {@code error} says that there is no connection: no server, no such login, no such database. */
    static boolean isRefusal(SQLException error) {
        String state = Objects.requireNonNullElse(error.getSQLState(), "");
        return state.startsWith("08") || state.startsWith("28") || state.equals("3D000") || state.equals("53300");
    }

    /**
     * Explains an error.
     *
     * @param which the database, without a password
     */
    static Failure explain(SQLException error, String which) {
        String state = Objects.requireNonNullElse(error.getSQLState(), "");
        if (NAME_UNKNOWN.contains(state) && said(error).contains("pggit")) {
            return new Failure(
                    ExitCode.NOT_SERVED,
                    "pgGit is not installed in " + which + ", or not this function of it (" + said(error)
                            + "); run pggit install with the same --url",
                    error);
        }
        return switch (state) {
            case "08001", "08006", "08004", "08000", "08003" -> unreachable(error, which);
            case "28P01", "28000" ->
                new Failure(
                        ExitCode.UNREACHABLE,
                        "cannot log in to " + which + ": " + said(error)
                                + "; check user and password (URL, PGUSER, PGPASSWORD, ~/.pgpass) and pg_hba.conf",
                        error);
            case "3D000" ->
                new Failure(
                        ExitCode.UNREACHABLE,
                        "cannot connect to " + which + ": " + said(error)
                                + "; name an existing database in the URL or PGDATABASE",
                        error);
            case "53300" ->
                new Failure(
                        ExitCode.UNREACHABLE,
                        "cannot connect to " + which + ": " + said(error) + "; try again when sessions have ended",
                        error);
            case "57P03" -> new Failure(ExitCode.NOT_SERVED, said(error), error);
            case "42501" ->
                new Failure(
                        ExitCode.FAILED,
                        said(error) + " (in " + which
                                + "); ask for role pggit_reader, pggit_developer or pggit_admin, or log in as a superuser",
                        error);
            default -> new Failure(ExitCode.FAILED, said(error), error);
        };
    }

    private static Failure unreachable(SQLException error, String which) {
        String reason = "";
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                reason = "the host name is unknown; check host in the URL or PGHOST";
            } else if (cause instanceof SocketTimeoutException) {
                reason = "no answer; check host, port and firewall";
            } else if (cause instanceof SSLException) {
                reason = "TLS failed (" + cause.getMessage() + "); check sslmode and sslrootcert";
            }
        }
        if (reason.isEmpty() && error.getMessage().contains("password")) {
            reason = "the server asks for a password; give one with PGPASSWORD, ~/.pgpass or in the URL";
        }
        if (reason.isEmpty() && error.getMessage().contains("refused")) {
            reason = "connection refused; is PostgreSQL running there, and are host and port right?";
        }
        return new Failure(
                ExitCode.UNREACHABLE,
                "cannot connect to " + which + ": " + (reason.isEmpty() ? said(error) : reason),
                error);
    }

    /** PostgreSQL's message and hint, without the statement it may quote. */
    private static String said(SQLException error) {
        Optional<ServerErrorMessage> server = error instanceof PSQLException postgres
                ? Optional.ofNullable(postgres.getServerErrorMessage())
                : Optional.empty();
        String message = server.map(ServerErrorMessage::getMessage).orElse(error.getMessage());
        String hint =
                server.map(ServerErrorMessage::getHint).map(text -> "; " + text).orElse("");
        return Printable.line((message + hint).strip().replaceAll("\\s*\\R\\s*", " "));
    }
}
