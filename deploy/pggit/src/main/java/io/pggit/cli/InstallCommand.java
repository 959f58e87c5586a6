package io.pggit.cli;

import io.pggit.capture.footprint.Check;
import io.pggit.capture.footprint.Inspection;
import io.pggit.capture.footprint.Installed;
import io.pggit.capture.footprint.OnFault;
import io.pggit.cli.database.DatabaseUrl;
import io.pggit.cli.terminal.Printable;
import io.pggit.cli.terminal.Terminal;
import io.pggit.serve.Installation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pggit install}: puts pgGit into a database. */
@Command(
        name = "install",
        description = {
            "Puts pgGit into a database: from then on every DDL command is recorded, whoever runs it.",
            "Harmless when repeated. Needs a superuser."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pggit install --url postgresql://postgres@localhost/shop",
            "  pggit install --print > pggit.sql; psql -v ON_ERROR_STOP=1 -f pggit.sql shop",
            "  pggit install --on-fault available --url postgresql://postgres@db.example/shop",
            "  pggit install --audit-only --url postgresql://postgres@db.example/shop"
        },
        mixinStandardHelpOptions = true)
final class InstallCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Mixin
    private ScopeOption scope = new ScopeOption();

    @Option(names = "--print", description = "Prints the SQL instead of running it: a file for psql or JDBC.")
    private boolean print;

    @Option(
            names = "--on-fault",
            paramLabel = "MODE",
            description = {
                "What becomes of a DDL command that cannot be recorded: strict refuses it, available lets it go on and announces"
                        + " the loss (default: what was chosen before, else strict)."
            })
    private Optional<OnFault> onFault = Optional.empty();

    InstallCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Terminal terminal = surroundings.terminal();
        if (print) {
            terminal.text(Installation.script(scope.scope(), onFault));
            return ExitCode.OK.code();
        }
        DatabaseUrl url = database.url(surroundings.environment());
        try (Session session = Session.open(url)) {
            Installation.install(session.connection(), scope.scope(), onFault);
            String how = Installation.find(session.connection())
                    .map(Installed::text)
                    .orElseThrow(() -> new IllegalStateException("nothing is there after the installation"));
            terminal.line("pgGit is in " + url + " (" + how + "): every DDL command is recorded in pggit.ddl_audit.");
            List<Check> checks = Installation.inspect(session.connection());
            checks.stream()
                    .filter(check -> check.name().equals(Inspection.ON_FAULT))
                    .forEach(check -> terminal.line("On fault, " + Printable.line(check.details()) + "."));
            checks.stream()
                    .filter(check -> check.result() == Check.Result.FAILED)
                    .forEach(check -> terminal.note("pggit: " + check.name() + ": " + Printable.line(check.details())
                            + check.remedy().map(remedy -> "; " + remedy).orElse("")));
        }
        terminal.line("Next: pggit serve --url … --data DIR");
        return ExitCode.OK.code();
    }
}
