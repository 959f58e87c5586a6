package io.pggit.core.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a tree of attributes. What is not there is empty, false or without members, never null. */
public final class Attributes {
    /** No attributes. */
    public static final Attributes NONE = new Attributes(JsonNodeFactory.instance.objectNode());

    private final JsonNode tree;

    private Attributes(JsonNode tree) {
        this.tree = tree;
    }

    /** The attributes of {@code tree}, which must not change any more. */
    public static Attributes of(JsonNode tree) {
        return tree.isObject() ? new Attributes(tree) : NONE;
    }

    /** A text, or a number or flag as text. */
    public Optional<String> text(String name) {
        JsonNode value = tree.path(name);
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
    }

    /** A text that must be there. */
    public String required(String name) {
        return text(name).orElseThrow(() -> new CorruptFacts("attribute \"" + name + "\" is missing"));
    }

    /** Whether a flag is set. */
    public boolean flag(String name) {
        return tree.path(name).asBoolean(false);
    }

    /** Whether a flag is there and not set, where its absence means that it is. */
    public boolean denies(String name) {
        return tree.path(name).isBoolean() && !tree.path(name).booleanValue();
    }

    /** Whether there is such an attribute. */
    public boolean has(String name) {
        return tree.has(name);
    }

    /** A subtree. */
    public Attributes tree(String name) {
        return of(tree.path(name));
    }

    /** The members of a subtree that are trees themselves, by name. */
    public SortedMap<String, Attributes> trees(String name) {
        TreeMap<String, Attributes> members = new TreeMap<>();
        tree.path(name).properties().forEach(member -> members.put(member.getKey(), of(member.getValue())));
        return members;
    }

    /** One of the {@link #trees}, which must be there. */
    public Attributes member(String group, String name) {
        JsonNode member = tree.path(group).path(name);
        if (!member.isObject()) {
            throw new CorruptFacts("\"" + name + "\" is not among the \"" + group + "\"");
        }
        return of(member);
    }

    /** The members of a subtree as texts, by name. */
    public SortedMap<String, String> texts(String name) {
        TreeMap<String, String> members = new TreeMap<>();
        tree.path(name)
                .properties()
                .forEach(
                        member -> members.put(member.getKey(), member.getValue().asText()));
        return members;
    }

    /** An array of texts. */
    public List<String> list(String name) {
        List<String> elements = new ArrayList<>();
        tree.path(name).forEach(element -> elements.add(element.asText()));
        return List.copyOf(elements);
    }

    /** An array of trees. */
    public List<Attributes> elements(String name) {
        List<Attributes> elements = new ArrayList<>();
        tree.path(name).forEach(element -> elements.add(of(element)));
        return List.copyOf(elements);
    }

    /** Whether an attribute is the same on both sides, or on neither. */
    public boolean same(Attributes other, String name) {
        return tree.path(name).equals(other.tree.path(name));
    }

    /** Whether anything but the named attributes differs. */
    public boolean sameBut(Attributes other, String... names) {
        return without(names).equals(other.without(names));
    }

    /** The same without some attributes. */
    public Attributes without(String... names) {
        ObjectNode copy = ((ObjectNode) tree).deepCopy();
        return of(copy.remove(List.of(names)));
    }

    /** The same with some attributes alone. */
    public Attributes only(String... names) {
        ObjectNode copy = ((ObjectNode) tree).deepCopy();
        return of(copy.retain(List.of(names)));
    }

    /** The same with an attribute as another tree has it: without it, if that has none. */
    public Attributes with(String name, Attributes other) {
        ObjectNode copy = ((ObjectNode) tree).deepCopy();
        copy.remove(name);
        if (other.has(name)) {
            copy.set(name, other.tree.get(name));
        }
        return of(copy);
    }

    /** The same with a text. */
    public Attributes with(String name, String text) {
        return of(((ObjectNode) tree).deepCopy().put(name, text));
    }

    /** The same with an array of texts. */
    public Attributes with(String name, List<String> elements) {
        ObjectNode copy = ((ObjectNode) tree).deepCopy();
        elements.forEach(copy.putArray(name)::add);
        return of(copy);
    }

    /** The same with a subtree. */
    public Attributes withTree(String name, Attributes subtree) {
        ObjectNode copy = ((ObjectNode) tree).deepCopy();
        copy.set(name, subtree.tree);
        return of(copy);
    }

    /** The attributes as facts. */
    public Facts facts() {
        return Facts.of(tree);
    }

    /** Whether there is no attribute. */
    public boolean isEmpty() {
        return tree.isEmpty();
    }

    /** The names of all attributes. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        tree.fieldNames().forEachRemaining(names::add);
        return List.copyOf(names);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attributes attributes && tree.equals(attributes.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    @Override
    public String toString() {
        return tree.toString();
    }
}
