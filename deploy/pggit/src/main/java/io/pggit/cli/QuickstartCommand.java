package io.pggit.cli;

import io.pggit.quickstart.Quickstart;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pggit quickstart}: everything at once, with servers of its own. */
@Command(
        name = "quickstart",
        description = {
            "Starts a PostgreSQL 18 and a Kafka broker on this machine, installs pgGit, plays a short story,",
            "shows who did what, and stays up for you to try. Ctrl-C stops everything."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pggit quickstart", "  pggit quickstart --dir ~/pggit-quickstart --port 5433"},
        mixinStandardHelpOptions = true)
final class QuickstartCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--once", description = "Stop everything after the story.")
    private boolean once;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Keep everything here for the next time; left out: temporary, deleted at the end.")
    private Path directory;

    @Option(names = "--port", paramLabel = "N", description = "Port of PostgreSQL; left out: a free one.")
    private Integer port;

    @Option(names = "--kafka-port", paramLabel = "N", description = "Port of Kafka; left out: a free one.")
    private Integer kafkaPort;

    QuickstartCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        Quickstart.Settings settings = new Quickstart.Settings(
                Optional.ofNullable(directory).map(path -> path.toAbsolutePath().normalize()),
                port("--port", port),
                port("--kafka-port", kafkaPort),
                once ? Quickstart.End.AFTER_THE_STORY : Quickstart.End.WHEN_INTERRUPTED);
        // Before the first logger is made: what the engine has to say in passing would disturb the story.
        System.setProperty("org.slf4j.simpleLogger.log.io.pggit", "error");
        new Quickstart(settings, surroundings.terminal(), arguments -> new Cli(surroundings).run(arguments)).run();
        return ExitCode.OK.code();
    }

    private static OptionalInt port(String option, Integer number) {
        if (number != null && (number < 1 || number > 65_535)) {
            throw new Failure(ExitCode.USAGE, option + " must be a number from 1 to 65535, was " + number);
        }
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
