package io.pggit.proof;

import java.util.List;
import java.util.SortedSet;

/** How a case went. */
record Verdict(CorpusCase pair, Result result, String why, SortedSet<String> hazards, List<String> statements) {
    enum Result {
        CONVERGED,
        FAILED,
        SKIPPED
    }
}
