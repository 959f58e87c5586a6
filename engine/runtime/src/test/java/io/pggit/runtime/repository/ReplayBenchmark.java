package io.pggit.runtime.repository;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.runtime.SchemaStory;
import io.pggit.runtime.journal.Journal;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast a journal becomes history, and what one commit costs with many objects. Prints {@code git fast-import} of the
 * same history as the limit. Arguments: number of commits, of single commits, and of objects: few, many.
 */
final class ReplayBenchmark {
    private final Targets targets;
    private final int commits;
    private final int single;

    ReplayBenchmark(Targets targets, int commits, int single) {
        this.targets = targets;
        this.commits = commits;
        this.single = single;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Targets targets = new Targets();
        new ReplayBenchmark(targets, Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]))
                .run(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        targets.sum();
    }

    void run(int few, int many) throws IOException, InterruptedException {
        System.out.println("to warm up, which does not count:");
        new ReplayBenchmark(new Targets(), commits, single).measure(few);
        System.out.println("what counts:");
        double costOfFew = measure(few);
        double costOfMany = measure(many);
        String what = String.format("x what a commit costs at %,d objects, at %,d", few, many);
        targets.atMost(what, costOfMany / costOfFew, 2, "");
    }

    /** Returns seconds of processor time per commit. */
    private double measure(int objects) throws IOException, InterruptedException {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        SchemaStory story = new SchemaStory(1);
        Path directory = Files.createTempDirectory("pggit-replay");
        double cost;
        try (Journal journal = Journal.open(directory, meters);
                Repository repository = Repository.open(journal, meters)) {
            journal.append(List.of(story.baseline(objects)));
            Targets.Stopwatch baseline = new Targets.Stopwatch();
            repository.catchUp();
            Targets.note(String.format("baseline of %,d objects", objects), baseline.seconds(), "s");
            append(journal, story);
            Targets.Stopwatch replay = new Targets.Stopwatch();
            repository.catchUp();
            cost = replay.cpuSeconds() / commits;
            String at = String.format("at %,d objects", objects);
            targets.atLeast("bulk replay " + at, commits / replay.seconds(), 2_000, "commits/s");
            Targets.note("bulk replay " + at, 1 / cost, "commits/s of processor time");
            Targets.Stopwatch steady = new Targets.Stopwatch();
            for (int i = 0; i < single; i++) {
                journal.append(List.of(story.alter()));
                repository.catchUp();
            }
            Targets.note("a single commit, journal included, " + at, 1_000 * steady.seconds() / single, "ms");
            Targets.note("the same", 1_000 * steady.cpuSeconds() / single, "ms of processor time");
        }
        fastImport(directory, objects);
        return cost;
    }

    private void append(Journal journal, SchemaStory story) {
        int left = commits;
        while (left > 0) {
            List<AuditTransaction> transactions = new ArrayList<>();
            for (int i = Math.min(left, 1_000); i > 0; i--) {
                transactions.add(story.alter());
            }
            journal.append(transactions);
            left -= transactions.size();
        }
    }

    private void fastImport(Path directory, int objects) throws IOException, InterruptedException {
        Path repository = directory.resolve("repository.git");
        git(repository, null, null, "branch", "baseline", "main~" + (commits + single));
        double rate = (commits + single) / (imported(directory, "main") - imported(directory, "baseline"));
        Targets.note(String.format("git fast-import at %,d objects", objects), rate, "commits/s");
    }

    /** Seconds {@code git fast-import} takes for the history of a branch. */
    private static double imported(Path directory, String branch) throws IOException, InterruptedException {
        File stream = directory.resolve(branch + ".stream").toFile();
        git(directory.resolve("repository.git"), null, stream, "fast-export", branch);
        Path copy = directory.resolve(branch + ".git");
        git(directory, null, null, "init", "-q", "--bare", copy.toString());
        Targets.Stopwatch time = new Targets.Stopwatch();
        git(copy, stream, null, "fast-import", "--quiet");
        return time.seconds();
    }

    private static void git(Path directory, File in, File out, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder git = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        if (in != null) {
            git.redirectInput(in);
        }
        git.redirectOutput(out == null ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.to(out));
        if (git.start().waitFor() != 0) {
            throw new IOException("failed: " + String.join(" ", command));
        }
    }
}
