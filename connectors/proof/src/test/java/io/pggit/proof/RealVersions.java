package io.pggit.proof;

import io.pggit.capture.catalog.Catalog;
import io.pggit.capture.catalog.CatalogReader;
import io.pggit.core.plan.Plan;
import io.pggit.core.plan.Planner;
import io.pggit.core.plan.part.PlanOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Successive versions of a real schema: each step planned, applied and compared, forwards and backwards. */
public final class RealVersions {
    private RealVersions() {}

    /** Arguments: host, port, folder with the versions, pg_dump or -. */
    public static void main(String[] arguments) throws IOException, SQLException, StatementFailed {
        Optional<String> dump = Optional.of(arguments[3]).filter(path -> !path.equals("-"));
        try (Stream<Path> folder = Files.list(Path.of(arguments[2]));
                ScratchDatabases scratch = new ScratchDatabases(arguments[0], Integer.parseInt(arguments[1]), dump)) {
            List<Path> versions = folder.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
            PlanOptions options = PlanOptions.forServer(scratch.majorVersion()).runBy("postgres");
            for (int i = 1; i < versions.size(); i++) {
                step(scratch, versions.get(i - 1), versions.get(i), options);
            }
        }
    }

    private static void step(ScratchDatabases scratch, Path from, Path to, PlanOptions options)
            throws IOException, SQLException, StatementFailed {
        try (Connection a = scratch.create("real_a");
                Connection b = scratch.create("real_b")) {
            load(a, from);
            load(b, to);
            Catalog before = CatalogReader.read(a);
            Catalog after = CatalogReader.read(b);
            long start = System.nanoTime();
            Plan up = Planner.plan(before.objects(), after.objects(), options);
            long millis = (System.nanoTime() - start) / 1_000_000;
            System.out.println(from.getFileName() + " -> " + to.getFileName() + ": "
                    + up.statements().size() + " statements planned in " + millis + " ms; refused " + up.refused());
            PlanRunner.run(up, a);
            report("up", CatalogReader.read(a), after);
            System.out.println("  pg_dump: " + scratch.dumpDifferences("real_a", "real_b"));
            PlanRunner.run(Planner.plan(after.objects(), before.objects(), options), a);
            report("down", CatalogReader.read(a), before);
        } catch (StatementFailed e) {
            System.out.println("  FAILED " + e.getMessage() + " <- " + e.sql());
        }
    }

    private static void report(String direction, Catalog got, Catalog goal) {
        List<String> differences = Equivalence.differences(got, goal);
        System.out.println("  " + direction + ": " + differences.size() + " differences"
                + (differences.isEmpty() ? "" : " " + differences.subList(0, Math.min(5, differences.size()))));
    }

    private static void load(Connection connection, Path file) throws IOException, SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(Files.readString(file));
        }
    }
}
