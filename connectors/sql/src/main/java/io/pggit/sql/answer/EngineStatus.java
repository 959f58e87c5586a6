package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.runtime.journal.Journal;
import io.pggit.runtime.repository.History;
import io.pggit.runtime.repository.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/** {@code status}: sizes and counts the engine says about itself. */
public final class EngineStatus implements Topic {
    private static final Duration STALE = Duration.ofSeconds(10);

    private final Journal journal;
    private final Repository repository;
    private long storeBytes;
    private long countedAt;

    /** The state of an engine with this journal and repository. */
    public EngineStatus(Journal journal, Repository repository) {
        this.journal = journal;
        this.repository = repository;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("status");
    }

    @Override
    public ArrayNode answer(Question question, History history) {
        return JsonNodeFactory.instance.arrayNode().add(describe(history));
    }

    private ObjectNode describe(History history) {
        ObjectNode status = JsonNodeFactory.instance
                .objectNode()
                .put("journal_index", journal.lastIndex())
                .put("repository_position", repository.position())
                .put("incarnation", journal.incarnation().toString())
                .put("repository", repository.gitDirectory().toString())
                .put("store_bytes", storeBytes());
        if (history.head().isPresent()) {
            status.set("head", CommitJson.of(history.log("HEAD", 1).get(0)));
            Standing.of(history).ifPresent(standing -> status.set("standing", standing.json()));
        }
        return status;
    }

    /** Counted every ten seconds at most: there may be many files. */
    private synchronized long storeBytes() {
        long now = System.nanoTime();
        if (countedAt == 0 || now - countedAt > STALE.toNanos()) {
            storeBytes = bytes(journal.directory());
            countedAt = now;
        }
        return storeBytes;
    }

    /** Files that disappear meanwhile, as when packs are made, are left out. */
    private static long bytes(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.mapToLong(
                            file -> Files.isRegularFile(file) ? file.toFile().length() : 0)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
