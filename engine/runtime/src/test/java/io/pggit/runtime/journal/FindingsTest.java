package io.pggit.runtime.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.core.audit.Finding;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsTest {
    private static final Finding LOST = new Finding(
            "facts_lost",
            "DROP TABLE",
            Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
            Optional.of("a\n\"b\""),
            "x");
    private static final Finding GAP =
            new Finding("capture_gap", "slot", Optional.empty(), Optional.empty(), "the slot is gone");

    @TempDir
    Path directory;

    private Journal open() {
        return Journal.open(directory, new SimpleMeterRegistry());
    }

    @Test
    void aFindingIsKeptUntilItIsRecorded() {
        try (Journal journal = open()) {
            assertTrue(journal.findings().isEmpty());
            journal.append(List.of(), List.of(), List.of(LOST, GAP));
        }
        try (Journal journal = open()) {
            assertFalse(journal.findings().isEmpty());
            assertEquals(List.of(LOST, GAP), found(journal));
            journal.findings().recorded(journal.findings().open().get(0));
            assertEquals(List.of(GAP), found(journal));
        }
        try (Journal journal = open()) {
            journal.findings().recorded(journal.findings().open().get(0));
            assertTrue(journal.findings().isEmpty());
            assertEquals(List.of(), found(journal));
        }
    }

    @Test
    void whatAStreamTellsAgainIsKeptOnce() {
        try (Journal journal = open()) {
            journal.append(List.of(), List.of(), List.of(GAP, LOST));
            journal.append(List.of(), List.of(), List.of(GAP));

            assertEquals(List.of(GAP, LOST), found(journal));
            journal.findings().open().forEach(journal.findings()::recorded);
            assertTrue(journal.findings().isEmpty());
        }
    }

    private static List<Finding> found(Journal journal) {
        return journal.findings().open().stream().map(OpenFinding::finding).toList();
    }
}
