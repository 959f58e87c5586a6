package io.pggit.runtime.repository;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.core.merge.MergeResult;
import io.pggit.runtime.SchemaStory;
import io.pggit.runtime.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long it takes to compare and to merge large trees that hardly differ. Arguments: objects to merge, to compare. */
final class MergeBenchmark {
    private static final int CHANGES = 5;

    private final Targets targets;

    MergeBenchmark(Targets targets) {
        this.targets = targets;
    }

    public static void main(String[] arguments) throws IOException {
        Targets targets = new Targets();
        MergeBenchmark benchmark = new MergeBenchmark(targets);
        benchmark.merge(Integer.parseInt(arguments[0]));
        benchmark.compare(Integer.parseInt(arguments[1]));
        targets.sum();
    }

    void merge(int objects) throws IOException {
        SchemaStory story = new SchemaStory(1);
        try (Journal journal = journal();
                Repository repository = Repository.open(journal, new SimpleMeterRegistry())) {
            journal.append(List.of(story.baseline(objects)));
            for (String branch : List.of("feature", "main")) {
                for (int i = 0; i < CHANGES; i++) {
                    journal.append(List.of(story.on(branch).alter()));
                }
            }
            repository.catchUp();
            History history = repository.history();
            Targets.Stopwatch first = new Targets.Stopwatch();
            MergeResult result = history.merge("main", "feature", Map.of());
            String what =
                    String.format(Locale.ROOT, "merge of %d and %d changes, %,d objects", CHANGES, CHANGES, objects);
            Targets.note("the first " + what, 1_000 * first.seconds(), "ms");
            if (!result.isClean() || result.merged().size() != objects) {
                throw new IllegalStateException("unexpected: " + result.conflicts());
            }
            targets.atMost(what, Targets.milliseconds(() -> history.merge("main", "feature", Map.of())), 300, "ms");
        }
    }

    void compare(int objects) throws IOException {
        SchemaStory story = new SchemaStory(1);
        try (Journal journal = journal();
                Repository repository = Repository.open(journal, new SimpleMeterRegistry())) {
            journal.append(List.of(story.baseline(objects), story.alter()));
            repository.catchUp();
            History history = repository.history();
            if (history.differences("HEAD~1", "HEAD").size() != 1) {
                throw new IllegalStateException("one object was changed");
            }
            targets.atMost(
                    String.format(Locale.ROOT, "diff of neighbouring commits, %,d objects", objects),
                    Targets.milliseconds(() -> history.differences("HEAD~1", "HEAD")),
                    5,
                    "ms");
        }
    }

    private static Journal journal() throws IOException {
        Path directory = Files.createTempDirectory("pggit-merge");
        return Journal.open(directory, new SimpleMeterRegistry());
    }
}
