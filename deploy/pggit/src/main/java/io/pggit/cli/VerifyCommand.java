package io.pggit.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.cli.terminal.Printable;
import io.pggit.cli.terminal.Style;
import io.pggit.cli.terminal.Terminal;
import io.pggit.core.diff.AttributeChange;
import io.pggit.core.diff.ColumnOrder;
import io.pggit.core.diff.ObjectDifference;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pggit verify}: is the live schema what history says it is? */
@Command(
        name = "verify",
        description = "Compares the live catalog with the facts at HEAD, attribute by attribute.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pggit verify --url postgresql://postgres@localhost/shop",
            "Exit code 0 and \"0 differences\" when they are equal, 1 otherwise."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    /** DDL committed between the two readings shows as a difference that is gone a moment later. */
    private static final int READINGS = 3;

    private final Surroundings surroundings;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(names = "--json", description = "One JSON object: differences, objects, unmodelled, reordered.")
    private boolean json;

    VerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        SchemaFacts head;
        SchemaFacts live;
        List<ObjectDifference> differences;
        try (Session session = Session.open(database.url(surroundings.environment()))) {
            head = SchemaFacts.at(session, "HEAD");
            live = SchemaFacts.live(session);
            differences = differences(head, live);
            for (int i = 1; i < READINGS && !differences.isEmpty(); i++) {
                SchemaFacts later = SchemaFacts.at(session, "HEAD");
                if (later.equals(head)) {
                    break;
                }
                head = later;
                live = SchemaFacts.live(session);
                differences = differences(head, live);
            }
        }
        List<String> reordered = reordered(head, live);
        if (json) {
            surroundings.terminal().json(object(live, differences, reordered));
        } else {
            print(live, differences, reordered);
        }
        return (differences.isEmpty() ? ExitCode.OK : ExitCode.FAILED).code();
    }

    /** The order of columns apart: no checkout can give them another. */
    private static List<ObjectDifference> differences(SchemaFacts head, SchemaFacts live) {
        return ObjectDifference.between(ColumnOrder.removed(head.objects()), ColumnOrder.removed(live.objects()));
    }

    private static List<String> reordered(SchemaFacts head, SchemaFacts live) {
        return ColumnOrder.differing(head.objects(), live.objects()).stream()
                .map(SchemaFacts::name)
                .toList();
    }

    private void print(SchemaFacts live, List<ObjectDifference> differences, List<String> reordered) {
        Terminal terminal = surroundings.terminal();
        for (ObjectDifference difference : differences) {
            String name = Printable.line(SchemaFacts.name(difference.id()));
            switch (difference.side()) {
                case ONLY_BEFORE -> terminal.line(terminal.styled(Style.BAD, "- " + name) + " is at HEAD only");
                case ONLY_AFTER -> terminal.line(terminal.styled(Style.GOOD, "+ " + name) + " is in the database only");
                case BOTH -> {
                    terminal.line(terminal.styled(Style.NOTE, "~ " + name));
                    difference.attributes().forEach(this::print);
                }
            }
        }
        reordered.forEach(name -> terminal.line("  columns of " + Printable.line(name)
                + " stand in another order, which is no difference: PostgreSQL cannot reorder them"));
        String sum = differences.size() + (differences.size() == 1 ? " difference" : " differences");
        terminal.line(terminal.styled(differences.isEmpty() ? Style.GOOD : Style.BAD, sum) + ", "
                + live.objects().size() + " objects compared, " + live.unmodelled()
                + " of unmodelled kinds not compared");
    }

    private void print(AttributeChange change) {
        Terminal terminal = surroundings.terminal();
        terminal.line("    " + Printable.line(change.pathText()));
        change.before()
                .ifPresent(value -> terminal.line(
                        terminal.styled(Style.BAD, "      HEAD      " + Printable.line(value.toString()))));
        change.after()
                .ifPresent(value -> terminal.line(
                        terminal.styled(Style.GOOD, "      database  " + Printable.line(value.toString()))));
    }

    private static ObjectNode object(SchemaFacts live, List<ObjectDifference> differences, List<String> reordered) {
        ObjectNode result = Json.object()
                .put("differences", differences.size())
                .put("objects", live.objects().size())
                .put("unmodelled", live.unmodelled());
        ArrayNode names = result.putArray("reordered");
        reordered.forEach(names::add);
        ArrayNode list = result.putArray("details");
        for (ObjectDifference difference : differences) {
            ObjectNode object = list.addObject()
                    .put("kind", difference.id().kind().text())
                    .put("name", SchemaFacts.name(difference.id()))
                    .put(
                            "side",
                            switch (difference.side()) {
                                case ONLY_BEFORE -> "head";
                                case ONLY_AFTER -> "database";
                                case BOTH -> "both";
                            });
            ArrayNode attributes = object.putArray("attributes");
            difference.attributes().forEach(change -> {
                ObjectNode attribute = attributes.addObject().put("path", change.pathText());
                change.before().ifPresent(value -> attribute.set("head", value));
                change.after().ifPresent(value -> attribute.set("database", value));
            });
        }
        return result;
    }
}
