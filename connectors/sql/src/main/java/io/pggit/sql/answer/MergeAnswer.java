package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.merge.Conflict;
import io.pggit.core.merge.MergeResult;
import io.pggit.core.merge.MergeWarning;
import io.pggit.core.plan.Plan;
import io.pggit.core.plan.PlannedStatement;
import io.pggit.core.plan.Planner;
import io.pggit.core.plan.part.PlanOptions;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a clean merge does to its target. */
final class MergeAnswer {
    private final MergeResult result;
    private final SortedMap<ObjectId, Facts> target;
    private final PlanOptions options;
    private final TreeChanges changes;

    /** The merge of a target that has these facts; {@code options} for the statements. */
    MergeAnswer(MergeResult result, SortedMap<ObjectId, Facts> target, PlanOptions options) {
        this.result = result;
        this.target = target;
        this.options = options;
        this.changes = new TreeChanges(target, result.merged(), result.fromOurs());
    }

    /**
     * Adds {@code statements}, each with the key of the text in it that PostgreSQL may refuse, their text as {@code ddl},
     * {@code warnings} and numbers.
     *
     * @throws QuestionRefused when the planner knows no way
     */
    void describe(ObjectNode answer) throws QuestionRefused {
        Plan plan = Planner.plan(target, result.merged(), result.fromOurs().inOrder(), options);
        if (!plan.refused().isEmpty()) {
            StringBuilder detail = new StringBuilder();
            plan.refused()
                    .forEach(refusal -> detail.append(refusal.object())
                            .append(": ")
                            .append(refusal.reason())
                            .append('\n'));
            throw new QuestionRefused(
                    "0A000",
                    "The merge changes what pgGit cannot change",
                    detail.toString().strip(),
                    "Make these changes on the target by hand, then merge again.");
        }
        Map<ObjectId, Conflict.Key> doubtful = new TreeMap<>();
        result.doubtful().forEach(question -> doubtful.put(question.object(), question.key()));
        ArrayNode statements = answer.putArray("statements");
        ArrayNode ddl = answer.putArray("ddl");
        for (PlannedStatement statement : plan.statements()) {
            ObjectNode step = statements
                    .addObject()
                    .put("sql", statement.sql())
                    .put("object", Names.statementTarget(statement.object()));
            if (doubtful.containsKey(statement.object())) {
                step.set("doubt", ConflictKeys.write(doubtful.get(statement.object())));
            }
            ddl.add(statement.sql());
        }
        ArrayNode warnings = answer.putArray("warnings");
        result.warnings().stream().map(MergeAnswer::text).forEach(warnings::add);
        plan.dataLoss().forEach(loss -> warnings.add("lost: " + loss));
        answer.put("tables_merged", changes.tables()).put("objects_merged", changes.objects());
    }

    static String text(MergeWarning warning) {
        return Names.statementTarget(warning.object()) + ": " + warning.text();
    }

    /** What changes in the target's tree, for the record of a merge that runs nothing. */
    ArrayNode tree() {
        return changes.json();
    }
}
