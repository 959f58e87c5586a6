package io.pggit.core.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.fold.Rename;
import io.pggit.core.lex.SqlLexer;
import io.pggit.core.plan.part.PlanOptions;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Facts as the describing functions would write them after a rename. Where a text comes out otherwise than PostgreSQL
 * would write it, which a view's can, the plan changes something that need not be changed, and nothing worse.
 */
final class RenamedFacts {
    private static final Map<String, String> GROUPS = Map.of(
            "constraint",
            "constraints",
            "index",
            "indexes",
            "trigger",
            "triggers",
            "policy",
            "policies",
            "rule",
            "rules");

    private RenamedFacts() {}

    static SortedMap<ObjectId, Facts> object(
            SortedMap<ObjectId, Facts> facts, ObjectId from, ObjectId to, PlanOptions options) {
        boolean schema = from.kind() == ObjectKind.SCHEMA;
        String old = bare(from);
        // the name of a schema alone may be a column's, too
        Pattern name = Pattern.compile(
                "(?<![\\p{L}\\p{N}_$\".])" + Pattern.quote(old) + (schema ? "(?=\\.)" : "(?![\\p{L}\\p{N}_$\"])"));
        UnaryOperator<String> rename = text -> schema && text.equals("schema " + old)
                ? "schema " + bare(to)
                : name.matcher(text).replaceAll(Matcher.quoteReplacement(bare(to)));
        UnaryOperator<String> move = text -> text.equals(schemaOf(from)) ? schemaOf(to) : rename.apply(text);
        SortedMap<ObjectId, Facts> renamed = new TreeMap<>();
        facts.forEach((id, value) -> {
            ObjectNode tree = (ObjectNode) mapped(value.tree(), id.equals(from) && !schema ? move : rename);
            if (schema) {
                home(tree, from, to);
                home(tree.path("owned_by"), from, to);
            } else {
                owner(tree, from, to);
            }
            if (id.equals(from) && options.serverVersion() >= 18) {
                notNulls(tree, from.name(), to.name());
            }
            ObjectId now = id.equals(from)
                    ? to
                    : new ObjectId(
                            id.kind(),
                            id.schema().map(home -> schema && home.equals(from.name()) ? to.name() : home),
                            id.name(),
                            id.signature().map(rename));
            renamed.put(now, Facts.of(tree));
        });
        return renamed;
    }

    /** Without argument types: those are not repeated where a routine is called. */
    private static String bare(ObjectId id) {
        return Names.qualified(new ObjectId(id.kind(), id.schema(), id.name(), Optional.empty()))
                .replace("()", "");
    }

    /** The schema an object is in, as it is named among what the object depends on. */
    private static String schemaOf(ObjectId id) {
        return "schema " + id.schema().map(Names::quoted).orElse("");
    }

    private static void home(JsonNode node, ObjectId from, ObjectId to) {
        if (node instanceof ObjectNode tree && tree.path("schema").asText().equals(from.name())) {
            tree.put("schema", to.name());
        }
    }

    private static void owner(ObjectNode tree, ObjectId from, ObjectId to) {
        if (tree.path("owned_by") instanceof ObjectNode owner
                && owner.path("table").asText().equals(from.name())
                && owner.path("schema").asText().equals(from.schema().orElse(""))) {
            owner.put("table", to.name()).put("schema", to.schema().orElse(""));
        }
    }

    /** The name of a NOT NULL stays while the name it usually has becomes another. */
    private static void notNulls(ObjectNode tree, String from, String to) {
        tree.path("columns").properties().forEach(column -> {
            if (column.getValue() instanceof ObjectNode attributes
                    && attributes.path("not_null").asBoolean()) {
                keepName(attributes, from + "_" + column.getKey(), to + "_" + column.getKey());
            }
        });
    }

    private static void keepName(ObjectNode column, String from, String to) {
        String name = column.path("not_null_name").asText(from + "_not_null");
        column.remove("not_null_name");
        if (!name.equals(to + "_not_null")) {
            column.put("not_null_name", name);
        }
    }

    static boolean has(Facts facts, Rename rename) {
        JsonNode tree = facts.tree();
        String group = GROUPS.getOrDefault(rename.what(), tree.has("attributes") ? "attributes" : "columns");
        return tree.path(group).has(rename.from()) && !tree.path(group).has(rename.to());
    }

    static SortedMap<ObjectId, Facts> part(SortedMap<ObjectId, Facts> facts, Rename rename, PlanOptions options) {
        SortedMap<ObjectId, Facts> renamed = new TreeMap<>(facts);
        if (!rename.what().equals("column")) {
            ObjectNode tree = facts.get(rename.object()).tree();
            member(tree, rename);
            renamed.put(rename.object(), Facts.of(tree));
            return renamed;
        }
        String table = Names.qualified(rename.object());
        facts.forEach((id, value) -> {
            boolean own = id.equals(rename.object());
            if (own || value.text().contains(table.replace("\"", "\\\""))) {
                ObjectNode tree = value.tree();
                if (own
                        && options.serverVersion() >= 18
                        && tree.path("columns").path(rename.from()) instanceof ObjectNode column) {
                    if (column.path("not_null").asBoolean()) {
                        keepName(column, id.name() + "_" + rename.from(), id.name() + "_" + rename.to());
                    }
                }
                renamed.put(id, Facts.of(own ? mapped(tree, text -> column(text, rename)) : elsewhere(tree, rename)));
            }
        });
        return renamed;
    }

    /** In another object the column is named in SQL and among the uses; a column of that object keeps its name. */
    private static ObjectNode elsewhere(ObjectNode tree, Rename rename) {
        String table = "table " + Names.qualified(rename.object());
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        tree.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (member.getKey().equals("uses")) {
                value.forEach(part -> {
                    if (part instanceof ObjectNode uses && uses.has(table)) {
                        uses.set(
                                table,
                                mapped(uses.get(table), text -> text.equals(rename.from()) ? rename.to() : text));
                    }
                });
                copy.set("uses", value);
            } else {
                copy.set(member.getKey(), sql(value, rename));
            }
        });
        return copy;
    }

    private static JsonNode sql(JsonNode node, Rename rename) {
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> copy.set(member.getKey(), sql(member.getValue(), rename)));
            return copy;
        }
        return node.isTextual() && !node.textValue().equals(rename.from())
                ? JsonNodeFactory.instance.textNode(
                        tokens(node.textValue(), Names.quoted(rename.from()), Names.quoted(rename.to())))
                : node;
    }

    private static void member(ObjectNode tree, Rename rename) {
        if (tree.path(GROUPS.get(rename.what())) instanceof ObjectNode members) {
            JsonNode member = members.remove(rename.from());
            String from = Names.quoted(rename.from());
            members.set(rename.to(), mapped(member, text -> tokens(text, from, Names.quoted(rename.to()))));
        }
        if (tree.path("uses") instanceof ObjectNode uses) {
            Optional.ofNullable(uses.remove(rename.what() + " " + rename.from()))
                    .ifPresent(used -> uses.set(rename.what() + " " + rename.to(), used));
        }
    }

    /** A column is named bare in keys, orders and the like, quoted within SQL, and behind a word among the uses. */
    private static String column(String text, Rename rename) {
        if (text.equals(rename.from())) {
            return rename.to();
        }
        for (String part : new String[] {"column ", "default "}) {
            if (text.equals(part + rename.from())) {
                return part + rename.to();
            }
        }
        return tokens(text, Names.quoted(rename.from()), Names.quoted(rename.to()));
    }

    private static String tokens(String text, String from, String to) {
        return SqlLexer.read(text).stream()
                .map(token -> token.isName() && token.text().equals(from) ? to : token.text())
                .collect(Collectors.joining());
    }

    private static JsonNode mapped(JsonNode node, UnaryOperator<String> text) {
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> copy.set(text.apply(member.getKey()), mapped(member.getValue(), text)));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> copy.add(mapped(element, text)));
            return copy;
        }
        return node.isTextual() ? JsonNodeFactory.instance.textNode(text.apply(node.textValue())) : node;
    }
}
