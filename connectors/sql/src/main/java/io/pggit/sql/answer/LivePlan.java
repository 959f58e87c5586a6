package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.diff.ColumnOrder;
import io.pggit.core.diff.ObjectDifference;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.fold.Rename;
import io.pggit.core.merge.Renames;
import io.pggit.core.plan.Plan;
import io.pggit.core.plan.Planner;
import io.pggit.core.plan.part.PlanOptions;
import io.pggit.core.plan.part.Refusal;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The way from the live schema to another, for one transaction of the asker's, and whether it led there. */
final class LivePlan {
    private final SortedMap<ObjectId, Facts> live;
    private final SortedMap<ObjectId, Facts> target;

    LivePlan(SortedMap<ObjectId, Facts> live, SortedMap<ObjectId, Facts> target) {
        this.live = live;
        this.target = target;
    }

    /**
     * {@code {statements: [{sql, object, action, lost}], losses: [{table, column, fallback, type, from}]}}.
     *
     * @param question whose arguments {@code runner} and {@code server} say who is going to run it, and where
     * @throws QuestionRefused when no plan leads there in one transaction
     */
    ObjectNode plan(Renames renames, Question question) throws QuestionRefused {
        Plan plan = plan(renames, options(question));
        if (!plan.refused().isEmpty()) {
            throw new QuestionRefused(
                    "0A000",
                    "pgGit cannot change "
                            + plan.refused().stream().map(Refusal::object).collect(Collectors.joining(", ")),
                    plan.refused().stream()
                            .map(refusal -> refusal.object() + ": " + refusal.reason())
                            .collect(Collectors.joining("\n")),
                    "Change it by hand, then try again; pggit.diff_as_sql has the statements for everything else.");
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode statements = answer.putArray("statements");
        plan.statements().forEach(statement -> {
            ObjectNode step = statements
                    .addObject()
                    .put("sql", statement.sql())
                    .put("object", Names.statementTarget(statement.object()))
                    .put("action", statement.action().name());
            statement.dataLoss().ifPresent(loss -> step.put("lost", loss));
        });
        answer.set("losses", new Losses(live, target, renames).of(plan));
        return answer;
    }

    private Plan plan(Renames renames, PlanOptions options) throws QuestionRefused {
        List<Rename> renamed = renames.inOrder();
        Plan plan = Planner.plan(live, target, renamed, options);
        if (plan.segments().size() > 1) {
            plan = Planner.plan(live, target, renamed, options.in(PlanOptions.Style.ONE_TRANSACTION));
        }
        if (plan.segments().size() > 1) {
            throw new QuestionRefused(
                    "0A000",
                    "The schema cannot be changed so in one transaction",
                    plan.segments().stream()
                            .filter(segment -> !segment.transactional())
                            .map(segment -> segment.statements().get(0).sql())
                            .collect(Collectors.joining("\n")),
                    "Make the change with pggit.diff_as_sql, statement by statement.");
        }
        return plan;
    }

    static PlanOptions options(Question question) throws QuestionRefused {
        PlanOptions options = PlanOptions.forServer(question.count("server", 0) / 10_000);
        return question.text("runner").map(options::runBy).orElse(options);
    }

    /** Objects that are not as they are to be, by the names people know; none when the plan led where it should. */
    List<String> differences() {
        return ObjectDifference.between(ColumnOrder.removed(live), ColumnOrder.removed(target)).stream()
                .map(LivePlan::text)
                .toList();
    }

    private static String text(ObjectDifference difference) {
        String attributes = difference.attributes().stream()
                .map(change -> change.pathText())
                .collect(Collectors.joining(", ", " (", ")"));
        return Names.statementTarget(difference.id())
                + switch (difference.side()) {
                    case ONLY_BEFORE -> " (should not be there)";
                    case ONLY_AFTER -> " (is missing)";
                    case BOTH -> attributes;
                };
    }
}
