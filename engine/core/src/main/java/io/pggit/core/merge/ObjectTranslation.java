package io.pggit.core.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.pggit.core.facts.ObjectId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Writes new names into the facts of one object: into its keys, its lists of names, its references and its texts. */
final class ObjectTranslation {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Attributes no name of an object stands in. */
    private static final Set<String> VERBATIM =
            Set.of("comment", "grants", "owner", "options", "not_null_comment", "labels", "settings", "roles");

    private final NewNames names;
    private final TextTranslation texts;
    private final ObjectId id;
    private final Set<List<String>> unproved;

    private ObjectTranslation(NewNames names, TextTranslation texts, ObjectId id, Set<List<String>> unproved) {
        this.names = names;
        this.texts = texts;
        this.id = id;
        this.unproved = unproved;
    }

    /**
     * The facts with new names.
     *
     * @param unproved takes the paths, by new names, of texts that keep their names because it cannot be told what they
     *     mean
     */
    static ObjectNode of(
            NewNames names, TextTranslation texts, ObjectId id, ObjectNode facts, Set<List<String>> unproved) {
        return new ObjectTranslation(names, texts, id, unproved).object(facts);
    }

    private ObjectNode object(ObjectNode facts) {
        ObjectNode translated = JSON.objectNode();
        facts.properties().forEach(member -> {
            String key = member.getKey();
            JsonNode value = member.getValue();
            translated.set(
                    key,
                    switch (key) {
                        case "columns", "attributes", "constraints", "indexes", "triggers", "policies", "rules" ->
                            value.isObject() ? group(key, (ObjectNode) value) : value;
                        case "column_order" -> partNames("columns", value);
                        case "attribute_order" -> partNames("attributes", value);
                        case "depends_on" -> references(value);
                        case "uses" -> uses(value);
                        case "owned_by" -> ownedBy(value);
                        default -> value(List.of(key), value);
                    });
        });
        return translated;
    }

    private ObjectNode group(String group, ObjectNode members) {
        SortedMap<String, String> known = names.parts(id, group);
        ObjectNode translated = JSON.objectNode();
        members.properties().forEach(member -> {
            String name = member.getKey();
            // a name that is missing from a total list is of something that is left out
            if (known.isEmpty() || known.containsKey(name)) {
                String newName = known.getOrDefault(name, name);
                JsonNode value = value(List.of(group, newName), member.getValue());
                translated.set(newName, value instanceof ObjectNode of ? named(group, name, newName, of) : value);
            }
        });
        return translated;
    }

    /** Definitions of indexes, triggers and rules say their own name. */
    private ObjectNode named(String group, String name, String newName, ObjectNode value) {
        String definition = value.path("definition").asText("");
        if (!name.equals(newName) && Set.of("indexes", "triggers", "rules").contains(group)) {
            SqlText text = new SqlText(definition);
            for (int i = 0; i < text.size(); i++) {
                boolean named = text.before(i).reads("INDEX")
                        || text.before(i).reads("TRIGGER")
                        || text.before(i).reads("RULE");
                if (named && text.at(i).isDeparsedName() && text.at(i).name().equals(name)) {
                    text.setName(i, newName);
                    break;
                }
            }
            value.put("definition", text.toString());
        }
        return value;
    }

    private JsonNode partNames(String group, JsonNode list) {
        SortedMap<String, String> known = names.parts(id, group);
        ArrayNode translated = JSON.arrayNode();
        list.forEach(name -> {
            if (known.isEmpty() || known.containsKey(name.asText())) {
                translated.add(known.getOrDefault(name.asText(), name.asText()));
            }
        });
        return translated;
    }

    private String reference(String reference) {
        return Optional.ofNullable(names.byReference().get(reference))
                .map(object -> names.objects().get(object))
                .filter(to -> !to.equals(names.byReference().get(reference)))
                .map(NewNames::reference)
                .orElse(reference);
    }

    private JsonNode references(JsonNode list) {
        TreeSet<String> translated = new TreeSet<>();
        list.forEach(reference -> translated.add(reference(reference.asText())));
        ArrayNode array = JSON.arrayNode();
        translated.forEach(array::add);
        return array;
    }

    private JsonNode uses(JsonNode uses) {
        ObjectNode translated = JSON.objectNode();
        uses.properties().forEach(part -> {
            ObjectNode objects = JSON.objectNode();
            part.getValue().properties().forEach(object -> {
                ObjectId used =
                        object.getKey().isEmpty() ? id : names.byReference().get(object.getKey());
                UnaryOperator<String> columns =
                        name -> used == null ? name : names.renamedColumns(used).getOrDefault(name, name);
                TreeSet<String> sorted = new TreeSet<>();
                object.getValue().forEach(column -> sorted.add(columns.apply(column.asText())));
                ArrayNode list = objects.putArray(reference(object.getKey()));
                sorted.forEach(list::add);
            });
            translated.set(part(part.getKey()), objects);
        });
        return translated;
    }

    /** A part as {@code uses} names it: {@code index users_email_idx}. */
    private String part(String part) {
        int space = part.indexOf(' ');
        if (space < 0) {
            return part;
        }
        String word = part.substring(0, space);
        String name = part.substring(space + 1);
        String group = Map.of("column", "columns", "default", "columns", "policy", "policies", "index", "indexes")
                .getOrDefault(word, word + "s");
        return word + " " + names.parts(id, group).getOrDefault(name, name);
    }

    private JsonNode ownedBy(JsonNode owner) {
        ObjectNode translated = owner.deepCopy();
        names.named(owner.path("schema").asText(), owner.path("table").asText(), false)
                .ifPresent(table -> {
                    ObjectId to = names.objects().get(table);
                    String column = owner.path("column").asText();
                    translated.put("schema", to.schema().orElse(""));
                    translated.put("table", to.name());
                    translated.put("column", names.renamedColumns(table).getOrDefault(column, column));
                });
        return translated;
    }

    private JsonNode value(List<String> path, JsonNode value) {
        String key = path.get(path.size() - 1);
        if (path.size() != 2 && VERBATIM.contains(key)) {
            return value;
        }
        if (value.isObject()) {
            ObjectNode translated = JSON.objectNode();
            value.properties()
                    .forEach(member -> translated.set(
                            member.getKey(), inner(Paths.inner(path, member.getKey()), member.getValue())));
            return translated;
        }
        if (value.isArray()) {
            ArrayNode translated = JSON.arrayNode();
            value.forEach(element -> translated.add(value(path, element)));
            return translated;
        }
        return value.isTextual() ? text(path, value.textValue()) : value;
    }

    private JsonNode inner(List<String> path, JsonNode value) {
        return path.get(path.size() - 1).equals("depends_on") ? references(value) : value(path, value);
    }

    private JsonNode text(List<String> path, String text) {
        Optional<String> translated = texts.translate(text, scope(path, text), id);
        if (translated.isEmpty()) {
            unproved.add(path);
        }
        return TextNode.valueOf(translated.orElse(text));
    }

    private Scope scope(List<String> path, String text) {
        String key = path.get(path.size() - 1);
        if (key.equals("definition")) {
            return switch (path.get(0)) {
                case "indexes" -> Scope.INDEX;
                case "triggers" -> Scope.TRIGGER;
                case "rules" -> Scope.RULE;
                case "constraints" -> text.startsWith("FOREIGN KEY") ? Scope.FOREIGN_KEY : Scope.EXPRESSION;
                default -> NewNames.isRoutine(id) ? Scope.ROUTINE : Scope.NAMES;
            };
        }
        return switch (key) {
            case "using", "check", "expression", "partition_by" -> Scope.EXPRESSION;
            case "query" -> Scope.QUERY;
            default -> Scope.NAMES;
        };
    }
}
