package io.pggit.core.plan.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.lex.SqlLexer;
import io.pggit.core.lex.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What parts use, for facts that do not tell: those of commits say what an object as a whole depends on. Which part of it
 * does is read from the parts' own text, in which PostgreSQL spells every name. It errs on the side of too much: then a plan
 * makes something anew that could have stayed, but never a table or a column.
 */
public final class InferredUses {
    private static final Map<String, String> MEMBERS = Map.of(
            "constraints", "constraint",
            "indexes", "index",
            "triggers", "trigger",
            "policies", "policy",
            "rules", "rule",
            "statistics", "statistics");

    private static final Set<String> NOT_OF_THE_WHOLE = Set.of(
            "columns",
            "column_order",
            "constraints",
            "indexes",
            "triggers",
            "policies",
            "rules",
            "statistics",
            "comment",
            "grants",
            "owner",
            "depends_on");

    private final SortedMap<ObjectId, Facts> facts;
    private final Map<String, ObjectId> byIdentity = new HashMap<>();
    private final Map<ObjectId, Set<String>> columns = new HashMap<>();

    private InferredUses(SortedMap<ObjectId, Facts> facts) {
        this.facts = facts;
        facts.forEach((id, value) -> {
            byIdentity.put(Decomposition.identity(id), id);
            if (id.kind() == ObjectKind.TABLE) {
                Set<String> names = new HashSet<>();
                value.tree().path("columns").fieldNames().forEachRemaining(names::add);
                columns.put(id, names);
            }
        });
    }

    /** The same facts, each with its uses. */
    public static SortedMap<ObjectId, Facts> complete(SortedMap<ObjectId, Facts> facts) {
        InferredUses inferred = new InferredUses(facts);
        TreeMap<ObjectId, Facts> complete = new TreeMap<>();
        facts.forEach((id, value) -> complete.put(id, inferred.with(id, value)));
        return complete;
    }

    private Facts with(ObjectId id, Facts value) {
        ObjectNode tree = value.tree();
        if (tree.has("uses")) {
            return value;
        }
        ObjectNode uses = id.kind() == ObjectKind.TABLE ? ofTable(id, tree) : ofWhole(id, tree);
        if (uses.isEmpty()) {
            return value;
        }
        tree.set("uses", uses);
        return Facts.of(tree);
    }

    private ObjectNode ofWhole(ObjectId id, ObjectNode tree) {
        ObjectNode uses = JsonNodeFactory.instance.objectNode();
        Map<String, ObjectId> needed = needed(tree);
        Mentions body = Mentions.of(tree.path("query"), tree.path("definition"));
        boolean seesColumns =
                tree.has("query") || Mentions.isSqlBody(tree.path("definition").asText());
        needed.forEach((identity, object) -> put(uses, "", identity, seesColumns ? mentioned(object, body) : Set.of()));
        for (var group : MEMBERS.entrySet()) {
            tree.path(group.getKey()).properties().forEach(member -> {
                String part = group.getValue() + " " + member.getKey();
                Mentions text = Mentions.of(member.getValue());
                Map<String, ObjectId> own = needed(member.getValue());
                own.forEach((identity, object) -> put(uses, part, identity, Set.of()));
                needed.forEach((identity, object) -> {
                    if (text.of(object)) {
                        put(uses, part, identity, mentioned(object, text));
                    }
                });
            });
        }
        return uses;
    }

    /** A table: what no part's text names is used by every part with an expression, or by the table itself. */
    private ObjectNode ofTable(ObjectId id, ObjectNode tree) {
        ObjectNode uses = JsonNodeFactory.instance.objectNode();
        Map<String, ObjectId> needed = needed(tree);
        Set<String> unnamed = new TreeSet<>(needed.keySet());
        Map<String, Mentions> parts = parts(tree);
        parts.forEach((part, text) -> {
            if (!part.startsWith("column ")
                    || tree.path("columns").path(part.substring(7)).has("generated")) {
                put(uses, part, "", mentioned(id, text));
            }
            needed.forEach((identity, object) -> {
                if (text.of(object)) {
                    unnamed.remove(identity);
                    put(uses, part, identity, text.referenced(object).orElseGet(() -> mentioned(object, text)));
                }
            });
        });
        for (var group : MEMBERS.entrySet()) {
            tree.path(group.getKey())
                    .properties()
                    .forEach(member -> needed(member.getValue())
                            .keySet()
                            .forEach(identity ->
                                    put(uses, group.getValue() + " " + member.getKey(), identity, Set.of())));
        }
        for (String identity : unnamed) {
            users(parts.keySet(), needed.get(identity).kind()).forEach(part -> put(uses, part, identity, Set.of()));
        }
        return uses;
    }

    /**
     * Parts that can use an object without naming it: expressions an operator or a conversion, foreign keys the partitions
     * of the table they name.
     */
    private static List<String> users(Set<String> parts, ObjectKind kind) {
        Predicate<String> user = switch (kind) {
            case FUNCTION, OPERATOR, OPERATOR_CLASS, OPERATOR_FAMILY, CAST, COLLATION, AGGREGATE ->
                part -> !part.isEmpty() && !part.startsWith("column ");
            case TABLE -> part -> part.startsWith("constraint ");
            default -> String::isEmpty;
        };
        List<String> users = parts.stream().filter(user).toList();
        return users.isEmpty() ? List.of("") : users;
    }

    private static Map<String, Mentions> parts(ObjectNode tree) {
        Map<String, Mentions> parts = new TreeMap<>();
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        tree.properties().forEach(attribute -> {
            if (!NOT_OF_THE_WHOLE.contains(attribute.getKey())) {
                whole.set(attribute.getKey(), attribute.getValue());
            }
        });
        parts.put("", Mentions.of(whole));
        tree.path("columns").properties().forEach(column -> {
            JsonNode attributes = column.getValue();
            parts.put(
                    "column " + column.getKey(),
                    Mentions.of(attributes.path("type"), attributes.path("collation"), attributes.path("generated")));
            if (attributes.has("default")) {
                parts.put("default " + column.getKey(), Mentions.of(attributes.path("default")));
            }
        });
        MEMBERS.forEach((group, what) -> tree.path(group).properties().forEach(member -> {
            ObjectNode text = member.getValue().deepCopy();
            text.remove(List.of("comment", "depends_on", "owner"));
            parts.put(what + " " + member.getKey(), Mentions.of(text));
        }));
        return parts;
    }

    private Map<String, ObjectId> needed(JsonNode tree) {
        Map<String, ObjectId> needed = new TreeMap<>();
        tree.path("depends_on")
                .forEach(name -> Optional.ofNullable(byIdentity.get(Decomposition.spelling(name.asText())))
                        .ifPresent(id -> needed.put(name.asText(), id)));
        return needed;
    }

    private Set<String> mentioned(ObjectId table, Mentions text) {
        Set<String> found = new TreeSet<>(columns.getOrDefault(table, Set.of()));
        found.removeIf(column -> !text.ofName(column));
        return found;
    }

    private static void put(ObjectNode uses, String part, String identity, Set<String> columns) {
        if (identity.isEmpty() && columns.isEmpty()) {
            return;
        }
        ObjectNode used = uses.path(part) instanceof ObjectNode known ? known : uses.putObject(part);
        var list = used.putArray(identity);
        new TreeSet<>(columns).forEach(list::add);
    }

    /** The names that a part's text mentions. */
    private record Mentions(Set<String> names, String text, List<Token> tokens) {
        static Mentions of(JsonNode... nodes) {
            StringBuilder text = new StringBuilder();
            for (JsonNode node : nodes) {
                collect(node, text);
            }
            Set<String> names = new HashSet<>();
            List<Token> tokens = new ArrayList<>();
            for (Token token : SqlLexer.words(text.toString())) {
                tokens.add(token);
                if (isDeparsedName(token)) {
                    names.add(token.name());
                } else if (token.kind() == Token.Kind.LITERAL) {
                    SqlLexer.words(token.inside()).stream()
                            .filter(Token::isName)
                            .forEach(name -> names.add(name.name()));
                }
            }
            return new Mentions(names, text.toString(), tokens);
        }

        private static void collect(JsonNode node, StringBuilder text) {
            if (node.isTextual()) {
                text.append(node.textValue()).append('\n');
            } else {
                node.forEach(inner -> collect(inner, text));
            }
        }

        /** PostgreSQL deparses key words in capitals. */
        private static boolean isDeparsedName(Token token) {
            return token.isName()
                    && (token.kind() == Token.Kind.QUOTED || token.text().equals(token.name()));
        }

        /** A routine whose body PostgreSQL keeps parsed, and whose dependencies it therefore records. */
        static boolean isSqlBody(String definition) {
            return definition.contains("BEGIN ATOMIC") || definition.contains("\nRETURN ");
        }

        boolean ofName(String name) {
            return names.contains(name);
        }

        boolean of(ObjectId object) {
            return object.kind() == ObjectKind.OPERATOR ? text.contains(object.name()) : names.contains(object.name());
        }

        /** The columns a foreign key names behind its table. */
        Optional<Set<String>> referenced(ObjectId table) {
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.get(i).is("REFERENCES")) {
                    int open = i;
                    while (open < tokens.size() && !tokens.get(open).is("(")) {
                        open++;
                    }
                    boolean names = open > i + 1
                            && tokens.get(open - 1).isName()
                            && tokens.get(open - 1).name().equals(table.name());
                    Set<String> columns = new TreeSet<>();
                    for (int j = open + 1; j < tokens.size() && !tokens.get(j).is(")"); j++) {
                        if (tokens.get(j).isName()) {
                            columns.add(tokens.get(j).name());
                        }
                    }
                    return names ? Optional.of(columns) : Optional.empty();
                }
            }
            return Optional.empty();
        }
    }
}
