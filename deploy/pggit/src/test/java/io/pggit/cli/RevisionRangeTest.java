package io.pggit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Ranges are written as in git. */
class RevisionRangeTest {
    @Test
    void everyFormOfGitIsUnderstood() {
        assertEquals(new RevisionRange("a", "HEAD", false), RevisionRange.of(List.of("a")));
        assertEquals(new RevisionRange("a", "b", false), RevisionRange.of(List.of("a", "b")));
        assertEquals(new RevisionRange("a", "b", false), RevisionRange.of(List.of("a..b")));
        assertEquals(new RevisionRange("a", "HEAD", true), RevisionRange.of(List.of("a...")));
        assertEquals(new RevisionRange("HEAD", "b", true), RevisionRange.of(List.of("...b")));
        assertEquals(new RevisionRange("v1.2", "b", false), RevisionRange.of(List.of("v1.2..b")));
    }

    @Test
    void threeWordsAreNoRange() {
        assertThrows(Failure.class, () -> RevisionRange.of(List.of("a", "b", "c")));
    }
}
