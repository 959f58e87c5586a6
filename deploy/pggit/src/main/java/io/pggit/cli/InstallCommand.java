package io.pggit.cli;

import io.pggit.capture.footprint.Check;
import io.pggit.capture.footprint.Installed;
import io.pggit.cli.database.DatabaseUrl;
import io.pggit.cli.terminal.Printable;
import io.pggit.cli.terminal.Terminal;
import io.pggit.serve.Installation;
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

    InstallCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Terminal terminal = surroundings.terminal();
        if (print) {
            terminal.text(Installation.script(scope.scope()));
            return ExitCode.OK.code();
        }
        DatabaseUrl url = database.url(surroundings.environment());
        try (Session session = Session.open(url)) {
            Installation.install(session.connection(), scope.scope());
            String how = Installation.find(session.connection())
                    .map(Installed::text)
                    .orElseThrow(() -> new IllegalStateException("nothing is there after the installation"));
            terminal.line("pgGit is in " + url + " (" + how + "): every DDL command is recorded in pggit.ddl_audit.");
            Installation.inspect(session.connection()).stream()
                    .filter(check -> check.result() == Check.Result.FAILED)
                    .forEach(check -> terminal.note("pggit: " + check.name() + ": " + Printable.line(check.details())
                            + check.remedy().map(remedy -> "; " + remedy).orElse("")));
        }
        terminal.line("Next: pggit serve --url … --data DIR");
        return ExitCode.OK.code();
    }
}
