package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.CorruptFacts;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.merge.Renames;
import io.pggit.core.plan.Migration;
import io.pggit.core.plan.ObjectMigration;
import io.pggit.core.plan.Plan;
import io.pggit.core.plan.Planner;
import io.pggit.core.plan.Units;
import io.pggit.core.plan.part.PlanOptions;
import io.pggit.runtime.repository.History;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How two revisions differ, and what leads from one to the other:
 *
 * <ul>
 *   <li>{@code diff {from, to, server, role}}: an object each: its name, what happened to it, and as scripts, null where there
 *       is nothing to run, its DDL on both sides, the way {@code up} and, with {@code both_ways}, {@code down}
 *   <li>{@code migration {from, to, server, role}}: {@code {script}}
 *   <li>{@code merge_base {from, to}}: {@code {sha}}, none without common history
 * </ul>
 *
 * <p>{@code server} is the major version the statements are for, {@code role} who runs them and owns what they make.
 */
public final class DiffTopic implements Topic {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int ANSWERS_KEPT = 16;
    private static final int MOST_ROWS_KEPT = 500;

    /** By all that decides them: what lies between two commits never changes. */
    private final Map<Asked, ArrayNode> answers = new Kept<>(ANSWERS_KEPT);

    private final Definitions definitions;

    /** Answers with definitions that other topics may know already. */
    public DiffTopic(Definitions definitions) {
        this.definitions = definitions;
    }

    /** What is asked, with revisions as ids of commits. */
    private record Asked(String kind, String from, String to, int server, Optional<String> role, boolean bothWays) {}

    @Override
    public Set<String> kinds() {
        return Set.of("diff", "migration", "merge_base");
    }

    @Override
    public ArrayNode answer(Question question, History history) throws QuestionRefused {
        String from = question.required("from", "Revision");
        String to = question.required("to", "Revision");
        if (question.kind().equals("merge_base")) {
            return mergeBase(history, from, to);
        }
        Asked asked = new Asked(
                question.kind(),
                history.resolve(from),
                history.resolve(to),
                question.count("server", 0),
                question.text("role"),
                question.args().path("both_ways").asBoolean());
        try {
            return answer(asked, history);
        } catch (CorruptFacts e) {
            throw new QuestionRefused("XX001", "Facts of this history cannot be planned: " + e.getMessage(), "");
        }
    }

    private synchronized ArrayNode answer(Asked asked, History history) {
        ArrayNode known = answers.get(asked);
        if (known != null) {
            return known;
        }
        Comparison comparison = new Comparison(history, asked);
        ArrayNode answer = asked.kind.equals("diff")
                ? diff(asked, comparison)
                : JSON.arrayNode().add(JSON.objectNode().put("script", comparison.script()));
        if (answer.size() <= MOST_ROWS_KEPT) {
            answers.put(asked, answer);
        }
        return answer;
    }

    /** Two trees, and what is called otherwise on the second. */
    private static final class Comparison {
        private final SortedMap<ObjectId, Facts> before;
        private final SortedMap<ObjectId, Facts> after;
        private final Renames renames;
        private final PlanOptions options;

        Comparison(History history, Asked asked) {
            before = history.facts(asked.from);
            after = history.facts(asked.to);
            renames = history.renames(asked.from, asked.to);
            PlanOptions forServer = PlanOptions.forServer(asked.server);
            options = asked.role.map(forServer::runBy).orElse(forServer);
        }

        Migration up() {
            return Migration.between(before, after, renames.inOrder(), options);
        }

        /**
         * The way up as a whole: a comment a line for what it leaves, then the statements, each ending with a semicolon and a
         * newline. Empty when there is nothing to do and nothing to tell.
         */
        String script() {
            Plan plan = Planner.plan(before, after, renames.inOrder(), options);
            StringBuilder script = new StringBuilder();
            plan.refused()
                    .forEach(refusal ->
                            script.append(comment("not planned: " + refusal.object() + ": " + refusal.reason())));
            plan.misplaced().forEach(table -> script.append(comment(table.text())));
            plan.sql().forEach(sql -> script.append(sql).append(";\n"));
            return script.toString();
        }

        /** A name may hold the end of a line, and a comment ends with that. */
        private static String comment(String text) {
            return "-- " + text.replaceAll("[\\r\\n]", " ") + "\n";
        }

        Migration down() {
            return Migration.between(after, before, renames.inverse().inOrder(), options);
        }
    }

    private ArrayNode diff(Asked asked, Comparison comparison) {
        ArrayNode answer = JSON.arrayNode();
        Units before = new Units(comparison.before);
        Units after = new Units(comparison.after);
        Map<ObjectId, List<String>> down = new TreeMap<>();
        if (asked.bothWays) {
            comparison.down().objects().forEach(object -> down.put(object.object(), object.statements()));
        }
        for (ObjectMigration object : comparison.up().objects()) {
            answer.addObject()
                    .put("type", object.object().kind().sql())
                    .put("name", Names.qualified(object.object()))
                    .put("change", object.type().name())
                    .put("before", script(definitions.create(before, object.before(), asked.server)))
                    .put("after", script(definitions.create(after, object.object(), asked.server)))
                    .put("up", script(object.statements()))
                    .put("down", script(down.getOrDefault(object.before(), List.of())));
        }
        return answer;
    }

    /** Null, which JSON has a word for, where there is no statement. */
    private static String script(List<String> statements) {
        return statements.isEmpty() ? null : String.join(";\n", statements) + ";";
    }

    private static ArrayNode mergeBase(History history, String from, String to) {
        ArrayNode answer = JSON.arrayNode();
        history.mergeBases(from, to).stream()
                .findFirst()
                .ifPresent(sha -> answer.addObject().put("sha", sha));
        return answer;
    }
}
