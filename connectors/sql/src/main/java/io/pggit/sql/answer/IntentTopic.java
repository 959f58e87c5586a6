package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.diff.AttributeChange;
import io.pggit.core.diff.ObjectDifference;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.lex.StatementTargets;
import io.pggit.core.lex.StatementTargets.Target;
import io.pggit.runtime.repository.History;
import io.pggit.runtime.repository.Ref;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What people and programs are about to change:
 *
 * <ul>
 *   <li>{@code targets {statements, tables, path}}: what statements touch, and the tables named beside them, an element each:
 *       {@code {kind, object, part}}; names have their schema, that of HEAD or else the first of the path
 *   <li>{@code branch_changes}: what each branch changed since it left main: {@code {branch, object, column}}
 * </ul>
 */
public final class IntentTopic implements Topic {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String MAIN = "main";

    @Override
    public Set<String> kinds() {
        return Set.of("targets", "branch_changes");
    }

    @Override
    public ArrayNode answer(Question question, History history) throws QuestionRefused {
        return question.kind().equals("targets") ? targets(question, history) : branchChanges(history);
    }

    private static ArrayNode targets(Question question, History history) throws QuestionRefused {
        ArrayNode answer = JSON.arrayNode();
        List<String> path = question.texts("path");
        for (String statement : question.texts("statements")) {
            for (Target target : StatementTargets.of(statement)) {
                add(
                        answer,
                        target.kind().name(),
                        qualified(history, path, target.schema(), target.object()),
                        target.part());
            }
        }
        for (String table : question.texts("tables")) {
            ObjectName name = ObjectName.parse(table)
                    .filter(of -> of.names().size() <= 2)
                    .orElseThrow(() -> new QuestionRefused(
                            "22023",
                            "Table name " + Texts.shortened(table) + " is not valid",
                            "Write table or schema.table."));
            Optional<String> schema =
                    name.names().size() == 2 ? Optional.of(name.names().get(0)) : Optional.empty();
            String last = name.names().get(name.names().size() - 1);
            add(answer, "TABLE", qualified(history, path, schema, last), Optional.empty());
        }
        return answer;
    }

    private static void add(ArrayNode answer, String kind, String object, Optional<String> part) {
        ObjectNode target = answer.addObject().put("kind", kind).put("object", object);
        part.ifPresent(name -> target.put("part", name));
    }

    private static String qualified(History history, List<String> path, Optional<String> schema, String name) {
        Optional<String> found = schema.or(() -> history.head().isEmpty()
                ? Optional.empty()
                : path.stream()
                        .filter(of ->
                                !history.named(Optional.of(of), name, "HEAD").isEmpty())
                        .findFirst());
        String in = found.or(() -> path.stream().findFirst()).orElse("public");
        return Names.quoted(in) + "." + Names.quoted(name);
    }

    private static ArrayNode branchChanges(History history) {
        ArrayNode answer = JSON.arrayNode();
        if (history.head(MAIN).isEmpty()) {
            return answer;
        }
        for (Ref branch : history.branches()) {
            Optional<String> base = branch.name().equals(MAIN)
                    ? Optional.empty()
                    : history.mergeBases(MAIN, branch.sha()).stream().findFirst();
            if (base.isPresent() && !base.get().equals(branch.sha())) {
                for (ObjectDifference difference : history.differences(base.get(), branch.sha())) {
                    add(answer, branch.name(), difference);
                }
            }
        }
        return answer;
    }

    private static void add(ArrayNode answer, String branch, ObjectDifference difference) {
        ObjectId id = difference.id();
        Set<String> columns = new TreeSet<>();
        for (AttributeChange change : difference.attributes()) {
            if (change.path().size() > 1 && change.path().get(0).equals("columns")) {
                columns.add(change.path().get(1));
            }
        }
        ObjectNode row = answer.addObject()
                .put("branch", branch)
                .put("object", Names.quoted(id.schema().orElse("")) + "." + Names.quoted(id.name()));
        ArrayNode list = row.putArray("columns");
        columns.forEach(list::add);
    }
}
