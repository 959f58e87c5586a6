package io.pggit.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pggit.capture.catalog.Catalog;
import io.pggit.core.plan.part.PlanOptions;
import io.pggit.testkit.PostgresServer;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Plans between schemas made by chance: applied, planned again, and taken back. The build takes the same few each time; {@code
 * -Dpggit.random.pairs=1000 -Dpggit.random.seed=…} makes more and others, {@code -Dpggit.random.version=15} on another server.
 */
class RandomSchemasIT {
    private static final int PAIRS = Integer.getInteger("pggit.random.pairs", 3);
    private static final long SEED = Long.getLong("pggit.random.seed", 1002L);

    @Test
    void anySchemaBecomesAnyOtherAndItselfAgain() throws Exception {
        System.out.println(PAIRS + " pairs of random schemas, -Dpggit.random.seed=" + SEED);
        PostgresServer server =
                TestServers.postgres(PostgresVersion.valueOf("V" + Integer.getInteger("pggit.random.version", 18)));
        try (ScratchDatabases scratch = new ScratchDatabases(server.host(), server.port(), Optional.empty())) {
            assertEquals(List.of(), failures(scratch, PAIRS, SEED));
        }
    }

    /** Every other pair is planned from what commits have. */
    static List<String> failures(ScratchDatabases scratch, int pairs, long firstSeed) throws Exception {
        PlanOptions options = PlanOptions.forServer(scratch.majorVersion()).runBy("postgres");
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            CorpusCase pair = RandomSchema.pair(firstSeed + i);
            UnaryOperator<Catalog> known = i % 2 == 0 ? UnaryOperator.identity() : Trial::asRecorded;
            Verdict verdict = new Trial(scratch, pair, options, known).run();
            if (verdict.result() == Verdict.Result.FAILED) {
                failures.add(pair.name() + (i % 2 == 0 ? "" : " as recorded") + ": " + verdict.why());
            }
        }
        return failures;
    }
}
