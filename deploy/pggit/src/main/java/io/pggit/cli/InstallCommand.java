package io.pggit.cli;

import io.pggit.capture.footprint.Check;
import io.pggit.capture.footprint.Inspection;
import io.pggit.cli.database.DatabaseUrl;
import io.pggit.cli.terminal.Printable;
import io.pggit.cli.terminal.Terminal;
import io.pggit.serve.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pggit install}: puts pgGit into a database. */
@Command(
        name = "install",
        description = {
            "Puts pgGit into a database: from then on every DDL command is recorded, whoever runs it.",
            "Harmless when repeated. Needs a superuser."
        },
        mixinStandardHelpOptions = true)
final class InstallCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    InstallCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        DatabaseUrl url = database.url(surroundings.environment());
        Terminal terminal = surroundings.terminal();
        try (Session session = Session.open(url)) {
            Installation.install(session.connection());
            terminal.line("pgGit is installed in " + url + ": every DDL command is now recorded in pggit.ddl_audit.");
            Inspection.of(session.connection()).stream()
                    .filter(check -> check.result() == Check.Result.FAILED)
                    .forEach(check -> terminal.note("pggit: " + check.name() + ": " + Printable.line(check.details())
                            + check.remedy().map(remedy -> "; " + remedy).orElse("")));
        }
        terminal.line("Next: pggit serve --url … --data DIR");
        return ExitCode.OK.code();
    }
}
