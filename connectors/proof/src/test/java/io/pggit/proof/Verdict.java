package io.pggit.proof;

import java.util.List;
import java.util.SortedSet;

/** How a case went. */
record Verdict(CorpusCase pair, Result result, String why, SortedSet<String> hazards, List<String> statements) {
    /** What a statement that is none begins with. */
    static final String REFUSED = "REFUSED ";

    enum Result {
        CONVERGED,
        FAILED,
        SKIPPED
    }
}
