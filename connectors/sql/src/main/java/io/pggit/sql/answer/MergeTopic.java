package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.facts.CorruptFacts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.fold.Fold;
import io.pggit.core.merge.MergeResult;
import io.pggit.core.merge.Resolution;
import io.pggit.core.plan.order.CircularPlan;
import io.pggit.core.plan.part.PlanOptions;
import io.pggit.runtime.repository.History;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Merges. All take {@code source} and {@code target}, commits or branches, {@code strategy}, {@code answers} to conflicts
 * ({@code key}, {@code resolution}), {@code refused}, the keys of texts PostgreSQL does not take, and {@code live}, whether
 * the target is HEAD:
 *
 * <ul>
 *   <li>{@code merge_plan}: the commits, whether there is nothing to do, {@code conflicts} as rows of
 *       {@code pggit.conflicts}; where there are none, statements and numbers, and the {@code tree} where nothing is run.
 *       {@code server} and {@code runner} are who the statements are for; {@code elsewhere} as in {@link Elsewhere#keep}
 *   <li>{@code merge_check}: {@code difference}s, a row each, between what the plan promises and what is live now
 *   <li>{@code merge_made {branch}}: the id of the commit at its tip, and its parents
 * </ul>
 */
public final class MergeTopic implements Topic {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public Set<String> kinds() {
        return Set.of("merge_plan", "merge_check", "merge_made");
    }

    /** A merge's own statements are no commit before its row says so. */
    @Override
    public Fold.Unclosed unclosed(String kind) {
        return Fold.Unclosed.LEFT_OPEN;
    }

    @Override
    public ArrayNode answer(Question question, History history) throws QuestionRefused {
        try {
            return switch (question.kind()) {
                case "merge_plan" -> plan(question, history);
                case "merge_check" -> check(question, history);
                default -> made(question, history);
            };
        } catch (CorruptFacts | CircularPlan e) {
            throw new QuestionRefused("XX001", "The merge cannot be planned: " + e.getMessage(), "");
        }
    }

    private static ArrayNode plan(Question question, History history) throws QuestionRefused {
        String source = history.resolve(question.text("source").orElse(""));
        String target = history.resolve(question.text("target").orElse(""));
        List<String> bases = history.mergeBases(target, source);
        ObjectNode answer = JSON.objectNode()
                .put("source_sha", source)
                .put("target_sha", target)
                .put("base_sha", bases.isEmpty() ? null : bases.get(0))
                .put("up_to_date", bases.contains(source));
        if (bases.contains(source)) {
            return JSON.arrayNode().add(answer);
        }
        MergeAttempt attempt = attempt(question, history, source, target);
        ArrayNode conflicts = answer.putArray("conflicts");
        if (attempt.isClean()) {
            boolean live = live(question);
            MergeAnswer merge =
                    new MergeAnswer(attempt.result(), live ? history.live() : history.facts(target), question, answer);
            if (live) {
                Set<ObjectId> elsewhere =
                        Elsewhere.keep(question, history, attempt.result().merged());
                merge.live();
                if (!elsewhere.isEmpty()) {
                    merge.alreadyLive(elsewhere, history.facts(target));
                }
            } else {
                merge.elsewhere();
            }
        } else {
            ConflictJson rows = rows(question, history, source, target, attempt.result());
            attempt.conflicts().forEach(conflict -> conflicts.add(rows.of(conflict)));
        }
        return JSON.arrayNode().add(answer);
    }

    private static MergeAttempt attempt(Question question, History history, String source, String target)
            throws QuestionRefused {
        MergeAttempt.Doubt doubt = live(question)
                ? new MergeAttempt.Doubt.Refused(
                        ConflictKeys.keys(question.args().path("refused")))
                : new MergeAttempt.Doubt.All();
        return MergeAttempt.of(
                answers -> history.merge(target, source, answers),
                ConflictKeys.answers(question.args().path("answers")),
                strategy(question),
                doubt);
    }

    private static Optional<Resolution> strategy(Question question) throws QuestionRefused {
        String strategy = question.text("strategy").orElse("auto");
        return switch (strategy) {
            case "auto" -> Optional.empty();
            case "ours" -> Optional.of(Resolution.OURS);
            case "theirs" -> Optional.of(Resolution.THEIRS);
            default ->
                throw new QuestionRefused(
                        "22023", "Invalid merge strategy: " + strategy + ". Use auto, ours, or theirs", "");
        };
    }

    private static boolean live(Question question) {
        return question.args().path("live").asBoolean();
    }

    private static ConflictJson rows(
            Question question, History history, String source, String target, MergeResult result)
            throws QuestionRefused {
        List<String> bases = history.mergeBases(target, source);
        String base = bases.isEmpty() ? target : bases.get(0);
        var before = history.facts(base);
        PlanOptions options = LivePlan.options(question);
        return new ConflictJson(
                new SideScript(
                        before, history.facts(target), history.renames(base, target), result.fromOurs(), options),
                new SideScript(
                        before, history.facts(source), history.renames(base, source), result.fromTheirs(), options));
    }

    private static ArrayNode check(Question question, History history) throws QuestionRefused {
        String source = history.resolve(question.text("source").orElse(""));
        String target = history.resolve(question.text("target").orElse(""));
        MergeResult promised = attempt(question, history, source, target).result();
        ArrayNode answer = JSON.arrayNode();
        LiveCheck.differences(promised, history.live())
                .forEach(difference -> answer.addObject().put("difference", difference));
        return answer;
    }

    private static ArrayNode made(Question question, History history) {
        var commit = history.log(question.text("branch").orElse(""), 1).get(0);
        ObjectNode answer = JSON.objectNode().put("sha", commit.sha());
        ArrayNode parents = answer.putArray("parents");
        commit.parents().forEach(parents::add);
        return JSON.arrayNode().add(answer);
    }
}
