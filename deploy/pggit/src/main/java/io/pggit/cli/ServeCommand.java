package io.pggit.cli;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.cli.database.DatabaseUrl;
import io.pggit.kafka.KafkaSettings;
import io.pggit.serve.Carrier;
import io.pggit.serve.DivergedException;
import io.pggit.serve.Engine;
import io.pggit.serve.EngineSettings;
import io.pggit.serve.NotInstalledException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pggit serve}: the engine, until it is stopped. */
@Command(
        name = "serve",
        description = {
            "Runs the engine for one database: journal, Git repository, Kafka events, and answers to SQL functions.",
            "Prints a line when it is ready; ends on Ctrl-C or SIGTERM. Needs a superuser and wal_level = logical."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pggit serve --url postgresql://postgres@localhost/shop --data /var/lib/pggit/shop",
            "  pggit serve --data /var/lib/pggit/shop --kafka localhost:9092"
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final long LOOK_EVERY_MS = 500;
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    private final Surroundings surroundings;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Spec
    private CommandSpec command;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "Directory of the journal and the repository; one for each database.")
    private Path directory;

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Where events go; left out: nowhere.")
    private String kafka;

    @Option(
            names = "--stream",
            paramLabel = "CARRIER",
            defaultValue = "pgoutput",
            description = {
                "What carries audit rows: pgoutput (default), debezium, or table, which needs no replication slot",
                "but cannot carry the questions of log, show and verify."
            })
    private Carrier carrier;

    @Option(
            names = "--reconcile-seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "How often the database is compared with its record (default: ${DEFAULT-VALUE}).")
    private int reconcileSeconds;

    @Option(
            names = "--no-wait",
            description = "Ends with code 4 where pgGit is not installed, instead of waiting until it is.")
    private boolean noWait;

    @Mixin
    private KafkaOption topics = new KafkaOption();

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (reconcileSeconds < 1) {
            throw new ParameterException(
                    command.commandLine(), "--reconcile-seconds must be 1 or more, was " + reconcileSeconds);
        }
        DatabaseUrl url = database.url(surroundings.environment());
        Optional<KafkaSettings> settings = Optional.ofNullable(kafka).map(topics::settings);
        EngineSettings engineSettings = new EngineSettings(
                url.database(),
                directory.toAbsolutePath().normalize(),
                settings,
                carrier,
                Duration.ofSeconds(reconcileSeconds));
        AtomicReference<Engine> running = new AtomicReference<>();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> Optional.ofNullable(running.get()).ifPresent(Engine::close), "pggit-shutdown"));
        Optional<DivergedException> diverged = Optional.empty();
        while (true) {
            try (Engine engine = start(engineSettings, url, diverged)) {
                running.set(engine);
                surroundings
                        .terminal()
                        .line("pggit serve is ready: " + url + " → " + engine.repository()
                                + settings.map(to -> ", events → " + to.bootstrapServers() + " "
                                                + to.topics().ddl())
                                        .orElse(""));
                engine.awaitEnd();
                return ExitCode.OK.code();
            } catch (DivergedException e) {
                LOG.warn("{}; starting again", e.getMessage());
                diverged = Optional.of(e);
            } catch (SQLException e) {
                throw DatabaseFailures.explain(e, url.toString());
            }
        }
    }

    /** Attaches at once, or as soon as pgGit is installed. */
    private Engine start(EngineSettings settings, DatabaseUrl url, Optional<DivergedException> diverged)
            throws SQLException, InterruptedException {
        boolean said = false;
        while (true) {
            try {
                return diverged.isPresent()
                        ? Engine.start(settings, new SimpleMeterRegistry(), diverged.get())
                        : Engine.start(settings, new SimpleMeterRegistry());
            } catch (NotInstalledException e) {
                if (noWait) {
                    throw e;
                }
                if (!said) {
                    surroundings
                            .terminal()
                            .note("pggit: pgGit is not installed in " + url
                                    + " yet: waiting for CREATE EXTENSION pggit or pggit install");
                }
                said = true;
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            }
        }
    }
}
