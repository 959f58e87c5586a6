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
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How long questions about a long history take. Argument: number of commits, every other one of one hot table. */
final class HistoryBenchmark {
    private static final double LIMIT_MS = 50;

    private final Targets targets;

    HistoryBenchmark(Targets targets) {
        this.targets = targets;
    }

    public static void main(String[] arguments) throws IOException {
        Targets targets = new Targets();
        new HistoryBenchmark(targets).run(Integer.parseInt(arguments[0]));
        targets.sum();
    }

    void run(int commits) throws IOException {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        SchemaStory story = new SchemaStory(1);
        Path directory = Files.createTempDirectory("pggit-history");
        try (Journal journal = Journal.open(directory, meters);
                Repository repository = Repository.open(journal, meters)) {
            journal.append(List.of(story.baseline(10)));
            for (int i = 0; i < commits; ) {
                List<AuditTransaction> transactions = new ArrayList<>();
                for (int end = Math.min(commits, i + 1_000); i < end; i++) {
                    transactions.add(i % 2 == 0 ? hot(story, i) : story.alter());
                }
                journal.append(transactions);
            }
            repository.catchUp();
            ask(repository.history(), commits);
        }
    }

    private static AuditTransaction hot(SchemaStory story, int i) {
        SortedMap<Integer, String> columns = new TreeMap<>();
        for (int c = 1; c <= 20; c++) {
            columns.put(c, "c" + c + (c == 1 ? "_" + i / 1000 : ""));
        }
        return story.leave(500, "hot", columns, "numeric(" + (1 + i % 9) + ",0)");
    }

    private void ask(History history, int commits) {
        ObjectId hot = new ObjectId(ObjectKind.TABLE, Optional.of("public"), "hot", Optional.empty());
        String middle = history.resolve("HEAD~" + commits / 2);
        String time = history.log(middle, 1).get(0).time().toString();
        String on = String.format(Locale.ROOT, ", %,d commits", commits);
        atMost("log of 20" + on, () -> history.log("HEAD", 20));
        atMost("log of 20 from the middle" + on, () -> history.log(middle, 20));
        atMost("last 20 versions of an object" + on, () -> history.versions(hot, "HEAD", 20));
        atMost("blame of an object and its columns" + on, () -> history.blame(hot, "HEAD"));
        atMost("HEAD~" + commits / 2 + on, () -> history.resolve("HEAD~" + commits / 2));
        atMost("main@{time}" + on, () -> history.resolve("main@{" + time + "}"));
        atMost("merge base with the middle" + on, () -> history.mergeBases(middle, "HEAD"));
        atMost("new names since the middle" + on, () -> history.renames(middle, "HEAD"));
    }

    private void atMost(String what, Runnable question) {
        targets.atMost(what, Targets.milliseconds(question), LIMIT_MS, "ms");
    }
}
