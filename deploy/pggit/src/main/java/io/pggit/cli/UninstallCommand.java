package io.pggit.cli;

import io.pggit.cli.database.DatabaseUrl;
import io.pggit.serve.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pggit uninstall}: takes pgGit out of a database. */
@Command(
        name = "uninstall",
        description = {
            "Takes pgGit out of a database: schema pggit with every record, triggers, publication and slot.",
            "The engine's directory stays. Needs a superuser."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pggit uninstall --yes --url postgresql://postgres@localhost/shop"},
        mixinStandardHelpOptions = true)
final class UninstallCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(names = "--yes", description = "Really delete the records.")
    private boolean yes;

    UninstallCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        DatabaseUrl url = database.url(surroundings.environment());
        if (!yes) {
            throw new Failure(
                    ExitCode.USAGE,
                    "uninstall deletes every audit row in " + url + "; nothing was done, add --yes to do it");
        }
        try (Session session = Session.open(url)) {
            Installation.uninstall(session.connection());
        }
        surroundings.terminal().line("pgGit is gone from " + url + ".");
        return ExitCode.OK.code();
    }
}
