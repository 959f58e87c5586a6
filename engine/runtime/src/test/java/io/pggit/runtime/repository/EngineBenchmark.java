package io.pggit.runtime.repository;

import java.io.IOException;

/** The speed of the engine: every measured value with its target. Arguments: commits to replay, commits of a long history. */
final class EngineBenchmark {
    private EngineBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Targets targets = new Targets();
        new ReplayBenchmark(targets, Integer.parseInt(arguments[0]), 200).run(1_000, 100_000);
        new MergeBenchmark(targets).compare(100_000);
        new MergeBenchmark(targets).merge(20_000);
        new PlanBenchmark(targets).run(500);
        new HistoryBenchmark(targets).run(Integer.parseInt(arguments[1]));
        targets.sum();
    }
}
