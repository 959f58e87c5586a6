package io.pggit.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pggit.capture.catalog.Catalog;
import io.pggit.core.plan.part.PlanOptions;
import io.pggit.testkit.Corpus;
import io.pggit.testkit.PostgresServer;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestServers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * A sample of the corpus, as large as fits in its time. {@code -Dpggit.corpus.stride=1} runs all of it, {@code
 * -Dpggit.corpus.version=15} on another server; {@link CorpusRun} prints hazards and compares dumps too.
 */
class CorpusIT {
    private static final int CASES = 441;

    /** Of every so many cases one is run. */
    private static final int STRIDE = Integer.getInteger("pggit.corpus.stride", 30);

    /** A column that was there before INHERIT stays the table's own: PostgreSQL has no statement that makes it otherwise. */
    private static final Set<String> UNREACHABLE = Set.of("inherit2");

    @Test
    void sampledCasesConvergeUpAndDown() throws Exception {
        converge(0, UnaryOperator.identity());
    }

    /** Plans between commits know less than plans between live catalogs, and have to get there as well. */
    @Test
    void sampledCasesConvergeFromWhatCommitsRecord() throws Exception {
        converge(STRIDE / 2, Trial::asRecorded);
    }

    private static void converge(int first, UnaryOperator<Catalog> known) throws Exception {
        List<CorpusCase> cases = new ArrayList<>();
        for (Path file : Corpus.files("diff", ".jsonl", CASES)) {
            cases.addAll(CorpusCase.read(file));
        }
        PostgresServer server =
                TestServers.postgres(PostgresVersion.valueOf("V" + Integer.getInteger("pggit.corpus.version", 18)));

        List<String> failed = new ArrayList<>();
        try (ScratchDatabases scratch = new ScratchDatabases(server.host(), server.port(), Optional.empty())) {
            PlanOptions options =
                    PlanOptions.forServer(server.version().major()).runBy("postgres");
            for (int i = first; i < cases.size(); i += STRIDE) {
                Verdict verdict = new Trial(scratch, cases.get(i), options, known).run();
                if (verdict.result() == Verdict.Result.FAILED
                        && !UNREACHABLE.contains(verdict.pair().name())) {
                    failed.add(verdict.pair().name() + ": " + verdict.why());
                }
            }
        }

        System.out.println(failed.size() + " of " + (cases.size() - first + STRIDE - 1) / STRIDE + " cases failed");
        assertEquals(List.of(), failed);
    }
}
