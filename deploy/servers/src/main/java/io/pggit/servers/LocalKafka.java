package io.pggit.servers;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * A Kafka broker on the loopback address: one KRaft node in a JVM of its own, made from the class path of this one.
 * Ends when this JVM ends, also when that was killed. Thread-safe.
 */
public final class LocalKafka implements AutoCloseable {
    private static final Duration START_WAIT = Duration.ofSeconds(180);
    private static final Duration STOP_WAIT = Duration.ofSeconds(15);

    private final WorkDirectory directory;
    private final int port;
    private final ShutdownHook hook = ShutdownHook.calling(this::shutDown);
    private Optional<Process> process = Optional.empty();

    private LocalKafka(WorkDirectory directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /**
     * Starts a broker; formats its directory when that is new. Returns when it serves clients.
     *
     * @throws LocalServerException when it does not start
     */
    public static LocalKafka start(KafkaOptions options) {
        int port = options.port().isPresent() ? FreePort.require(options.port().getAsInt(), "Kafka") : FreePort.any();
        LocalKafka kafka = new LocalKafka(WorkDirectory.of(options.directory(), "pggit-kafka-"), port);
        kafka.hook.register();
        try {
            kafka.configure(options);
            kafka.boot();
        } catch (LocalServerException e) {
            kafka.close();
            throw e;
        }
        return kafka;
    }

    /** What a client sets as {@code bootstrap.servers}; stays the same over {@link #restart()}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The broker's log. */
    public Path log() {
        return directory.path().resolve("kafka.log");
    }

    /** Ends the broker by SIGKILL, as a crash would; returns when it is gone. */
    public synchronized void kill() {
        process.ifPresent(running -> awaitEnd(running.destroyForcibly()));
        process = Optional.empty();
    }

    /** Stops the broker in an orderly way; {@link #restart()} starts it again. */
    public synchronized void stop() {
        process.ifPresent(running -> {
            running.destroy();
            awaitEnd(running);
        });
        process = Optional.empty();
    }

    /** Starts the broker again on the same topics and port; stops it first when it runs. */
    public synchronized void restart() {
        stop();
        boot();
    }

    /** Stops the broker; removes a temporary directory. Harmless when repeated. */
    @Override
    public void close() {
        shutDown();
        hook.unregister();
    }

    private synchronized void shutDown() {
        if (directory.temporary()) {
            kill();
        } else {
            stop();
        }
        directory.release();
    }

    private Path properties() {
        return directory.path().resolve("server.properties");
    }

    private Path topics() {
        return directory.path().resolve("topics");
    }

    private void configure(KafkaOptions options) {
        Properties settings = options.effectiveSettings(topics(), port, FreePort.any());
        try (Writer file = Files.newBufferedWriter(properties())) {
            settings.store(file, null);
        } catch (IOException e) {
            throw new LocalServerException("cannot write " + properties(), e);
        }
    }

    private void boot() {
        try {
            // Standard input stays open on purpose: its end tells the broker that we are gone.
            process = Optional.of(new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start());
        } catch (IOException e) {
            throw new LocalServerException("cannot start a JVM for Kafka", e);
        }
        awaitService();
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"));
        // Much of the start goes into verifying the classes of Kafka, which this build has from where it has its
        // own.
        command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote"));
        // Whichever SLF4J binding the class path has, it must not drown the log in the broker's chatter.
        command.addAll(List.of(
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.logFile=System.err",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dlog4j2.level=WARN"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BrokerProcess.class.getName()));
        command.addAll(List.of(topics().toString(), properties().toString()));
        return command;
    }

    private void awaitService() {
        Properties settings = new Properties();
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, "20");
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "100");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "2000");
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "2000");
        long deadline = System.nanoTime() + START_WAIT.toNanos();
        awaitPort(deadline);
        try (Admin admin = Admin.create(settings)) {
            while (!serves(admin)) {
                refuseDeathOrDelay(deadline);
            }
        }
    }

    /** Waits for the port first: a client that finds nobody there logs a warning per attempt. */
    private void awaitPort(long deadline) {
        while (!FreePort.answers(port)) {
            refuseDeathOrDelay(deadline);
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LocalServerException("interrupted while Kafka started", e);
            }
        }
    }

    private void refuseDeathOrDelay(long deadline) {
        boolean alive = process.map(Process::isAlive).orElse(false);
        if (!alive || System.nanoTime() > deadline) {
            throw new LocalServerException("Kafka in " + directory.path() + " did not start on port " + port
                    + (alive ? " within " + START_WAIT.toSeconds() + " s" : "") + "; its log is " + log());
        }
    }

    private static boolean serves(Admin admin) {
        try {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            // Not yet; the caller watches the deadline and whether the process lives.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalServerException("interrupted while Kafka started", e);
        }
    }

    private static void awaitEnd(Process process) {
        try {
            if (!process.waitFor(STOP_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
