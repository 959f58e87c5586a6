package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.ddl.ObjectDdl;
import io.pggit.core.facts.CorruptFacts;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.plan.Units;
import io.pggit.runtime.repository.Blame;
import io.pggit.runtime.repository.CommitEntry;
import io.pggit.runtime.repository.CommitFigures;
import io.pggit.runtime.repository.History;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Single objects at a revision. An object is named by {@code schema} (null: in none) and {@code name}, or by {@code name} and
 * the {@code path} of schemas to look in; a part by its own name or as {@code table.part}.
 *
 * <ul>
 *   <li>{@code object_definition {schema, name, revision, server}}: {@code {statements}}
 *   <li>{@code object_metadata {schema, name, revision, server}}: {@code {type, size, changed_at, changed_by}}; none when
 *       there is no such object
 *   <li>{@code blame {name, path, revision}}: the object and each part; none when there is no such object
 *   <li>{@code current_schema}: the objects at HEAD with the commit that made each, {@code [schema, name, type, created_at,
 *       author]}
 * </ul>
 */
public final class ObjectTopic implements Topic {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Definitions definitions;

    /** Answers with definitions that other topics may know already. */
    public ObjectTopic(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("object_definition", "object_metadata", "blame", "current_schema");
    }

    @Override
    public ArrayNode answer(Question question, History history) throws QuestionRefused {
        try {
            return switch (question.kind()) {
                case "object_definition" -> definition(question, history);
                case "object_metadata" -> metadata(question, history);
                case "blame" -> blame(question, history);
                default -> currentSchema(history);
            };
        } catch (CorruptFacts e) {
            throw new QuestionRefused("XX001", "Facts of this object cannot be written as DDL: " + e.getMessage(), "");
        }
    }

    private static Optional<Located> located(Question question, History history) throws QuestionRefused {
        return new Locator(history, question.revision(), Optional.empty())
                .inSchema(question.text("schema"), question.required("name", "Object name"));
    }

    private ArrayNode definition(Question question, History history) throws QuestionRefused {
        Optional<Located> found = located(question, history);
        if (found.isEmpty()) {
            String name = question.text("schema").map(schema -> schema + ".").orElse("")
                    + question.required("name", "Object name");
            throw new QuestionRefused(
                    "42704",
                    "Object " + Texts.shortened(name) + " not found in commit " + history.resolve(question.revision()),
                    "pggit_v0.get_current_schema() lists the objects at HEAD.");
        }
        ArrayNode statements = JSON.arrayNode();
        statements(found.get(), history, question).forEach(statements::add);
        return JSON.arrayNode().add(JSON.objectNode().set("statements", statements));
    }

    private List<String> statements(Located located, History history, Question question) throws QuestionRefused {
        int server = question.count("server", 0);
        return located.part().isPresent()
                ? located.createPart(server)
                : definitions.create(
                        new Units(unit(history, located.id(), located.facts(), question.revision())),
                        located.id(),
                        server);
    }

    /** An object with the sequences its columns own. */
    static SortedMap<ObjectId, Facts> unit(History history, ObjectId id, Facts facts, String revision) {
        TreeMap<ObjectId, Facts> unit = new TreeMap<>();
        unit.put(id, facts);
        for (var used : facts.tree().path("depends_on")) {
            if (used.asText().startsWith("sequence ")) {
                ObjectName.parse(used.asText().substring("sequence ".length()))
                        .filter(name -> name.names().size() == 2)
                        .ifPresent(name -> unit.putAll(history.named(
                                Optional.of(name.names().get(0)), name.names().get(1), revision)));
            }
        }
        unit.keySet().removeIf(other -> !new Units(unit).root(other).equals(Optional.of(id)));
        return unit;
    }

    private static ArrayNode metadata(Question question, History history) throws QuestionRefused {
        ArrayNode answer = JSON.arrayNode();
        Optional<Located> found = located(question, history);
        if (found.isPresent()) {
            Located located = found.get();
            String text = located.part().isPresent()
                    ? String.join(";\n", located.createPart(question.count("server", 0)))
                    : ObjectDdl.create(located.id(), located.facts());
            CommitEntry last = last(located, history, question.revision());
            answer.addObject()
                    .put("type", located.type())
                    .put("size", text.getBytes(StandardCharsets.UTF_8).length)
                    .put("changed_at", last.time().toString())
                    .put("changed_by", last.author());
        }
        return answer;
    }

    private static CommitEntry last(Located located, History history, String revision) {
        if (located.part().isEmpty()) {
            return history.versions(located.id(), revision, 1).get(0).commit();
        }
        Located.Part part = located.part().get();
        List<Blame> blame = history.blame(located.id(), revision);
        return blame.stream()
                .filter(of -> of.what().equals(part.what()) && of.name().equals(part.name()))
                .findFirst()
                .orElse(blame.get(0))
                .changed();
    }

    private static ArrayNode blame(Question question, History history) throws QuestionRefused {
        ArrayNode answer = JSON.arrayNode();
        Optional<Located> found = new Locator(history, question.revision(), Optional.empty())
                .onPath(question.texts("path"), question.required("name", "Object name"));
        if (found.isEmpty()) {
            return answer;
        }
        for (Blame of : history.blame(found.get().id(), question.revision())) {
            var part = found.get().part();
            if (part.isEmpty()
                    || of.what().equals(part.get().what())
                            && of.name().equals(part.get().name())) {
                answer.addObject()
                        .put("part", of.what())
                        .put("name", of.name())
                        .put("made_as", of.madeAs().orElse(null))
                        .<ObjectNode>set("changed", CommitJson.of(of.changed()))
                        .set("made", CommitJson.of(of.made()));
            }
        }
        return answer;
    }

    private static ArrayNode currentSchema(History history) {
        ArrayNode answer = JSON.arrayNode();
        if (history.head().isEmpty()) {
            return answer;
        }
        List<ObjectId> names = new ArrayList<>(new Units(history.facts("HEAD")).names());
        SortedMap<ObjectId, CommitFigures> origins = history.origins(Set.copyOf(names), "HEAD");
        for (ObjectId id : names) {
            Optional<CommitFigures> made = Optional.ofNullable(origins.get(id));
            answer.addArray()
                    .add(id.schema().orElse(null))
                    .add(Names.qualified(new ObjectId(id.kind(), Optional.empty(), id.name(), id.signature())))
                    .add(id.kind().sql())
                    .add(made.map(commit -> commit.time().toString()).orElse(null))
                    .add(made.map(CommitFigures::author).orElse(null));
        }
        return answer;
    }
}
