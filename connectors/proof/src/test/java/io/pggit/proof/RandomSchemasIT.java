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
        PostgresServer server =
                TestServers.postgres(PostgresVersion.valueOf("V" + Integer.getInteger("pggit.random.version", 18)));
        try (ScratchDatabases scratch = new ScratchDatabases(server.host(), server.port(), Optional.empty())) {
            List<Verdict> verdicts = verdicts(scratch);

            long loaded = verdicts.stream()
                    .filter(verdict -> verdict.result() != Verdict.Result.SKIPPED)
                    .count();
            System.out.println(PAIRS + " pairs of random schemas, " + loaded + " load, -Dpggit.random.seed=" + SEED);
            assertEquals(
                    List.of(),
                    verdicts.stream()
                            .filter(verdict -> verdict.result() == Verdict.Result.FAILED)
                            .map(verdict -> verdict.pair().name() + ": " + verdict.why())
                            .toList());
        }
    }

    /** Every other seed is planned from what commits have. */
    private static List<Verdict> verdicts(ScratchDatabases scratch) throws Exception {
        PlanOptions options = PlanOptions.forServer(scratch.majorVersion()).runBy("postgres");
        List<Verdict> verdicts = new ArrayList<>();
        for (long seed = SEED; seed < SEED + PAIRS; seed++) {
            UnaryOperator<Catalog> known = seed % 2 == 0 ? UnaryOperator.identity() : Trial::asRecorded;
            verdicts.add(new Trial(scratch, RandomSchema.pair(seed), options, known).run());
        }
        return verdicts;
    }
}
