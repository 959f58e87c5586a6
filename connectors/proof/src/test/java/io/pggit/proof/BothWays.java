package io.pggit.proof;

import io.pggit.core.plan.part.PlanOptions;
import io.pggit.testkit.PostgresServer;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestServers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Plans between two schemas, there and back, each run on a server and judged by what it left. */
final class BothWays implements AutoCloseable {
    private final Map<PostgresVersion, ScratchDatabases> scratch = new EnumMap<>(PostgresVersion.class);

    /** How it went there, then how it went back. */
    List<Verdict> run(PostgresVersion version, String before, String after) throws Exception {
        CorpusCase pair = new CorpusCase(
                "both ways", "there", "", before, after, List.of(), Optional.empty(), false, version.major());
        PlanOptions options = PlanOptions.forServer(version.major()).runBy("postgres");
        List<Verdict> verdicts = new ArrayList<>();
        for (CorpusCase way : List.of(pair, pair.reversed())) {
            verdicts.add(new Trial(scratch(version), way, options, UnaryOperator.identity()).run());
        }
        return verdicts;
    }

    private ScratchDatabases scratch(PostgresVersion version) throws SQLException {
        if (!scratch.containsKey(version)) {
            PostgresServer server = TestServers.postgres(version);
            scratch.put(version, new ScratchDatabases(server.host(), server.port(), Optional.empty()));
        }
        return scratch.get(version);
    }

    @Override
    public void close() throws SQLException {
        for (ScratchDatabases databases : scratch.values()) {
            databases.close();
        }
        scratch.clear();
    }

    static List<Verdict.Result> results(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdict::result).toList();
    }

    static List<String> refused(Verdict verdict) {
        return verdict.statements().stream()
                .filter(statement -> statement.startsWith(Verdict.REFUSED))
                .toList();
    }
}
