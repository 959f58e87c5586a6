package io.pggit.runtime.measurement;

import io.pggit.runtime.sqlite.SqliteFile;
import io.pggit.runtime.sqlite.SqliteSession;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/**
 * How long calls took, summed up by day and kept for {@value #DAYS} days in {@code measurements.db} in the engine's directory.
 * Written at most once a second: a crash loses what was measured in the last one. Any thread may call this.
 */
public final class Measurements implements AutoCloseable {
    /** Days that are kept. */
    public static final int DAYS = 30;

    private static final int APPLICATION_ID = 0x7067674D;
    private static final int VERSION = 1;
    private static final List<String> SCHEMA = List.of("set_application_id", "set_user_version", "create_measured");
    private static final Duration WRITE_EVERY = Duration.ofSeconds(1);

    private final Path path;
    private final SqliteFile file;
    private final Clock clock;
    private final TreeMap<String, Measurement> unwritten = new TreeMap<>();
    private LocalDate day;
    private long written;
    private boolean closed;

    private Measurements(Path path, SqliteFile file, Clock clock) {
        this.path = path;
        this.file = file;
        this.clock = clock;
        this.day = LocalDate.now(clock);
        this.written = clock.millis();
    }

    /**
     * Opens the measurements of an engine's directory, or begins them.
     *
     * @param clock in UTC
     * @throws MeasurementException when the file cannot be read or written
     */
    public static Measurements open(Path directory, Clock clock) {
        Path path = directory.resolve("measurements.db");
        try {
            return new Measurements(
                    path,
                    SqliteFile.open(
                            path,
                            Measurements.class,
                            SqliteFile.Durability.MOST_COMMITS,
                            APPLICATION_ID,
                            VERSION,
                            SCHEMA),
                    clock);
        } catch (SQLException failure) {
            throw new MeasurementException(
                    "measurements " + path + " cannot be opened: " + failure.getMessage() + "; delete the file",
                    failure);
        }
    }

    /** Adds a sample; less than a microsecond counts as one. */
    public synchronized void add(String operation, Duration took) {
        Duration least = Duration.ofNanos(1_000);
        Duration counted = took.compareTo(least) < 0 ? least : took;
        if (!LocalDate.now(clock).equals(day)) {
            write();
        }
        unwritten.merge(operation, new Measurement(operation, 1, counted, counted, counted), Measurement::plus);
        if (clock.millis() - written >= WRITE_EVERY.toMillis()) {
            write();
        }
    }

    /** What was measured in the last {@value #DAYS} days, by operation. */
    public synchronized List<Measurement> recent() {
        write();
        try {
            return file.read(session -> session.list(
                    "since",
                    row -> new Measurement(
                            row.getString(1),
                            row.getLong(2),
                            micros(row.getLong(3)),
                            micros(row.getLong(4)),
                            micros(row.getLong(5))),
                    firstDay()));
        } catch (SQLException failure) {
            throw unusable(failure);
        }
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1_000);
    }

    private String firstDay() {
        return LocalDate.now(clock).minusDays(DAYS).toString();
    }

    private void write() {
        SqliteSession session = file.writer();
        try {
            session.begin();
            for (Measurement of : unwritten.values()) {
                session.update(
                        "add",
                        day.toString(),
                        of.operation(),
                        of.samples(),
                        of.total().toNanos() / 1_000,
                        of.least().toNanos() / 1_000,
                        of.most().toNanos() / 1_000);
            }
            session.update("forget", firstDay());
            session.commit();
        } catch (SQLException failure) {
            throw unusable(failure);
        } finally {
            rollback(session);
        }
        unwritten.clear();
        day = LocalDate.now(clock);
        written = clock.millis();
    }

    private static void rollback(SqliteSession session) {
        try {
            session.rollback();
        } catch (SQLException failure) {
            throw new MeasurementException("measurements cannot be taken back: " + failure.getMessage(), failure);
        }
    }

    private MeasurementException unusable(SQLException failure) {
        return new MeasurementException("measurements " + path + " cannot be used: " + failure.getMessage(), failure);
    }

    /** Harmless when repeated. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            write();
            file.close();
        } catch (SQLException failure) {
            throw unusable(failure);
        }
    }
}
