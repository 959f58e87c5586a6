package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.fold.Fold;
import io.pggit.core.fold.ObjectChange;
import io.pggit.core.fold.PartChange;
import io.pggit.runtime.repository.History;
import io.pggit.runtime.repository.ObjectVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The commits of HEAD's history that changed an object, newest first; none for an unknown object:
 *
 * <ul>
 *   <li>{@code object_history {schema, name, limit}}: {@code {sha, change, author, at, message}}; also of a part
 *   <li>{@code object_versions {name, path, type, limit, server}}: with version numbers, what changed, and its DDL
 *   <li>{@code object_version {name, path}}: the last version of an object that is there
 * </ul>
 */
public final class ObjectHistoryTopic implements Topic {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String HEAD = "HEAD";

    private final Definitions definitions;

    /** Answers with definitions that other topics may know already. */
    public ObjectHistoryTopic(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("object_history", "object_versions", "object_version");
    }

    /** Histories list commits, and an open transaction is none; a version is of the object as the asker has it. */
    @Override
    public Fold.Unclosed unclosed(String kind) {
        return kind.equals("object_version") ? Fold.Unclosed.COMMITTED : Fold.Unclosed.LEFT_OPEN;
    }

    @Override
    public ArrayNode answer(Question question, History history) throws QuestionRefused {
        if (history.head().isEmpty()) {
            return JSON.arrayNode();
        }
        return question.kind().equals("object_history") ? changes(question, history) : versions(question, history);
    }

    private static ArrayNode changes(Question question, History history) throws QuestionRefused {
        ArrayNode answer = JSON.arrayNode();
        Optional<String> schema = question.text("schema");
        String name = question.required("name", "Object name");
        int limit = question.limit();
        Optional<Located> located = new Locator(history, HEAD, Optional.empty()).inSchema(schema, name);
        Optional<ObjectId> id = located.map(Located::id).or(() -> gone(history, schema, name, ObjectName.parse(name)));
        if (id.isEmpty()) {
            return answer;
        }
        Optional<Located.Part> part = located.flatMap(Located::part);
        List<ObjectVersion> versions = history.versions(id.get(), HEAD, part.isPresent() ? Integer.MAX_VALUE : limit);
        for (Change change : part.isPresent() ? ofPart(versions, part.get(), limit) : ofWhole(versions)) {
            answer.addObject()
                    .put("sha", change.version.commit().sha())
                    .put("change", change.type.name())
                    .put("author", change.version.commit().author())
                    .put("at", change.version.commit().time().toString())
                    .put("message", change.version.commit().summary());
        }
        return answer;
    }

    private record Change(ObjectVersion version, ObjectChange.Type type) {}

    private static List<Change> ofWhole(List<ObjectVersion> versions) {
        return versions.stream()
                .map(version -> new Change(version, version.change().type()))
                .toList();
    }

    /** The changes of one part back to where it was made, also under another name. */
    private static List<Change> ofPart(List<ObjectVersion> versions, Located.Part part, int limit) {
        List<Change> changes = new ArrayList<>();
        String name = part.name();
        for (ObjectVersion version : versions) {
            if (version.change().type() == ObjectChange.Type.CREATE) {
                changes.add(new Change(version, ObjectChange.Type.CREATE));
            }
            for (PartChange change : version.parts()) {
                if (change.what().equals(part.what()) && change.name().equals(name)) {
                    changes.add(new Change(version, change.type()));
                    name = change.previous().orElse(name);
                }
            }
            if (!changes.isEmpty() && changes.get(changes.size() - 1).type == ObjectChange.Type.CREATE) {
                break;
            }
        }
        return changes.subList(0, Math.min(limit, changes.size()));
    }

    /** An object that is no longer there, if only one ever had that name. */
    private static Optional<ObjectId> gone(
            History history, Optional<String> schema, String name, Optional<ObjectName> parsed) {
        List<ObjectId> found = new ArrayList<>(history.everNamed(schema, name));
        if (found.isEmpty() && parsed.isPresent() && parsed.get().names().size() == 1) {
            found.addAll(history.everNamed(schema, parsed.get().names().get(0)));
            found.removeIf(id -> !parsed.get().fits(id.signature()));
        }
        return found.stream()
                .distinct()
                .filter(id -> !history.versions(id, HEAD, 1).isEmpty())
                .findFirst();
    }

    private ArrayNode versions(Question question, History history) throws QuestionRefused {
        ArrayNode answer = JSON.arrayNode();
        String name = question.required("name", "Object name");
        List<String> path = question.texts("path");
        int limit = question.limit();
        Optional<ObjectId> located = new Locator(history, HEAD, question.text("type"))
                .onPath(path, name)
                .map(Located::id);
        boolean lastOnly = question.kind().equals("object_version");
        Optional<ObjectId> id = lastOnly ? located : located.or(() -> gone(history, path, name, question.text("type")));
        if (id.isEmpty()) {
            return answer;
        }
        List<NumberedVersion> numbered = NumberedVersion.of(history, id.get());
        Collections.reverse(numbered);
        for (NumberedVersion version : numbered.subList(0, Math.min(lastOnly ? 1 : limit, numbered.size()))) {
            var row = answer.addObject()
                    .put("version", version.version().version())
                    .put("change", version.version().change().type().name())
                    .put("at", version.version().commit().time().toString())
                    .put("author", version.version().commit().author())
                    .put("description", version.description())
                    .put("number", version.number().toString())
                    .put("severity", version.severity().name())
                    .put("sha", version.version().commit().sha())
                    .put("name", id.get().name())
                    .put("schema", id.get().schema().orElse(null))
                    .put("type", id.get().kind().sql());
            if (!lastOnly) {
                ArrayNode statements = row.putArray("statements");
                version.statements(history, question.count("server", 0), definitions)
                        .forEach(statements::add);
            }
        }
        return answer;
    }

    private static Optional<ObjectId> gone(History history, List<String> path, String text, Optional<String> type) {
        Optional<ObjectName> name = ObjectName.parse(text);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = name.get().names();
        List<String> schemas = names.size() == 2 ? names.subList(0, 1) : path;
        ObjectName bare = new ObjectName(
                names.subList(names.size() - 1, names.size()), name.get().signature());
        return schemas.stream()
                .flatMap(schema ->
                        gone(
                                history,
                                Optional.of(schema),
                                Names.quoted(bare.names().get(0)),
                                Optional.of(bare))
                                .stream())
                .filter(id ->
                        type.isEmpty() || type.get().equalsIgnoreCase(id.kind().sql()))
                .findFirst();
    }
}
