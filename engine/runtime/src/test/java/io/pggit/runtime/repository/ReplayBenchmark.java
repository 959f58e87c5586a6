package io.pggit.runtime.repository;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.runtime.SchemaStory;
import io.pggit.runtime.journal.Journal;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast a journal becomes history, and what one commit costs with many objects. To be run by hand; arguments: number
 * of commits, then numbers of tables.
 */
final class ReplayBenchmark {
    private ReplayBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int commits = Integer.parseInt(arguments[0]);
        for (int i = 1; i < arguments.length; i++) {
            measure(commits, Integer.parseInt(arguments[i]));
        }
    }

    private static void measure(int commits, int tables) throws IOException {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        SchemaStory story = new SchemaStory(1);
        Path directory = Files.createTempDirectory("pggit-replay");
        try (Journal journal = Journal.open(directory, meters);
                Repository repository = Repository.open(journal, meters)) {
            journal.append(List.of(story.baseline(tables)));
            Stopwatch start = new Stopwatch();
            repository.catchUp();
            System.out.printf("%,d tables%n", tables);
            start.report("baseline", 1);
            List<AuditTransaction> transactions = new ArrayList<>();
            for (int i = 0; i < commits; i++) {
                transactions.add(story.alter());
            }
            start = new Stopwatch();
            journal.append(transactions);
            start.report("journal", commits);
            start = new Stopwatch();
            repository.catchUp();
            start.report("replay", commits);
            start = new Stopwatch();
            for (int i = 0; i < 200; i++) {
                journal.append(List.of(story.alter()));
                repository.catchUp();
            }
            start.report("one by one, journal included", 200);
        }
    }

    /** Processor time beside wall time, since a busy machine stretches only the latter. */
    private static final class Stopwatch {
        private final long start = System.nanoTime();
        private final long startCpu = cpu();

        private static long cpu() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        void report(String what, int count) {
            double seconds = (System.nanoTime() - start) / 1e9;
            double cpuSeconds = (cpu() - startCpu) / 1e9;
            System.out.printf(
                    "%,12.1f/s  %,12.1f/s of processor time  %s%n", count / seconds, count / cpuSeconds, what);
        }
    }
}
