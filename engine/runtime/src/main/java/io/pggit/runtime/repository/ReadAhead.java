package io.pggit.runtime.repository;

import io.pggit.runtime.journal.Journal;
import io.pggit.runtime.journal.JournalEntry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Reads a journal part by part; where there seems to be more, the next part already while its reader is busy. */
final class ReadAhead {
    private final Journal journal;
    private final int part;
    private Optional<Part> next = Optional.empty();

    private record Part(long after, CompletableFuture<List<JournalEntry>> entries) {}

    ReadAhead(Journal journal, int part) {
        this.journal = journal;
        this.part = part;
    }

    /** Transactions after number {@code after}, at most a part; none at the end of the journal. */
    List<JournalEntry> read(long after) {
        Optional<Part> ready = next.filter(coming -> coming.after == after);
        List<JournalEntry> entries = ready.isPresent() ? join(ready.get()) : journal.read(after, part);
        next = entries.size() < part
                ? Optional.empty()
                : Optional.of(begin(entries.get(part - 1).index()));
        return entries;
    }

    private Part begin(long after) {
        return new Part(after, CompletableFuture.supplyAsync(() -> journal.read(after, part)));
    }

    private static List<JournalEntry> join(Part coming) {
        try {
            return coming.entries.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }
}
