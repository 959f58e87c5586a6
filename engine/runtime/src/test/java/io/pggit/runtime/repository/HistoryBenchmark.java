package io.pggit.runtime.repository;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.runtime.SchemaStory;
import io.pggit.runtime.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How long questions about a long history take. To be run by hand; argument: number of commits, of one hot table. */
final class HistoryBenchmark {
    private HistoryBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int commits = Integer.parseInt(arguments[0]);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        SchemaStory story = new SchemaStory(1);
        Path directory = Files.createTempDirectory("pggit-history");
        try (Journal journal = Journal.open(directory, meters);
                Repository repository = Repository.open(journal, meters)) {
            List<AuditTransaction> transactions = new ArrayList<>(List.of(story.baseline(10)));
            for (int i = 0; i < commits; i++) {
                SortedMap<Integer, String> columns = new TreeMap<>();
                for (int c = 1; c <= 20; c++) {
                    columns.put(c, "c" + c + (c == 1 ? "_" + i / 1000 : ""));
                }
                transactions.add(story.leave(500, "hot", columns, "numeric(" + (1 + i % 9) + ",0)"));
            }
            long start = System.nanoTime();
            journal.append(transactions);
            repository.catchUp();
            System.out.printf("%,d commits in %,d ms%n", commits, (System.nanoTime() - start) / 1_000_000);
            ObjectId hot = new ObjectId(ObjectKind.TABLE, Optional.of("public"), "hot", Optional.empty());
            History history = repository.history();
            for (int round = 0; round < 5; round++) {
                report("log of 20", () -> history.log("HEAD", 20));
                report("blame", () -> history.blame(hot, "HEAD"));
                report("last 10 versions", () -> history.versions(hot, "HEAD", 10));
                report("HEAD~" + commits / 2, () -> history.resolve("HEAD~" + commits / 2));
                report("a time", () -> history.resolve("main@{2026-01-02 05:00Z}"));
            }
        }
    }

    private static void report(String what, Runnable question) {
        long start = System.nanoTime();
        question.run();
        System.out.printf("%8.2f ms  %s%n", (System.nanoTime() - start) / 1e6, what);
    }
}
