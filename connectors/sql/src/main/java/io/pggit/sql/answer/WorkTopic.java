package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.fold.Fold;
import io.pggit.core.merge.Conflict;
import io.pggit.core.merge.MergeResult;
import io.pggit.runtime.repository.History;
import io.pggit.runtime.repository.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What the functions that change something have to know:
 *
 * <ul>
 *   <li>{@code baseline}: {@code {sha}}, also where its rows are not committed yet
 *   <li>{@code commit {revision}}: {@code {sha, branch, tag}}, the last two saying whether the revision is the name of one
 *   <li>{@code merged {branch}}: {@code {sha, merged}}, none when there is no such branch
 *   <li>{@code checkout_plan {ref, runner, server}}: {@code {sha, branch, statements, losses}}
 *   <li>{@code revert_plan {revision, runner, server, elsewhere}}: {@code {sha, summary, statements, losses}}
 *   <li>{@code checked_out {sha, branch}}, {@code reverted {sha}}: what is not as planned, a text each
 * </ul>
 */
public final class WorkTopic implements Topic {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public Set<String> kinds() {
        return Set.of("baseline", "commit", "merged", "checkout_plan", "revert_plan", "checked_out", "reverted");
    }

    @Override
    public Fold.Unclosed unclosed(String kind) {
        return kind.equals("baseline") ? Fold.Unclosed.COMMITTED : Fold.Unclosed.LEFT_OPEN;
    }

    @Override
    public ArrayNode answer(Question question, History history) throws QuestionRefused {
        ArrayNode answer = JSON.arrayNode();
        switch (question.kind()) {
            case "baseline" ->
                history.head().ifPresent(head -> answer.addObject().put("sha", head.sha()));
            case "commit" -> answer.add(commit(history, question.revision()));
            case "merged" -> {
                String branch = question.required("branch");
                history.head(branch)
                        .ifPresent(sha -> answer.addObject().put("sha", sha).put("merged", history.isMerged(branch)));
            }
            case "checkout_plan" -> answer.add(checkout(question, history));
            case "revert_plan" -> answer.add(revert(question, history));
            case "checked_out" -> checkedOut(question, history).forEach(answer::add);
            default -> reverted(question, history).forEach(answer::add);
        }
        return answer;
    }

    private static ObjectNode commit(History history, String revision) {
        return JSON.objectNode()
                .put("sha", history.resolve(revision))
                .put("branch", history.head(revision).isPresent())
                .put("tag", history.tags().stream().map(Ref::name).anyMatch(revision::equals));
    }

    private static ObjectNode checkout(Question question, History history) throws QuestionRefused {
        String ref = question.required("ref");
        Optional<String> tip = history.head(ref);
        String sha = tip.orElseGet(() -> history.resolve(ref));
        ObjectNode answer =
                new LivePlan(history.live(), history.facts(sha)).plan(history.renames("HEAD", sha), question);
        answer.put("sha", sha);
        tip.ifPresent(found -> answer.put("branch", ref));
        return answer;
    }

    private static List<String> checkedOut(Question question, History history) throws QuestionRefused {
        String sha = question.required("sha");
        Optional<String> branch = question.text("branch");
        if (branch.isPresent() && !history.head(branch.get()).equals(Optional.of(sha))) {
            return List.of("branch " + branch.get() + " is not at " + sha);
        }
        return new LivePlan(history.live(), history.facts(sha)).differences();
    }

    private static ObjectNode revert(Question question, History history) throws QuestionRefused {
        String sha = history.resolve(question.revision());
        MergeResult result = reverted(history, sha);
        if (!result.isClean()) {
            throw new QuestionRefused(
                    "55000",
                    "Revert conflict: " + result.conflicts().size() + " conflict(s) between HEAD and commit "
                            + sha.substring(0, 7),
                    result.conflicts().stream().map(Conflict::toString).collect(Collectors.joining("\n")),
                    "What the commit did was changed since; undo it by statements of your own.");
        }
        Elsewhere.keep(question, history, result.merged());
        return new LivePlan(history.live(), result.merged())
                .plan(result.fromOurs(), question)
                .put("sha", sha)
                .put("summary", history.log(sha, 1).get(0).summary());
    }

    private static MergeResult reverted(History history, String sha) throws QuestionRefused {
        String head = history.resolve("HEAD");
        if (!history.mergeBases(sha, head).equals(List.of(sha))) {
            throw new QuestionRefused(
                    "55000", "Commit " + sha + " is not in the history of HEAD, so there is nothing to revert", "");
        }
        return history.revert(sha, head, Map.of());
    }

    private static List<String> reverted(Question question, History history) throws QuestionRefused {
        SortedMap<ObjectId, Facts> merged =
                reverted(history, question.required("sha")).merged();
        return new LivePlan(history.live(), merged).differences();
    }
}
