package io.pggit.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.capture.footprint.Check;
import io.pggit.cli.terminal.Printable;
import io.pggit.cli.terminal.Style;
import io.pggit.cli.terminal.Terminal;
import io.pggit.serve.Installation;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pggit doctor}: everything pgGit needs of a database, each with a remedy. */
@Command(
        name = "doctor",
        description = "Checks server settings, privileges, triggers, publication and slot; says what to do.",
        footerHeading = "%nExamples:%n",
        footer = {"  pggit doctor --url postgresql://postgres@localhost/shop"},
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(names = "--json", description = "One JSON object for each check and line.")
    private boolean json;

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<Check> checks;
        try (Session session = Session.open(database.url(surroundings.environment()))) {
            checks = Installation.inspect(session.connection());
        }
        checks.forEach(json ? check -> surroundings.terminal().json(object(check)) : this::print);
        boolean failed = checks.stream().anyMatch(check -> check.result() == Check.Result.FAILED);
        return (failed ? ExitCode.FAILED : ExitCode.OK).code();
    }

    private void print(Check check) {
        Terminal terminal = surroundings.terminal();
        String mark = switch (check.result()) {
            case OK -> terminal.styled(Style.GOOD, "ok     ");
            case WARNING -> terminal.styled(Style.ID, "warning");
            case FAILED -> terminal.styled(Style.BAD, "failed ");
        };
        terminal.line(mark + "  " + check.name() + ": " + Printable.line(check.details()));
        check.remedy().ifPresent(remedy -> terminal.line("         → " + Printable.line(remedy)));
    }

    private static ObjectNode object(Check check) {
        ObjectNode node = Json.object()
                .put("check", check.name())
                .put("result", check.result().name().toLowerCase(Locale.ROOT))
                .put("details", check.details());
        check.remedy().ifPresent(remedy -> node.put("remedy", remedy));
        return node;
    }
}
