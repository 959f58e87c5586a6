package io.pggit.serve;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.core.audit.Finding;
import io.pggit.runtime.journal.DirectoryLock;
import io.pggit.runtime.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The past of a data directory. When a database turns out to be no continuation of its journal (restored to an earlier time, or
 * from a dump), journal and repository go to {@code incarnations/<incarnation>} and stay readable there; a new journal takes
 * their place and is filled from the audit table, as the database has it now.
 */
final class Incarnations {
    private static final String JOURNAL = "journal.db";
    /** In the order moved. The journal goes last: as long as it is there, what was interrupted is found again. */
    private static final List<String> PARTS = List.of("repository.", "reconcile.json", JOURNAL + "-", JOURNAL);

    private final Path directory;
    private final Path incarnations;
    /** Where a new journal is made. */
    private final Path next;

    Incarnations(Path directory) {
        this.directory = directory;
        this.incarnations = directory.resolve("incarnations");
        this.next = incarnations.resolve("next");
    }

    /**
     * Puts journal and repository away and a new journal in their place; none may be open. Whatever interrupts it: either the
     * earlier journal is still there and it is to be done again, or {@link #finish()} brings it to an end.
     *
     * @param past incarnation of the journal that is put away
     * @param reason how the database differs, for people
     * @param unsaid what the earlier journal still had to record
     */
    void begin(UUID past, String reason, List<Finding> unsaid) {
        alone(() -> {
            prepare(past, reason, unsaid);
            retire(past);
            place();
        });
    }

    /**
     * Brings to an end what was interrupted; to be called before a journal is opened.
     *
     * @throws io.pggit.runtime.journal.JournalException when another engine has the directory, or it cannot be used
     */
    void finish() {
        alone(this::place);
    }

    private void alone(Runnable work) {
        try (DirectoryLock lock = DirectoryLock.take(directory)) {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot let go of " + directory, e);
        }
    }

    /** Makes the new journal, which has to record that it began, beside the earlier one. */
    void prepare(UUID past, String reason, List<Finding> unsaid) {
        remove(next);
        List<Finding> findings = new ArrayList<>(unsaid);
        findings.add(new Finding(
                "incarnation_began",
                "journal " + past,
                Optional.empty(),
                Optional.empty(),
                reason + "; the earlier journal and its repository are kept in incarnations/" + past));
        try (Journal journal = Journal.open(next, new SimpleMeterRegistry())) {
            journal.append(List.of(), List.of(), findings);
        }
    }

    /** Puts journal and repository away. */
    void retire(UUID incarnation) {
        Path past = incarnations.resolve(incarnation.toString());
        try {
            Files.createDirectories(past);
            for (String part : PARTS) {
                for (Path file : files(part)) {
                    putAway(file, past.resolve(file.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot move the earlier incarnation to " + past + "; see that the directory can be written", e);
        }
    }

    private static void putAway(Path file, Path place) throws IOException {
        if (Files.exists(place)) {
            // Put away before an interruption; what was made from the journal since then may not be whole.
            remove(file);
        } else {
            Files.move(file, place);
        }
    }

    private void place() {
        Path prepared = next.resolve(JOURNAL);
        Path place = directory.resolve(JOURNAL);
        if (Files.exists(prepared) && Files.notExists(place)) {
            try {
                Files.move(prepared, place);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "cannot move the new journal to " + place + "; see that the directory can be written", e);
            }
        }
        remove(next);
    }

    private static void remove(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder + "; see that it can be written", e);
        }
    }

    private List<Path> files(String prefix) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return new ArrayList<>(
                    all.filter(file -> file.getFileName().toString().startsWith(prefix))
                            .sorted(Comparator.naturalOrder())
                            .toList());
        }
    }
}
