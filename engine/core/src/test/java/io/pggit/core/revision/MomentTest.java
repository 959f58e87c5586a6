package io.pggit.core.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MomentTest {
    private final Moment moment = new Moment(Instant.parse("2026-03-29T10:00:00Z"), ZoneId.of("Europe/Berlin"));

    @Test
    void timesAreCountedFromNow() {
        assertEquals(time("2026-03-29T07:00:00Z"), moment.parse("3 hours ago"));
        assertEquals(time("2026-03-29T10:00:00Z"), moment.parse("now"));
        assertEquals(time("2026-03-28T08:59:00Z"), moment.parse("1 day  2 hours 1 minute ago"));
        assertEquals(time("2025-03-29T11:00:00Z"), moment.parse("1 year ago"));
    }

    @Test
    void daysBeginInTheZoneOfWhoeverAsks() {
        assertEquals(time("2026-03-28T23:00:00Z"), moment.parse("today"));
        assertEquals(time("2026-03-27T23:00:00Z"), moment.parse("Yesterday"));
        assertEquals(time("2026-07-01T22:00:00Z"), moment.parse("2026-07-02"));
    }

    @Test
    void timesAreReadAsPostgresWritesThem() {
        assertEquals(time("2026-01-20T13:00:00Z"), moment.parse("2026-01-20 14:00"));
        assertEquals(time("2026-01-20T14:00:00.123456Z"), moment.parse("2026-01-20 14:00:00.123456789+00"));
        assertEquals(time("2026-01-20T08:30:00Z"), moment.parse("2026-01-20T14:00:00+05:30"));
        assertEquals(time("2026-01-20T14:00:00Z"), moment.parse("2026-01-20 14:00:00Z"));
        assertEquals(time("2026-01-20T19:00:00Z"), moment.parse("2026-01-20 14:00:00 America/New_York"));
    }

    @Test
    void whatIsNoTimeIsNone() {
        for (String text :
                List.of("", "ago", "3 fortnights ago", "2026-13-01", "2026-01-20 25:00", "999999999 years ago")) {
            assertEquals(Optional.empty(), moment.parse(text), text);
        }
    }

    private static Optional<Instant> time(String text) {
        return Optional.of(Instant.parse(text));
    }
}
