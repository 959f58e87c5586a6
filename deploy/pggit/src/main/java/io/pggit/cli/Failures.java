package io.pggit.cli;

import io.pggit.capture.CaptureException;
import io.pggit.cli.database.DatabaseUrlException;
import io.pggit.cli.terminal.Printable;
import io.pggit.core.facts.CorruptFacts;
import io.pggit.core.plan.order.CircularPlan;
import io.pggit.kafka.EventsUnavailableException;
import io.pggit.runtime.StorageException;
import io.pggit.serve.NotInstalledException;
import io.pggit.servers.LocalServerException;
import java.sql.SQLException;
import java.util.Optional;

/** Turns whatever went wrong into one line that says what, which, and what to do. */
final class Failures {
    private Failures() {}

    static Failure explain(Throwable error) {
        if (error instanceof Failure failure) {
            return failure;
        }
        if (error instanceof DatabaseUrlException) {
            return new Failure(ExitCode.USAGE, error.getMessage(), error);
        }
        Optional<SQLException> database = causeOfDatabase(error);
        if (database.isPresent() && DatabaseFailures.isRefusal(database.get())) {
            return DatabaseFailures.explain(database.get(), "the database");
        }
        if (error instanceof NotInstalledException) {
            return new Failure(ExitCode.NOT_SERVED, line(error.getMessage()), error);
        }
        if (error instanceof EventsUnavailableException) {
            return new Failure(ExitCode.UNREACHABLE, line(error.getMessage()), error);
        }
        if (error instanceof CaptureException
                || error instanceof StorageException
                || error instanceof LocalServerException) {
            return new Failure(ExitCode.FAILED, line(error.getMessage()), error);
        }
        if (error instanceof CircularPlan || error instanceof CorruptFacts) {
            return new Failure(ExitCode.FAILED, "there is no plan: " + line(error.getMessage()), error);
        }
        if (database.isPresent()) {
            return DatabaseFailures.explain(database.get(), "the database");
        }
        String what = error.getMessage() == null ? error.getClass().getName() : error.getMessage();
        return new Failure(
                ExitCode.FAILED,
                "unexpected " + error.getClass().getSimpleName() + ": " + line(what) + "; --verbose shows where",
                error);
    }

    private static Optional<SQLException> causeOfDatabase(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static String line(String message) {
        return Printable.line(message.strip().replaceAll("\\s*\\R\\s*", " "));
    }
}
