package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.merge.MergeResult;
import io.pggit.core.merge.MergeWarning;
import io.pggit.core.plan.Plan;
import io.pggit.core.plan.Planner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** What a clean merge does to its target. */
final class MergeAnswer {
    private final MergeResult result;
    private final SortedMap<ObjectId, Facts> target;
    private final Question question;
    private final ObjectNode answer;

    /** The merge of a target that has these facts. */
    MergeAnswer(MergeResult result, SortedMap<ObjectId, Facts> target, Question question, ObjectNode answer) {
        this.result = result;
        this.target = target;
        this.question = question;
        this.answer = answer;
    }

    /**
     * Adds {@code statements}, each with the key of the text in it that PostgreSQL may refuse, their text as {@code ddl},
     * {@code losses}, {@code warnings} and numbers.
     *
     * @throws QuestionRefused when the planner knows no way
     */
    void live() throws QuestionRefused {
        ObjectNode plan = new LivePlan(target, result.merged()).plan(result.fromOurs(), question);
        List<String> lost = new ArrayList<>();
        ArrayNode ddl = answer.putArray("ddl");
        for (JsonNode statement : plan.get("statements")) {
            ddl.add(statement.get("sql"));
            if (statement.has("lost")) {
                lost.add(statement.get("lost").asText());
            }
            result.doubtful().stream()
                    .filter(text -> Names.statementTarget(text.object())
                            .equals(statement.get("object").asText()))
                    .findFirst()
                    .ifPresent(text -> ((ObjectNode) statement).set("doubt", ConflictKeys.write(text.key())));
        }
        answer.set("statements", plan.get("statements"));
        answer.set("losses", plan.get("losses"));
        describe(lost);
    }

    /**
     * Adds as {@code tree} what needs no statement.
     *
     * @param elsewhere objects that are live already
     * @param tree of the target, which has them otherwise
     */
    void alreadyLive(Set<ObjectId> elsewhere, SortedMap<ObjectId, Facts> tree) {
        answer.set("tree", new TreeChanges(tree, result.merged(), result.fromOurs()).json(elsewhere));
    }

    /** The same where nothing is run, with what changes in the {@code tree} of the target. */
    void elsewhere() throws QuestionRefused {
        Plan plan = Planner.plan(target, result.merged(), result.fromOurs().inOrder(), LivePlan.options(question));
        ArrayNode ddl = answer.putArray("ddl");
        plan.sql().forEach(ddl::add);
        describe(plan.dataLoss());
        answer.set("tree", changes().json());
    }

    private TreeChanges changes() {
        return new TreeChanges(target, result.merged(), result.fromOurs());
    }

    private void describe(List<String> lost) {
        ArrayNode warnings = answer.putArray("warnings");
        result.warnings().stream().map(MergeAnswer::text).forEach(warnings::add);
        lost.stream().distinct().forEach(loss -> warnings.add("lost: " + loss));
        TreeChanges changes = changes();
        answer.put("tables_merged", changes.tables()).put("objects_merged", changes.objects());
    }

    static String text(MergeWarning warning) {
        return Names.statementTarget(warning.object()) + ": " + warning.text();
    }
}
