package io.pggit.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.cli.terminal.Table;
import io.pggit.cli.terminal.Terminal;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pggit status}: what the footprint and the engine say about themselves. */
@Command(
        name = "status",
        description = "Shows whether changes are recorded, and how far the engine is.",
        footerHeading = "%nExamples:%n",
        footer = {"  pggit status", "  pggit status --json"},
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private record Component(String component, String status, String details) {}

    private final Surroundings surroundings;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(names = "--json", description = "One JSON object for each component and line.")
    private boolean json;

    StatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<Component> components;
        try (Session session = Session.open(database.url(surroundings.environment()))) {
            components = session.query(
                    StatusCommand.class,
                    "status",
                    row -> new Component(
                            row.getString(1), row.getString(2), Objects.requireNonNullElse(row.getString(3), "")));
        }
        Terminal terminal = surroundings.terminal();
        if (json) {
            components.forEach(component -> terminal.json(object(component)));
        } else {
            Table table = new Table("component", "status", "details");
            components.forEach(row -> table.row(row.component(), row.status(), row.details()));
            table.print(terminal, "");
        }
        return ExitCode.OK.code();
    }

    private static ObjectNode object(Component component) {
        return Json.object()
                .put("component", component.component())
                .put("status", component.status())
                .put("details", component.details());
    }
}
