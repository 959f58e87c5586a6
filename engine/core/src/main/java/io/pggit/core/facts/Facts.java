package io.pggit.core.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;

/**
 * The canonical definition of an object: a tree of attributes with sorted keys, no OIDs, nothing physical. Immutable:
 * the tree is copied in, and {@link #tree()} copies it out.
 */
public final class Facts {
    private final ObjectNode tree;

    private Facts(ObjectNode tree) {
        this.tree = tree;
    }

    /**
     * Makes {@code tree} canonical: keys sorted, members that are JSON null left out. Arrays keep their order.
     *
     * @throws IllegalArgumentException when {@code tree} is not a JSON object
     */
    public static Facts of(JsonNode tree) {
        if (!tree.isObject()) {
            throw new IllegalArgumentException("facts must be a JSON object, was " + tree.getNodeType());
        }
        return new Facts((ObjectNode) canonical(tree));
    }

    private static JsonNode canonical(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            node.properties().forEach(member -> {
                if (!member.getValue().isNull()) {
                    members.put(member.getKey(), canonical(member.getValue()));
                }
            });
            ObjectNode sorted = JsonNodeFactory.instance.objectNode();
            members.forEach(sorted::set);
            return sorted;
        }
        if (node.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode(node.size());
            node.forEach(element -> array.add(canonical(element)));
            return array;
        }
        return node.isIntegralNumber() && node.canConvertToLong()
                ? JsonNodeFactory.instance.numberNode(node.longValue())
                : node;
    }

    /** The attribute tree itself, for reading: nobody may change it. Cheaper than {@link #tree()} by a copy. */
    public JsonNode view() {
        return tree;
    }

    /** A copy of the attribute tree. */
    public ObjectNode tree() {
        return tree.deepCopy();
    }

    /** The attribute tree as compact JSON; equal facts have equal text. */
    public String text() {
        return tree.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts facts && tree.equals(facts.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
