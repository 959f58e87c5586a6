package io.pggit.proof;

import io.pggit.capture.CaptureException;
import io.pggit.capture.Database;
import io.pggit.capture.catalog.Catalog;
import io.pggit.capture.catalog.CatalogReader;
import io.pggit.core.facts.CorruptFacts;
import io.pggit.core.plan.Plan;
import io.pggit.core.plan.Planner;
import io.pggit.core.plan.order.CircularPlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proves a comparison where it can do no harm: on an empty database beside the first one, which is dropped afterwards. The first
 * is built there from its facts, without rows; the plan must make it like the second, planning again must find nothing to do, and
 * the way back must make it like the first.
 */
public final class ScratchProof {
    private final Comparison comparison;
    private final List<String> notes = new ArrayList<>();

    private ScratchProof(Comparison comparison) {
        this.comparison = comparison;
    }

    /**
     * Proves {@code comparison} on the server of {@code first}.
     *
     * @throws SQLException when the server cannot be reached
     */
    public static Proof of(Comparison comparison, Database first) throws SQLException {
        try {
            Optional<ScratchDatabase> created = ScratchDatabase.beside(first);
            if (created.isEmpty()) {
                return impossible("the role may not create a scratch database");
            }
            try (ScratchDatabase scratch = created.get();
                    Connection connection = scratch.connect()) {
                return new ScratchProof(comparison).on(connection);
            }
        } catch (SQLException e) {
            if (String.valueOf(e.getSQLState()).startsWith("08")) {
                throw e;
            }
            return impossible("no scratch database: " + e.getMessage());
        } catch (CaptureException e) {
            return impossible("the scratch database cannot be read: " + e.getMessage());
        }
    }

    private static Proof impossible(String why) {
        return new Proof(Proof.Result.IMPOSSIBLE, List.of(why));
    }

    private Proof on(Connection connection) {
        Catalog built;
        try {
            Plan foundation = Planner.plan(
                    CatalogReader.read(connection).objects(),
                    comparison.before().objects(),
                    comparison.options());
            PlanRunner.run(foundation, connection);
            built = CatalogReader.read(connection);
        } catch (StatementFailed | CorruptFacts | CircularPlan e) {
            return impossible("the first database cannot be built anew: " + e.getMessage());
        }
        List<String> missing = Equivalence.differences(built, comparison.before());
        if (!missing.isEmpty()) {
            return impossible("the first database cannot be built anew: " + missing.get(0));
        }
        try {
            upAndDown(connection);
        } catch (SQLException e) {
            return impossible("the scratch database failed: " + e.getMessage());
        }
        return new Proof(notes.isEmpty() ? Proof.Result.PROVED : Proof.Result.REFUTED, notes);
    }

    private void upAndDown(Connection connection) throws SQLException {
        try {
            ObservedRun run = new ObservedRun(connection);
            PlanRunner.run(comparison.up(), connection, run);
            note("", run.findings());
            Catalog after = CatalogReader.read(connection);
            note("the plan leaves a difference", differences(after, comparison.after()));
            Plan again = Planner.plan(after.objects(), comparison.after().objects(), comparison.options());
            note("planned again, there is more to do", again.sql());
            PlanRunner.run(comparison.down(), connection);
            note("the way back leaves a difference", differences(CatalogReader.read(connection), comparison.before()));
        } catch (StatementFailed e) {
            notes.add(e.getMessage().replace('\n', ' ') + ": " + e.sql());
        }
    }

    private void note(String what, List<String> findings) {
        findings.forEach(finding -> notes.add(what.isEmpty() ? finding : what + ": " + finding));
    }

    /** What was refused is said already. */
    private List<String> differences(Catalog one, Catalog other) {
        return Equivalence.differences(one, other, comparison.up().refused());
    }
}
