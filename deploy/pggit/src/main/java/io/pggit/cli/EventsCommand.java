package io.pggit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.cli.terminal.Printable;
import io.pggit.cli.terminal.Style;
import io.pggit.cli.terminal.Terminal;
import io.pggit.kafka.DdlEvent;
import io.pggit.kafka.DdlEventReader;
import io.pggit.kafka.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pggit events}: what any consumer of the topic would see. */
@Command(
        name = "events",
        description = {
            "Reads the events in Kafka as a consumer would, with isolation level read_committed.",
            "Ends when every event there is was read, or with --follow on Ctrl-C."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pggit events --kafka localhost:9092 --from-beginning",
            "  pggit events --kafka localhost:9092 --follow --json"
        },
        mixinStandardHelpOptions = true)
final class EventsCommand implements Callable<Integer> {
    private static final Duration WAIT = Duration.ofMillis(500);

    private static final String HEADING = "%4s  %-19s  %-8s  %-16s  %s";

    private final Surroundings surroundings;
    private boolean headed;

    @Option(names = "--kafka", paramLabel = "HOST:PORT", required = true, description = "A broker of the cluster.")
    private String kafka;

    @Mixin
    private KafkaOption topics = new KafkaOption();

    @Option(
            names = "--from-beginning",
            description = "From the oldest event on; left out: only what comes from now on.")
    private boolean fromBeginning;

    @Option(
            names = "--capture",
            description = "The events about the capture itself: findings, gaps, attempts that came to nothing.")
    private boolean capture;

    @Option(names = "--follow", description = "Wait for further events.")
    private boolean follow;

    @Option(names = "--json", description = "One JSON object for each event and line: its attributes, and data.")
    private boolean json;

    EventsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (!fromBeginning && !follow) {
            throw new Failure(
                    ExitCode.USAGE, "events without --from-beginning or --follow would show nothing; add one of them");
        }
        KafkaSettings settings = topics.settings(kafka);
        Terminal terminal = surroundings.terminal();
        String topic = capture ? settings.topics().capture() : settings.topics().ddl();
        try (DdlEventReader reader = fromBeginning
                ? DdlEventReader.fromBeginning(settings, topic)
                : DdlEventReader.fromNow(settings, topic)) {
            while (!terminal.isClosed() && (follow || !reader.atEnd())) {
                List<DdlEvent> events = reader.poll(WAIT);
                events.forEach(json ? event -> terminal.json(object(event)) : this::print);
            }
        }
        return ExitCode.OK.code();
    }

    private void print(DdlEvent event) {
        Terminal terminal = surroundings.terminal();
        if (!headed && !capture) {
            headed = true;
            terminal.line(terminal.styled(
                    Style.BOLD, String.format(HEADING, "#", "time (UTC)", "role", "command", "object")));
        }
        JsonNode data = event.data();
        String time = event.attributes().getOrDefault("time", "");
        String second = time.length() > 19 ? time.substring(0, 19).replace('T', ' ') : time;
        if (capture) {
            printCapture(data, second);
            return;
        }
        terminal.line(terminal.styled(Style.FAINT, String.format("%4d  %s", event.sequence(), Printable.line(second)))
                + String.format(
                        "  %-8s  ",
                        Printable.line(data.path("actor").path("session_role").asText()))
                + terminal.styled(
                        Style.BOLD,
                        String.format(
                                "%-16s", Printable.line(data.path("command_tag").asText())))
                + "  " + Printable.line(event.subject().orElse("")));
    }

    private void printCapture(JsonNode data, String second) {
        Terminal terminal = surroundings.terminal();
        String what = data.has("details")
                ? data.path("object").asText() + ": " + data.path("details").asText()
                : data.path("command_tag").asText() + " by "
                        + data.path("actor").path("session_role").asText();
        terminal.line(terminal.styled(Style.FAINT, Printable.line(second))
                + "  "
                + terminal.styled(Style.BOLD, Printable.line(data.path("kind").asText()))
                + "  " + Printable.line(what));
    }

    private static ObjectNode object(DdlEvent event) {
        ObjectNode node = Json.object();
        event.attributes().forEach(node::put);
        node.set("data", event.data());
        return node;
    }
}
