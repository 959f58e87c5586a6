package io.pggit.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A PostgreSQL server process on the loopback address, ready for logical replication. Superuser {@code postgres}; every
 * local connection is trusted, so this is for tests and for trying things out. Stops when the JVM ends, other than by
 * SIGKILL. Thread-safe.
 */
public final class LocalPostgres implements AutoCloseable {
    private static final Duration START_WAIT = Duration.ofSeconds(60);
    private static final Duration STOP_WAIT = Duration.ofSeconds(10);
    private static final Duration DEATH_WAIT = Duration.ofSeconds(30);

    private final PostgresOptions options;
    private final WorkDirectory directory;
    private final int port;
    private final ShutdownHook hook = ShutdownHook.calling(this::shutDown);
    private Optional<EmbeddedPostgres> server = Optional.empty();

    private LocalPostgres(PostgresOptions options, WorkDirectory directory, int port) {
        this.options = options;
        this.directory = directory;
        this.port = port;
    }

    /**
     * Starts a server; makes the database cluster when the directory holds none. Returns when it takes connections.
     *
     * @throws LocalServerException when it does not start
     */
    public static LocalPostgres start(PostgresOptions options) {
        int port =
                options.port().isPresent() ? FreePort.require(options.port().getAsInt(), "PostgreSQL") : FreePort.any();
        LocalPostgres postgres =
                new LocalPostgres(options, WorkDirectory.of(options.directory(), "pggit-postgres-"), port);
        postgres.hook.register();
        try {
            postgres.boot();
        } catch (LocalServerException e) {
            postgres.close();
            throw e;
        }
        return postgres;
    }

    /** URL of one database for PgJDBC, as superuser {@code postgres}. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres";
    }

    /** TCP port on 127.0.0.1; stays the same over {@link #restart()}. */
    public int port() {
        return port;
    }

    /** The cluster's data directory. */
    public Path dataDirectory() {
        return directory.path().resolve("data");
    }

    /** The server's log. */
    public Path log() {
        return directory.path().resolve("postgres.log");
    }

    /** Ends the server by SIGKILL, as a crash would; returns when none of its processes is left. */
    public synchronized void kill() {
        postmaster().ifPresent(LocalPostgres::kill);
    }

    private static void kill(ProcessHandle postmaster) {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        postmaster.destroyForcibly();
        all.forEach(LocalPostgres::requireDeath);
    }

    /** Starts the server again on the same data and port; stops it first when it runs. */
    public synchronized void restart() {
        stop();
        boot();
    }

    /** Stops the server, rolling back open transactions; removes a temporary directory. Harmless when repeated. */
    @Override
    public void close() {
        shutDown();
        hook.unregister();
    }

    private synchronized void shutDown() {
        stop();
        directory.release();
    }

    private void boot() {
        refuseRunningServer();
        try {
            if (directory.temporary() && !Files.exists(dataDirectory())) {
                ClusterTemplate.of(options.binaries()).copyTo(dataDirectory());
            }
            EmbeddedPostgres.Builder builder = programs(options.binaries())
                    .setDataDirectory(dataDirectory())
                    .setPort(port)
                    .setPGStartupWait(START_WAIT)
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log().toFile()));
            options.effectiveSettings().forEach((name, value) -> builder.setServerConfig(name, quoted(value)));
            server = Optional.of(builder.start());
        } catch (IOException | RuntimeException | ExceptionInInitializerError e) {
            throw new LocalServerException(
                    "PostgreSQL in " + directory.path() + " did not start on port " + port + "; its log is " + log(),
                    e);
        }
    }

    /** Makes and starts clusters alike, whoever asks. */
    static EmbeddedPostgres.Builder programs(PostgresBinaries binaries) throws IOException {
        return EmbeddedPostgres.builder()
                .setPgBinaryResolver(binaries)
                .setOverrideWorkingDirectory(WorkDirectory.cache("postgres").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C");
    }

    // pg_ctl hands its -o argument to a shell.
    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }

    private void refuseRunningServer() {
        postmaster().ifPresent(running -> {
            throw new LocalServerException("PostgreSQL in " + directory.path() + " runs already as process "
                    + running.pid() + "; stop it or choose another directory");
        });
    }

    /** Stops the server this object started, never one that was found running. */
    private void stop() {
        if (server.isEmpty()) {
            return;
        }
        Optional<ProcessHandle> postmaster = postmaster();
        try {
            server.get().close();
        } catch (IOException e) {
            throw new LocalServerException("PostgreSQL in " + directory.path() + " did not stop", e);
        } finally {
            server = Optional.empty();
        }
        // A replication client that does not answer holds up an orderly stop for as long as it likes.
        postmaster.filter(process -> !ended(process, STOP_WAIT)).ifPresent(LocalPostgres::kill);
    }

    /** The server's first process: the one postmaster.pid names, if it lives and is a PostgreSQL. */
    private Optional<ProcessHandle> postmaster() {
        Path file = dataDirectory().resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
            // A killed server leaves the file, and the number may be another program's by now.
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process ->
                            process.info().command().orElse("postgres").contains("postgres"));
        } catch (IOException e) {
            throw new LocalServerException("cannot read " + file, e);
        }
    }

    private static void requireDeath(ProcessHandle process) {
        if (!ended(process, DEATH_WAIT)) {
            throw new LocalServerException(
                    "PostgreSQL process " + process.pid() + " did not end within " + DEATH_WAIT.toSeconds() + " s");
        }
    }

    private static boolean ended(ProcessHandle process, Duration wait) {
        try {
            process.onExit().get(wait.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new LocalServerException("cannot wait for PostgreSQL process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalServerException("interrupted while PostgreSQL process " + process.pid() + " ended", e);
        }
    }
}
