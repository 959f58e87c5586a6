package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.CorruptFacts;
import io.pggit.core.merge.Conflict;
import io.pggit.core.merge.MergeResult;
import io.pggit.core.merge.Renames;
import io.pggit.core.plan.Plan;
import io.pggit.core.plan.Planner;
import io.pggit.core.plan.order.CircularPlan;
import io.pggit.core.plan.part.PlanOptions;
import io.pggit.runtime.repository.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code combined_migration {onto, branches, server}}: {@code {script, warnings}}, one migration that does to {@code onto} what
 * merging the branches one after the other would. {@code server} as {@code server_version_num} counts.
 */
public final class CombineTopic implements Topic {
    @Override
    public Set<String> kinds() {
        return Set.of("combined_migration");
    }

    @Override
    public ArrayNode answer(Question question, History history) throws QuestionRefused {
        String onto = question.text("onto").orElse("HEAD");
        List<String> branches = new ArrayList<>();
        question.args().path("branches").forEach(branch -> branches.add(branch.asText()));
        List<MergeResult> results = history.combine(onto, branches);
        Renames renames = Renames.NONE;
        ArrayNode warnings = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < results.size(); i++) {
            MergeResult result = results.get(i);
            if (!result.isClean()) {
                throw conflict(branches.get(i), i == 0 ? onto : onto + " with " + branches.subList(0, i), result);
            }
            renames = renames.andThen(result.fromOurs());
            result.warnings().forEach(warning -> warnings.add(MergeAnswer.text(warning)));
            result.unproved()
                    .forEach(text -> warnings.add(
                            Names.statementTarget(text.object()) + ": merged by line; PostgreSQL has not seen it yet"));
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("script", "");
        if (!results.isEmpty()) {
            MergeResult last = results.get(results.size() - 1);
            answer.put("script", script(question, history, onto, last, renames, warnings));
        }
        answer.set("warnings", warnings);
        return JsonNodeFactory.instance.arrayNode().add(answer);
    }

    private static String script(
            Question question, History history, String onto, MergeResult last, Renames renames, ArrayNode warnings)
            throws QuestionRefused {
        try {
            PlanOptions options = PlanOptions.forServer(question.count("server", 0) / 10_000);
            Plan plan = Planner.plan(history.facts(onto), last.merged(), renames.inOrder(), options);
            plan.refused().forEach(refusal -> warnings.add(refusal.object() + " stays: " + refusal.reason()));
            plan.misplaced().forEach(table -> warnings.add(table.text()));
            plan.dataLoss().forEach(loss -> warnings.add("lost: " + loss));
            return plan.sql().stream().map(sql -> sql + ";\n").collect(Collectors.joining());
        } catch (CorruptFacts | CircularPlan e) {
            throw new QuestionRefused("XX001", "The migration cannot be planned: " + e.getMessage(), "");
        }
    }

    private static QuestionRefused conflict(String branch, String with, MergeResult result) {
        List<Conflict> conflicts = result.conflicts();
        return new QuestionRefused(
                "55000",
                "Merge conflict: " + conflicts.size() + " conflict(s) between " + branch + " and " + with,
                conflicts.stream()
                        .map(conflict -> conflict.type() + ": " + Names.statementTarget(conflict.object()) + " "
                                + ConflictJson.attribute(conflict.path()))
                        .collect(Collectors.joining("\n")),
                "Merge one of them with pggit.merge and resolve the conflicts there.");
    }
}
