package io.pggit.core.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The canonical definition of an object: a tree of attributes with sorted keys, no OIDs, nothing physical. Immutable:
 * the tree is copied in, and {@link #tree()} copies it out.
 */
public final class Facts {
    private final Optional<Stored> stored;
    /** Absent until somebody looks at what is stored elsewhere; reading it twice gives the same. */
    private volatile ObjectNode known;
    /** Absent until somebody asks. */
    private volatile Ties ties;

    /** Where facts are stored. */
    private record Stored(String content, Supplier<Facts> reader, Supplier<Ties> ties) {}

    private Facts(ObjectNode tree) {
        this.stored = Optional.empty();
        this.known = tree;
    }

    private Facts(Stored stored) {
        this.stored = Optional.of(stored);
    }

    /**
     * Facts that are read when first looked at. Those of one content are equal without being read.
     *
     * @param content names what is stored, as a hash does: facts of one content are equal
     * @param reader reads them; its exceptions reach whoever looks
     * @param ties tells their {@link #ties()}, which may be known without reading
     */
    public static Facts stored(String content, Supplier<Facts> reader, Supplier<Ties> ties) {
        return new Facts(new Stored(content, reader, ties));
    }

    private ObjectNode known() {
        ObjectNode tree = known;
        if (tree == null) {
            tree = stored.orElseThrow().reader.get().known();
            known = tree;
        }
        return tree;
    }

    private boolean isSameContent(Facts other) {
        return stored.isPresent()
                && other.stored.isPresent()
                && stored.get().content.equals(other.stored.get().content);
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
        return known();
    }

    /** What ties the object to others. */
    public Ties ties() {
        Ties told = ties;
        if (told == null) {
            told = stored.filter(there -> known == null)
                    .map(there -> there.ties().get())
                    .orElseGet(() -> Ties.of(known()));
            ties = told;
        }
        return told;
    }

    /** A copy of the attribute tree. */
    public ObjectNode tree() {
        return known().deepCopy();
    }

    /** The attribute tree as compact JSON; equal facts have equal text. */
    public String text() {
        return known().toString();
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Facts facts && (isSameContent(facts) || known().equals(facts.known()));
    }

    @Override
    public int hashCode() {
        return known().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
