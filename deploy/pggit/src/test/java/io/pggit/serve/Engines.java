package io.pggit.serve;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.capture.Database;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/** Engines in this process: started in a fraction of the time that a process of their own takes. */
public final class Engines {
    private static final Duration SELDOM = Duration.ofMinutes(10);

    private Engines() {}

    /** Starts one that publishes nothing and leaves reconciliation to what happens at its start. */
    public static Engine start(String url, Path data) throws SQLException {
        return Engine.start(settings(url, data, SELDOM), new SimpleMeterRegistry());
    }

    /** Starts one that publishes nothing and reconciles as often as told. */
    static Engine start(String url, Path data, Duration reconcileEvery) throws SQLException {
        return Engine.start(settings(url, data, reconcileEvery), new SimpleMeterRegistry());
    }

    /** What {@link #start(String, Path)} starts one with. */
    static EngineSettings settings(String url, Path data) {
        return settings(url, data, SELDOM);
    }

    private static EngineSettings settings(String url, Path data, Duration reconcileEvery) {
        return new EngineSettings(
                new Database(url, new Properties()), data, Optional.empty(), Carrier.PGOUTPUT, reconcileEvery);
    }
}
