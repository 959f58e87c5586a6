package io.pggit.cli;

import io.pggit.cli.terminal.Printable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pggit checkout}: changes the live schema. */
@Command(
        name = "checkout",
        description = {
            "Makes the live schema that of a branch, tag, commit or time, by DDL in one transaction.",
            "Refuses to lose rows or values unless told to."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pggit checkout feature/login",
            "  pggit checkout -b feature/login     makes the branch from HEAD first",
            "  pggit checkout v1.2                 detached: DDL then belongs to no branch",
            "  pggit checkout main --discard-data"
        },
        mixinStandardHelpOptions = true)
final class CheckoutCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private AnswerOptions answer = new AnswerOptions();

    @Parameters(paramLabel = "REV", description = "A branch, tag, commit or time.")
    private String revision;

    @Option(names = "-b", description = "Makes a branch of that name from HEAD first.")
    private boolean create;

    @Option(names = "--discard-data", description = "Also when tables with rows or columns with values go.")
    private boolean discard;

    CheckoutCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String done = answer.texts(surroundings, CheckoutCommand.class, "checkout", revision, create, discard)
                .get(0);
        if (answer.json()) {
            surroundings.terminal().json(Json.object().put("done", done));
        } else {
            surroundings.terminal().line(Printable.line(done));
        }
        return ExitCode.OK.code();
    }
}
