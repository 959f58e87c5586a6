package io.pggit.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.core.audit.Finding;
import io.pggit.runtime.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine that ends while a new incarnation begins. */
class IncarnationsTest {
    private static final Finding GAP =
            new Finding("capture_gap", "slot pggit_1", Optional.empty(), Optional.empty(), "SLOT_MISSING");

    @TempDir
    private Path directory;

    private Incarnations incarnations;
    private UUID past;

    @BeforeEach
    void aJournalOfThePast() throws IOException {
        incarnations = new Incarnations(directory);
        incarnations.finish();
        try (Journal journal = open()) {
            past = journal.incarnation();
        }
        Files.createDirectories(directory.resolve("repository.git"));
    }

    @Test
    void aNewJournalHasToRecordWhyItBeganAndWhatTheEarlierOneHadStillToSay() {
        incarnations.begin(past, "restored", List.of(GAP));

        requireNewJournal();
    }

    @Test
    void whatEndedBeforeTheEarlierJournalWasPutAwayIsBegunAgain() {
        incarnations.prepare(past, "restored", List.of(GAP));

        incarnations.finish();

        try (Journal journal = open()) {
            assertEquals(past, journal.incarnation());
            assertTrue(journal.findings().isEmpty());
        }
        incarnations.begin(past, "restored", List.of(GAP));
        requireNewJournal();
    }

    @Test
    void whatEndedWhileTheRepositoryWasPutAwayIsBegunAgain() throws IOException {
        incarnations.prepare(past, "restored", List.of(GAP));
        Path kept = directory.resolve("incarnations").resolve(past.toString());
        Files.createDirectories(kept.resolve("repository.git/objects"));

        incarnations.finish();
        incarnations.begin(past, "restored", List.of(GAP));

        requireNewJournal();
        assertTrue(Files.exists(kept.resolve("repository.git/objects")));
    }

    @Test
    void whatEndedAfterTheEarlierJournalWasPutAwayIsFinished() {
        incarnations.prepare(past, "restored", List.of(GAP));
        incarnations.retire(past);

        incarnations.finish();

        requireNewJournal();
    }

    private void requireNewJournal() {
        try (Journal journal = open()) {
            assertNotEquals(past, journal.incarnation());
            assertEquals(
                    List.of("capture_gap", "incarnation_began"),
                    journal.findings().open().stream()
                            .map(open -> open.finding().kind())
                            .toList());
        }
        Path kept = directory.resolve("incarnations").resolve(past.toString());
        assertTrue(Files.exists(kept.resolve("journal.db")) && Files.exists(kept.resolve("repository.git")));
        assertFalse(Files.exists(directory.resolve("repository.git")));
        assertFalse(Files.exists(directory.resolve("incarnations/next")));
    }

    private Journal open() {
        return Journal.open(directory, new SimpleMeterRegistry());
    }
}
