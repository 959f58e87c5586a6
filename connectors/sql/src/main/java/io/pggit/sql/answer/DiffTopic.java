package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.CorruptFacts;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.merge.Renames;
import io.pggit.core.plan.Migration;
import io.pggit.core.plan.ObjectMigration;
import io.pggit.core.plan.Units;
import io.pggit.core.plan.part.PlanOptions;
import io.pggit.runtime.repository.History;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How two revisions differ, and what leads from one to the other:
 *
 * <ul>
 *   <li>{@code diff {from, to, server, role}}: an object each: its name before and after, what happened to it, its DDL on
 *       both sides, the statements {@code up} and, with {@code both_ways}, {@code down}
 *   <li>{@code migration {from, to, server, role}}: {@code {script}}
 *   <li>{@code merge_base {from, to}}: {@code {sha}}, none without common history
 * </ul>
 *
 * <p>{@code server} is the major version the statements are for, {@code role} who runs them and owns what they make.
 */
public final class DiffTopic implements Topic {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public Set<String> kinds() {
        return Set.of("diff", "migration", "merge_base");
    }

    @Override
    public ArrayNode answer(Question question, History history) throws QuestionRefused {
        String from = question.required("from", "Revision");
        String to = question.required("to", "Revision");
        try {
            return switch (question.kind()) {
                case "diff" -> diff(question, new Comparison(history, from, to, question));
                case "migration" ->
                    JSON.arrayNode()
                            .add(JSON.objectNode()
                                    .put(
                                            "script",
                                            new Comparison(history, from, to, question)
                                                    .up()
                                                    .script()));
                default -> mergeBase(history, from, to);
            };
        } catch (CorruptFacts e) {
            throw new QuestionRefused("XX001", "Facts of this history cannot be planned: " + e.getMessage(), "");
        }
    }

    /** Two trees, and what is called otherwise on the second. */
    private static final class Comparison {
        private final SortedMap<ObjectId, Facts> before;
        private final SortedMap<ObjectId, Facts> after;
        private final Renames renames;
        private final PlanOptions options;

        Comparison(History history, String from, String to, Question question) throws QuestionRefused {
            before = history.facts(from);
            after = history.facts(to);
            renames = history.renames(from, to);
            PlanOptions forServer = PlanOptions.forServer(question.count("server", 0));
            options = question.text("role").map(forServer::runBy).orElse(forServer);
        }

        Migration up() {
            return Migration.between(before, after, renames.inOrder(), options);
        }

        Migration down() {
            return Migration.between(after, before, renames.inverse().inOrder(), options);
        }
    }

    private static ArrayNode diff(Question question, Comparison comparison) {
        ArrayNode answer = JSON.arrayNode();
        int server = comparison.options.serverVersion();
        Units before = new Units(comparison.before);
        Units after = new Units(comparison.after);
        Map<ObjectId, List<String>> down = new TreeMap<>();
        if (question.args().path("both_ways").asBoolean()) {
            comparison.down().objects().forEach(object -> down.put(object.object(), object.statements()));
        }
        for (ObjectMigration object : comparison.up().objects()) {
            ObjectNode row = answer.addObject()
                    .put("type", object.object().kind().sql())
                    .put("name", Names.qualified(object.object()))
                    .put("change", object.type().name());
            put(row, "before", create(before, object.before(), server));
            put(row, "after", create(after, object.object(), server));
            put(row, "up", object.statements());
            put(row, "down", down.getOrDefault(object.before(), List.of()));
        }
        return answer;
    }

    private static List<String> create(Units units, ObjectId object, int server) {
        return units.names().contains(object) ? units.create(object, server) : List.of();
    }

    private static void put(ObjectNode row, String name, List<String> statements) {
        ArrayNode list = row.putArray(name);
        statements.forEach(list::add);
    }

    private static ArrayNode mergeBase(History history, String from, String to) {
        ArrayNode answer = JSON.arrayNode();
        history.mergeBases(from, to).stream()
                .findFirst()
                .ifPresent(sha -> answer.addObject().put("sha", sha));
        return answer;
    }
}
