package io.pggit.core.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RevisionTest {
    @Test
    void stepsAreReadFromLeftToRight() {
        assertEquals(
                Optional.of(new Revision(
                        "v1",
                        List.of(new Revision.Step('~', 2), new Revision.Step('^', 0), new Revision.Step('^', 1)))),
                Revision.parse("v1~2^0^"));
        assertEquals(Optional.of(new Revision("HEAD", List.of(new Revision.Step('~', 1)))), Revision.parse("@~"));
    }

    @Test
    void aMomentStandsBetweenNameAndSteps() {
        assertEquals(
                Optional.of(new Revision("main", Optional.of("3 hours ago"), List.of(new Revision.Step('~', 2)))),
                Revision.parse("main@{3 hours ago}~2"));
        assertEquals(
                Optional.of(new Revision("HEAD", Optional.of("yesterday"), List.of())), Revision.parse("@{yesterday}"));
        assertEquals(
                Optional.of(new Revision("2026-01-20 14:00", Optional.empty(), List.of())),
                Revision.parse("2026-01-20 14:00"));
    }

    @Test
    void whatIsNoRevisionIsNone() {
        for (String text : List.of(
                "",
                "main@{now",
                "main@{}",
                "main@{a}@{b}",
                "main~1@{now}",
                "~1",
                "main~x",
                "main~1x",
                "main~9999999999")) {
            assertEquals(Optional.empty(), Revision.parse(text), text);
        }
    }
}
