package io.pggit.quickstart;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.capture.reconcile.Reconciler;
import io.pggit.cli.database.DatabaseUrl;
import io.pggit.cli.terminal.Style;
import io.pggit.cli.terminal.Terminal;
import io.pggit.kafka.EventTopics;
import io.pggit.kafka.KafkaSettings;
import io.pggit.serve.Carrier;
import io.pggit.serve.Engine;
import io.pggit.serve.EngineSettings;
import io.pggit.serve.Installation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/**
 * Servers, installation, engine and a story, in this process, and what pgGit made of it, shown by the commands a user
 * would type.
 */
public final class Quickstart {
    private static final String ENVIRONMENT = "quickstart";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** When it is over. */
    public enum End {
        /** At once. */
        AFTER_THE_STORY,
        /** On Ctrl-C or SIGTERM. */
        WHEN_INTERRUPTED
    }

    /**
     * What the user chose.
     *
     * @param directory where everything is kept for the next time; empty: a temporary directory
     * @param port of PostgreSQL; empty: a free one
     * @param kafkaPort of Kafka; empty: a free one
     * @param end when to stop
     */
    public record Settings(Optional<Path> directory, OptionalInt port, OptionalInt kafkaPort, End end) {}

    /** Runs a command of pggit as if it was typed. */
    @FunctionalInterface
    public interface Commands {
        /** Returns the exit code. */
        int run(String... arguments);
    }

    private final Settings settings;
    private final Terminal terminal;
    private final Commands commands;
    private final Progress progress;
    private Optional<Engine> running = Optional.empty();

    /** A quickstart that prints to {@code terminal}. */
    public Quickstart(Settings settings, Terminal terminal, Commands commands) {
        this.settings = settings;
        this.terminal = terminal;
        this.commands = commands;
        this.progress = new Progress(terminal);
    }

    /**
     * Runs it all; returns when it is over and everything is stopped.
     *
     * @throws io.pggit.servers.LocalServerException when a server does not start
     */
    public void run() throws SQLException, InterruptedException {
        terminal.line(
                terminal.styled(Style.BOLD, "pgGit quickstart") + ": a PostgreSQL, a Kafka and pgGit to play with. "
                        + settings.directory()
                                .map(directory -> "Kept in " + directory + ".")
                                .orElse("Nothing is kept."));
        terminal.line();
        try (Workplace workplace = Workplace.open(settings.directory())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(workplace), "quickstart-shutdown"));
            run(workplace);
        }
        terminal.line();
        terminal.line("Everything is stopped.");
    }

    private void run(Workplace workplace) throws SQLException, InterruptedException {
        try (Servers servers = Servers.start(settings, progress)) {
            DatabaseUrl database = DatabaseUrl.parse(
                    "postgresql://postgres@127.0.0.1:" + servers.postgresPort() + "/postgres", Map.of());
            try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.properties())) {
                // so that CREATE EXTENSION works in further databases of it
                Installation.writeExtension(connection, Installation.Scope.FULL);
                Installation.install(connection);
            }
            progress.done("pgGit is installed: every DDL command is recorded from now on");
            KafkaSettings kafka = KafkaSettings.to(servers.kafkaServers()).with(new EventTopics(ENVIRONMENT));
            EngineSettings engineSettings = new EngineSettings(
                    database.database(),
                    workplace.directory(),
                    Optional.of(kafka),
                    Carrier.PGOUTPUT,
                    Reconciler.INTERVAL);
            try (Engine engine = start(engineSettings)) {
                progress.done("the engine reads the replication slot: journal, Git repository, events");
                play(database, engine);
                show(database, servers, engine);
                if (settings.end() == End.WHEN_INTERRUPTED) {
                    new CountDownLatch(1).await();
                }
            }
        }
    }

    private synchronized Engine start(EngineSettings engineSettings) throws SQLException {
        Engine engine = Engine.start(engineSettings, new SimpleMeterRegistry());
        running = Optional.of(engine);
        return engine;
    }

    /** On Ctrl-C, but not while the engine starts; the servers have hooks of their own. */
    private synchronized void stop(Workplace workplace) {
        running.ifPresent(Engine::close);
        workplace.close();
    }

    private void play(DatabaseUrl database, Engine engine) throws SQLException, InterruptedException {
        Story story = new Story(database);
        if (story.wasPlayed()) {
            terminal.line();
            terminal.line("The story was played here before; this is what is kept of it.");
        } else {
            heading("A week in a small shop");
            story.play(terminal);
        }
        story.settle();
        engine.awaitProjections(PATIENCE);
    }

    private void show(DatabaseUrl database, Servers servers, Engine engine) {
        String url = database.toString();
        heading("Who did what");
        run("log", "--oneline", "--url", url);
        heading("What did ben do that night?");
        run("show", "HEAD", "--url", url);
        heading("What did the rename change?");
        run("show", "HEAD~3", "--url", url);
        heading("Is the database what its history says?");
        run("verify", "--url", url);
        heading("The same as events in Kafka, one for each DDL command");
        run("events", "--from-beginning", "--kafka", servers.kafkaServers(), "--env", ENVIRONMENT);
        if (settings.end() == End.WHEN_INTERRUPTED) {
            heading("Now you");
            terminal.line("  psql " + url);
            terminal.line("  git clone " + engine.repository());
            terminal.line("  deploy/bin/pggit log --url " + url);
            terminal.line(
                    "  deploy/bin/pggit events --follow --kafka " + servers.kafkaServers() + " --env " + ENVIRONMENT);
            terminal.line();
            terminal.line("Ctrl-C stops everything.");
        }
    }

    private void heading(String text) {
        terminal.line();
        terminal.line(terminal.styled(Style.BOLD, text));
    }

    private void run(String... arguments) {
        terminal.line(terminal.styled(Style.FAINT, "$ pggit " + String.join(" ", arguments)));
        terminal.line();
        commands.run(arguments);
    }
}
