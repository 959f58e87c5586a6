package io.pggit.runtime.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementsTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path directory;

    @Test
    void samplesAddUpAcrossDaysAndRestarts() {
        try (Measurements measurements = on(FIRST)) {
            measurements.add("diff", Duration.ofMillis(2));
            measurements.add("diff", Duration.ofMillis(6));
        }
        try (Measurements measurements = on(FIRST.plus(Duration.ofDays(3)))) {
            measurements.add("diff", Duration.ofMillis(1));

            assertEquals(
                    List.of(new Measurement(
                            "diff", 3, Duration.ofMillis(9), Duration.ofMillis(1), Duration.ofMillis(6))),
                    measurements.recent());
            assertEquals(Duration.ofMillis(3), measurements.recent().get(0).average());
        }
    }

    @Test
    void nothingTakesNoTimeAndOldDaysAreForgotten() {
        try (Measurements measurements = on(FIRST)) {
            measurements.add("old", Duration.ZERO);

            assertEquals(Duration.ofNanos(1_000), measurements.recent().get(0).least());
        }
        try (Measurements measurements = on(FIRST.plus(Duration.ofDays(Measurements.DAYS + 1)))) {
            assertEquals(List.of(), measurements.recent());
        }
    }

    private Measurements on(Instant time) {
        return Measurements.open(directory, Clock.fixed(time, ZoneOffset.UTC));
    }
}
