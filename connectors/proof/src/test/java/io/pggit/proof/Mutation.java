package io.pggit.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The facts of an object with one attribute changed, removed or added.
 *
 * @param path what was changed, for people
 * @param tree the facts
 */
record Mutation(String path, ObjectNode tree) {
    /** What follows from other parts, or cannot be changed: what uses what, what is inherited, the order of columns. */
    private static final Set<String> DERIVED =
            Set.of("depends_on", "uses", "inherited", "column_order", "attribute_order");

    /** What an absent attribute means as well. */
    private static final Set<JsonNode> USUAL = Set.of(BooleanNode.FALSE, TextNode.valueOf("origin"));

    /** The only replica identity that is told once: an index says so itself, and so does its table. */
    private static final JsonNode FULL = TextNode.valueOf("full");

    private static final Set<String> WITH_COLUMNS = Set.of("columns", "attributes");

    /** The kinds SECURITY LABEL takes. */
    private static final Set<ObjectKind> LABELLED = EnumSet.of(
            ObjectKind.TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.FOREIGN_TABLE,
            ObjectKind.SEQUENCE,
            ObjectKind.SCHEMA,
            ObjectKind.TYPE,
            ObjectKind.DOMAIN,
            ObjectKind.FUNCTION,
            ObjectKind.PROCEDURE,
            ObjectKind.AGGREGATE,
            ObjectKind.LANGUAGE,
            ObjectKind.EVENT_TRIGGER,
            ObjectKind.PUBLICATION,
            ObjectKind.SUBSCRIPTION);

    /** All there are of one object. {@code tree} is changed meanwhile and put back. */
    static List<Mutation> all(ObjectId id, ObjectNode tree) {
        List<Mutation> mutations = new ArrayList<>();
        labels(id, tree, mutations);
        change(tree, tree, "", mutations);
        return mutations;
    }

    /** No label provider comes with PostgreSQL, so no database of a test has labels. */
    private static void labels(ObjectId id, ObjectNode tree, List<Mutation> mutations) {
        if (LABELLED.contains(id.kind())) {
            ObjectNode labelled = tree.deepCopy();
            labelled.putObject("security_labels").put("provider", "secret");
            mutations.add(new Mutation("security_labels", labelled));
        }
        for (String group : WITH_COLUMNS) {
            tree.path(group).fieldNames().forEachRemaining(column -> {
                ObjectNode labelled = tree.deepCopy();
                ((ObjectNode) labelled.path(group).path(column))
                        .putObject("security_labels")
                        .put("provider", "secret");
                mutations.add(new Mutation(group + "." + column + ".security_labels", labelled));
            });
        }
    }

    /** {@code node} is changed in place, and put back: what is kept is a copy of {@code root}. */
    private static void change(ObjectNode root, JsonNode node, String path, List<Mutation> mutations) {
        if (node.isArray()) {
            ArrayNode array = (ArrayNode) node;
            array.add("added");
            mutations.add(new Mutation(path + " with one more", root.deepCopy()));
            array.remove(array.size() - 1);
            return;
        }
        ObjectNode object = (ObjectNode) node;
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode value = object.get(name);
            if (DERIVED.contains(name) || name.equals("replica_identity") && !FULL.equals(value)) {
                continue;
            }
            String inner = path.isEmpty() ? name : path + "." + name;
            if (!USUAL.contains(value)) {
                object.remove(name);
                mutations.add(new Mutation(inner + " removed", root.deepCopy()));
                object.set(name, value);
            }
            if (value.isContainerNode()) {
                change(root, value, inner, mutations);
            } else {
                replace(object, name, value);
                mutations.add(new Mutation(inner + " changed", root.deepCopy()));
                object.set(name, value);
            }
        }
    }

    private static void replace(ObjectNode object, String name, JsonNode value) {
        if (value.isBoolean()) {
            object.put(name, !value.booleanValue());
        } else if (value.isNumber()) {
            object.put(name, value.longValue() + 1);
        } else {
            object.put(name, value.textValue() + "x");
        }
    }
}
