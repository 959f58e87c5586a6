package io.pggit.serve;

import io.pggit.core.audit.Finding;
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
    /** In the order moved. The journal goes last: as long as it is there, what was interrupted is found again. */
    private static final List<String> PARTS = List.of("repository.", "reconcile.json", "journal.db-", "journal.db");

    private final Path directory;

    Incarnations(Path directory) {
        this.directory = directory;
    }

    /**
     * Puts journal and repository away; neither may be open. Harmless when repeated after an interruption.
     *
     * @param incarnation the journal's
     * @param reason how the database differs, for people
     * @return what to record once there is a new journal
     */
    Finding retire(UUID incarnation, String reason) {
        Path past = directory.resolve("incarnations").resolve(incarnation.toString());
        try {
            Files.createDirectories(past);
            for (String part : PARTS) {
                for (Path file : files(part)) {
                    Files.move(file, past.resolve(file.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot move the earlier incarnation to " + past + "; see that the directory can be written", e);
        }
        return new Finding(
                "incarnation_began",
                "journal " + incarnation,
                Optional.empty(),
                Optional.empty(),
                reason + "; the earlier journal and its repository are kept in incarnations/" + incarnation);
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
