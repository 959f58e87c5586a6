package io.pggit.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.capture.catalog.Catalog;
import io.pggit.capture.catalog.CatalogReader;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.plan.Plan;
import io.pggit.core.plan.Planner;
import io.pggit.core.plan.part.PlanOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Runs one case on scratch databases: up, down, up again, each compared with a database built directly. */
final class Trial {
    private static final String A = "trial_a_" + ProcessHandle.current().pid();
    private static final String B = "trial_b_" + ProcessHandle.current().pid();

    private final ScratchDatabases scratch;
    private final CorpusCase pair;
    private final PlanOptions options;

    private boolean refusedRows;

    /** Puts rows into the tables, or not; returns how many each has. */
    @FunctionalInterface
    private interface Seeding {
        SortedMap<ObjectId, Long> rows(Connection connection, Catalog catalog) throws SQLException;
    }

    Trial(ScratchDatabases scratch, CorpusCase pair, PlanOptions options) {
        this.scratch = scratch;
        this.pair = pair;
        this.options = options;
    }

    Verdict run() throws SQLException {
        if (pair.minVersion() > options.serverVersion()) {
            return verdict(Verdict.Result.SKIPPED, "needs PostgreSQL " + pair.minVersion(), List.of());
        }
        List<String> made = scratch.createRoles(pair.roles());
        try {
            Verdict verdict = onDatabases(Rows::seed);
            // rows of defaults can contradict the goal, such as a NOT NULL: then the case is judged without them
            return refusedRows ? onDatabases(Rows::count) : verdict;
        } finally {
            scratch.dropRoles(made);
        }
    }

    private Verdict onDatabases(Seeding seeding) throws SQLException {
        try (Connection a = scratch.create(A);
                Connection b = scratch.create(B)) {
            try {
                execute(a, pair.setup() + ";" + pair.before());
                execute(b, pair.setup() + ";" + pair.after());
            } catch (SQLException e) {
                return verdict(Verdict.Result.SKIPPED, "does not load: " + firstLine(e.getMessage()), List.of());
            }
            return migrate(a, b, seeding);
        }
    }

    private Verdict migrate(Connection a, Connection b, Seeding seeding) throws SQLException {
        List<String> done = new ArrayList<>();
        SortedSet<String> hazards = new TreeSet<>();
        try {
            Catalog before = CatalogReader.read(a);
            Catalog after = CatalogReader.read(b);
            Plan up = Planner.plan(facts(before), facts(after), options);
            up.hazards().forEach(hazard -> hazards.add(hazard.name()));
            done.addAll(up.sql());
            up.refused().forEach(refusal -> done.add("REFUSED " + refusal));
            if (pair.empty() && !up.isEmpty()) {
                return new Verdict(pair, Verdict.Result.FAILED, "plan should be empty", hazards, done);
            }
            SortedMap<ObjectId, Long> rows = seeding.rows(a, before);
            step("up", up, a, after);
            List<String> missing = Rows.missing(rows, Rows.count(a, after), up.dataLoss());
            if (!missing.isEmpty()) {
                return new Verdict(pair, Verdict.Result.FAILED, "rows are gone: " + missing, hazards, done);
            }
            Plan none = Planner.plan(facts(CatalogReader.read(a)), facts(after), options);
            if (!none.isEmpty()) {
                return new Verdict(pair, Verdict.Result.FAILED, "second plan not empty: " + none.sql(), hazards, done);
            }
            List<String> dump = scratch.dumpDifferences(A, B);
            if (!dump.isEmpty()) {
                return new Verdict(pair, Verdict.Result.FAILED, "pg_dump differs: " + dump, hazards, done);
            }
            Plan down = Planner.plan(facts(after), facts(before), options);
            done.add("-- DOWN");
            done.addAll(down.sql());
            step("down", down, a, before);
            step("up again", up, a, after);
            return new Verdict(pair, Verdict.Result.CONVERGED, "", hazards, done);
        } catch (StatementFailed e) {
            String state = ((SQLException) e.getCause()).getSQLState();
            refusedRows = state != null && (state.startsWith("23") || state.startsWith("22"));
            return new Verdict(
                    pair, Verdict.Result.FAILED, e.getMessage().replace("\n", " ") + " <- " + e.sql(), hazards, done);
        } catch (NotConverged | RuntimeException e) {
            return new Verdict(pair, Verdict.Result.FAILED, e.toString() + at(e), hazards, done);
        }
    }

    /** Facts as read, or as a commit has them, without uses. */
    private static SortedMap<ObjectId, Facts> facts(Catalog catalog) {
        if (!Boolean.getBoolean("pggit.corpus.committed")) {
            return catalog.objects();
        }
        TreeMap<ObjectId, Facts> committed = new TreeMap<>();
        catalog.objects().forEach((id, facts) -> {
            ObjectNode tree = facts.tree();
            tree.remove("uses");
            committed.put(id, Facts.of(tree));
        });
        return committed;
    }

    private static String at(Exception e) {
        return e instanceof NotConverged
                ? ""
                : " at " + List.of(e.getStackTrace()).subList(0, Math.min(4, e.getStackTrace().length));
    }

    private static void step(String name, Plan plan, Connection connection, Catalog goal)
            throws StatementFailed, NotConverged {
        try {
            PlanRunner.run(plan, connection);
        } catch (StatementFailed e) {
            throw new StatementFailed("(" + name + ") " + e.sql(), (SQLException) e.getCause());
        }
        List<String> differences = Equivalence.differences(CatalogReader.read(connection), goal);
        if (!differences.isEmpty()) {
            throw new NotConverged(name + ": " + differences);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private Verdict verdict(Verdict.Result result, String why, List<String> statements) {
        return new Verdict(pair, result, why, new TreeSet<>(), statements);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static final class NotConverged extends Exception {
        private static final long serialVersionUID = 1L;

        NotConverged(String message) {
            super(message);
        }
    }
}
