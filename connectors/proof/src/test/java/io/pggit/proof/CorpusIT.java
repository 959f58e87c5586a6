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
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * A sample of the corpus, as large as fits in its time. {@code -Dpggit.corpus.stride=1} runs all of it, {@code
 * -Dpggit.corpus.version=15} on another server, {@code -Dpggit.corpus.pg_dump=pg_dump} compares dumps too, {@code
 * -Dpggit.corpus.online} takes the long ways, {@code -Dpggit.corpus.reversed} goes from new to old, {@code
 * -Dpggit.corpus.name=…} takes the cases so called, {@code -Dpggit.corpus.verbose=true} prints the statements.
 */
class CorpusIT {
    private static final int CASES = 441;

    /** Of every so many cases one is run. */
    private static final int STRIDE = Integer.getInteger("pggit.corpus.stride", 30);

    private static final String NAME = System.getProperty("pggit.corpus.name", "");

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
        cases.removeIf(pair -> !pair.name().contains(NAME));
        PostgresServer server =
                TestServers.postgres(PostgresVersion.valueOf("V" + Integer.getInteger("pggit.corpus.version", 18)));
        Optional<String> dump = Optional.ofNullable(System.getProperty("pggit.corpus.pg_dump"));

        List<Verdict> verdicts = new ArrayList<>();
        List<String> overstated = new ArrayList<>();
        try (ScratchDatabases scratch = new ScratchDatabases(server.host(), server.port(), dump)) {
            for (int i = NAME.isEmpty() ? first : 0; i < cases.size(); i += NAME.isEmpty() ? STRIDE : 1) {
                CorpusCase pair = cases.get(i);
                boolean reversed = System.getProperty("pggit.corpus.reversed") != null;
                Trial trial = new Trial(scratch, reversed ? pair.reversed() : pair, options(server), known);
                verdicts.add(shown(trial.run()));
                trial.overstated().forEach(lock -> overstated.add(pair.name() + ": " + lock));
            }
        }

        new CorpusReport(verdicts).print();
        System.out.println(overstated.size() + " locks were told that are not taken");
        if (Boolean.getBoolean("pggit.corpus.verbose")) {
            overstated.forEach(lock -> System.out.println("  " + lock));
        }
        assertEquals(
                List.of(),
                verdicts.stream()
                        .filter(verdict -> verdict.result() == Verdict.Result.FAILED)
                        .map(verdict -> verdict.pair().name() + ": " + verdict.why())
                        .toList());
    }

    private static PlanOptions options(PostgresServer server) {
        PlanOptions options = PlanOptions.forServer(server.version().major()).runBy("postgres");
        return System.getProperty("pggit.corpus.online") == null ? options : options.in(PlanOptions.Style.ONLINE);
    }

    private static Verdict shown(Verdict verdict) {
        boolean verbose = Boolean.getBoolean("pggit.corpus.verbose");
        if (verbose || verdict.result() == Verdict.Result.FAILED) {
            System.out.println(verdict.result() + " " + verdict.pair().name() + ": " + verdict.why());
        }
        if (verbose) {
            verdict.statements()
                    .forEach(statement -> System.out.println("    " + statement.replace("\n", "\n        ")));
        }
        return verdict;
    }
}
