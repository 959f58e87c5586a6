package io.pggit.core.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.lex.ForeignKeyText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What cannot be inside one table, and the types foreign keys join. */
final class TableChecks {
    private final SchemaView schema;
    private final Set<Problem> problems;

    TableChecks(SchemaView schema, Set<Problem> problems) {
        this.schema = schema;
        this.problems = problems;
    }

    void check(ObjectId id) {
        JsonNode facts = schema.object(id);
        primaryKeys(id, facts);
        defaults(id, facts);
        duplicateIndexes(id, facts);
        foreignKeys(id, facts);
    }

    private void primaryKeys(ObjectId id, JsonNode facts) {
        TreeMap<String, JsonNode> keys = members(facts.path("constraints"));
        keys.values().removeIf(constraint -> !constraint.path("type").asText().equals("primary_key"));
        if (keys.size() > 1) {
            String about = "primary keys " + String.join(", ", keys.keySet());
            problems.add(Problem.of(id, List.of("constraints", keys.lastKey()), ConflictKind.TWO_PRIMARY_KEYS, about));
        }
    }

    private void defaults(ObjectId id, JsonNode facts) {
        facts.path("columns").properties().forEach(column -> {
            long count = List.of("default", "identity", "generated").stream()
                    .filter(column.getValue()::has)
                    .count();
            if (count > 1) {
                problems.add(Problem.of(
                        id,
                        List.of("columns", column.getKey()),
                        ConflictKind.TWO_DEFAULTS,
                        "a column has one of default, identity and generation expression"));
            }
        });
    }

    private void duplicateIndexes(ObjectId id, JsonNode facts) {
        TreeMap<String, String> byDefinition = new TreeMap<>();
        members(facts.path("indexes")).forEach((name, index) -> {
            String definition = index.path("definition").asText().replace("INDEX " + Names.quoted(name) + " ON", "ON");
            String other = byDefinition.putIfAbsent(definition, name);
            if (other != null) {
                problems.add(new Problem(
                        id,
                        List.of("indexes", name),
                        ConflictKind.DUPLICATE_INDEX,
                        "index " + other + " is the same",
                        List.of(new Finding.Place(id, List.of("indexes", other)))));
            }
        });
    }

    private static TreeMap<String, JsonNode> members(JsonNode group) {
        TreeMap<String, JsonNode> members = new TreeMap<>();
        for (Map.Entry<String, JsonNode> member : group.properties()) {
            members.put(member.getKey(), member.getValue());
        }
        return members;
    }

    private void foreignKeys(ObjectId id, JsonNode facts) {
        members(facts.path("constraints")).forEach((name, constraint) -> {
            if (constraint.path("type").asText().equals("foreign_key")) {
                ForeignKeyText.of(constraint.path("definition").asText())
                        .ifPresent(key -> schema.relation(key.table())
                                .ifPresent(target -> types(id, name, facts, key, schema.object(target))));
            }
        });
    }

    private void types(ObjectId id, String name, JsonNode facts, ForeignKeyText key, JsonNode target) {
        for (int i = 0; i < Math.min(key.columns().size(), key.referenced().size()); i++) {
            Optional<String> one = type(facts, key.columns().get(i));
            Optional<String> other = type(target, key.referenced().get(i));
            if (one.isPresent() && other.isPresent() && !comparable(one.get(), other.get())) {
                problems.add(Problem.of(
                        id,
                        List.of("constraints", name),
                        ConflictKind.FOREIGN_KEY_TYPES,
                        key.columns().get(i) + " " + one.get() + " refers to "
                                + key.referenced().get(i) + " " + other.get()));
            }
        }
    }

    private static Optional<String> type(JsonNode table, String column) {
        return Optional.ofNullable(
                table.path("columns").path(column).path("type").textValue());
    }

    private static boolean comparable(String one, String other) {
        return family(one).equals(family(other));
    }

    /** Types of one operator family compare with each other. */
    private static String family(String type) {
        String bare = type.replaceAll("\\(.*\\)", "").strip();
        return switch (bare) {
            case "smallint", "integer", "bigint" -> "integer";
            case "text", "character varying" -> "text";
            case "date", "timestamp without time zone", "timestamp with time zone" -> "datetime";
            case "real", "double precision" -> "float";
            default -> bare;
        };
    }
}
