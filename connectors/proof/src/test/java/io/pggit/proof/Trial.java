package io.pggit.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.capture.catalog.Catalog;
import io.pggit.capture.catalog.CatalogReader;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.plan.Plan;
import io.pggit.core.plan.Planner;
import io.pggit.core.plan.Segment;
import io.pggit.core.plan.part.PlanOptions;
import io.pggit.core.plan.part.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Runs one case on scratch databases: up, down, up again, each compared with a database built directly. */
final class Trial {
    private static final String A = "trial_a_" + ProcessHandle.current().pid();
    private static final String B = "trial_b_" + ProcessHandle.current().pid();

    private final ScratchDatabases scratch;
    private final CorpusCase pair;
    private final PlanOptions options;
    private final UnaryOperator<Catalog> known;

    private final List<String> overstated = new ArrayList<>();

    private boolean refusedRows;

    /** {@code known} is what the planner gets to see of a catalog. */
    Trial(ScratchDatabases scratch, CorpusCase pair, PlanOptions options, UnaryOperator<Catalog> known) {
        this.scratch = scratch;
        this.pair = pair;
        this.options = options;
        this.known = known;
    }

    /** As commits have it: without what only a live catalog tells. */
    static Catalog asRecorded(Catalog catalog) {
        SortedMap<ObjectId, Facts> objects = new TreeMap<>(catalog.objects());
        objects.replaceAll((id, facts) -> {
            ObjectNode tree = facts.tree();
            tree.remove("uses");
            return Facts.of(tree);
        });
        return new Catalog(objects, catalog.unmodelled());
    }

    /** Locks that statements were said to take and did not, one line each. */
    List<String> overstated() {
        return List.copyOf(overstated);
    }

    Verdict run() throws SQLException {
        if (pair.minVersion() > options.serverVersion()) {
            return verdict(Verdict.Result.SKIPPED, "needs PostgreSQL " + pair.minVersion(), List.of());
        }
        List<String> made = scratch.createRoles(pair.roles());
        try {
            // rows can contradict the goal, such as a NOT NULL: then the case is judged without them
            Verdict verdict = onDatabases(Rows::withNulls);
            verdict = refusedRows ? onDatabases(Rows::withoutNulls) : verdict;
            return refusedRows ? onDatabases(Rows::none) : verdict;
        } finally {
            scratch.dropRoles(made);
        }
    }

    private Verdict onDatabases(Rows.Seeding seeding) throws SQLException {
        refusedRows = false;
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

    private Verdict migrate(Connection a, Connection b, Rows.Seeding seeding) throws SQLException {
        List<String> done = new ArrayList<>();
        SortedSet<String> hazards = new TreeSet<>();
        try {
            Catalog before = known.apply(CatalogReader.read(a));
            Catalog after = known.apply(CatalogReader.read(b));
            Plan up = Planner.plan(before.objects(), after.objects(), options);
            up.hazards().forEach(hazard -> hazards.add(hazard.name()));
            done.addAll(up.sql());
            up.refused().forEach(refusal -> done.add(Verdict.REFUSED + refusal));
            if (pair.empty() && !up.isEmpty()) {
                return new Verdict(pair, Verdict.Result.FAILED, "plan should be empty", hazards, done);
            }
            seeding.fill(a, before);
            Rows rows = Rows.of(a, before);
            ObservedRun run = new ObservedRun(a);
            Catalog reached = step("up", up, a, after, run, up.refused());
            if (!run.findings().isEmpty()) {
                return new Verdict(pair, Verdict.Result.FAILED, "not as told: " + run.findings(), hazards, done);
            }
            List<String> lost = rows.lost(Rows.of(a, after), told(up));
            if (!lost.isEmpty()) {
                return new Verdict(pair, Verdict.Result.FAILED, "rows are gone: " + lost, hazards, done);
            }
            Plan none = Planner.plan(reached.objects(), after.objects(), options);
            if (!none.segments().isEmpty()) {
                return new Verdict(pair, Verdict.Result.FAILED, "second plan not empty: " + none.sql(), hazards, done);
            }
            List<String> dump = scratch.dumpDifferences(A, B);
            if (!dump.isEmpty()) {
                return new Verdict(pair, Verdict.Result.FAILED, "pg_dump differs: " + dump, hazards, done);
            }
            Plan down = Planner.plan(after.objects(), before.objects(), options);
            done.add("-- DOWN");
            done.addAll(down.sql());
            // what the way there left undone, the way back finds so
            List<Refusal> refused = Stream.concat(up.refused().stream(), down.refused().stream())
                    .toList();
            step("down", down, a, before, new ObservedRun(a), refused);
            List<String> lostOnTheWay = rows.lost(
                    Rows.of(a, before),
                    Stream.concat(told(up).stream(), told(down).stream()).toList());
            if (!lostOnTheWay.isEmpty()) {
                return new Verdict(
                        pair, Verdict.Result.FAILED, "rows are gone on the way back: " + lostOnTheWay, hazards, done);
            }
            ObservedRun again = new ObservedRun(a);
            step("up again", oneByOne(up), a, after, again, refused);
            overstated.addAll(again.overstated());
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

    private static List<String> told(Plan plan) {
        List<String> told = new ArrayList<>(plan.dataLoss());
        if (plan.sql().stream().anyMatch(sql -> sql.contains(" RENAME VALUE "))) {
            told.add(Rows.RENAMED);
        }
        return told;
    }

    /** Each statement in a transaction of its own, where it has any: then the locks held are its own. */
    private static Plan oneByOne(Plan plan) {
        List<Segment> segments = new ArrayList<>();
        plan.segments()
                .forEach(segment -> segment.statements()
                        .forEach(statement -> segments.add(new Segment(segment.transactional(), List.of(statement)))));
        return new Plan(segments, plan.refused(), plan.misplaced());
    }

    private static String at(Exception e) {
        return e instanceof NotConverged
                ? ""
                : " at " + List.of(e.getStackTrace()).subList(0, Math.min(4, e.getStackTrace().length));
    }

    /** Returns what is there afterwards. */
    private Catalog step(
            String name, Plan plan, Connection connection, Catalog goal, ObservedRun run, List<Refusal> refused)
            throws StatementFailed, NotConverged {
        try {
            PlanRunner.run(plan, connection, run);
        } catch (StatementFailed e) {
            throw new StatementFailed("(" + name + ") " + e.sql(), (SQLException) e.getCause());
        }
        Catalog reached = known.apply(CatalogReader.read(connection));
        List<String> differences = Equivalence.differences(reached, goal, refused);
        if (!differences.isEmpty()) {
            throw new NotConverged(name + ": " + differences);
        }
        return reached;
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
