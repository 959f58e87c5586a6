package io.pggit.core.ddl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Attributes of a definition, for reading without a fear: what is absent, or not as expected, reads as absent. */
final class Attributes {
    static final Attributes NONE = new Attributes(MissingNode.getInstance());

    private final JsonNode node;

    Attributes(JsonNode node) {
        this.node = node;
    }

    /** A text, a number or a truth value as text. */
    Optional<String> text(String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
    }

    boolean is(String name) {
        return node.path(name).asBoolean(false);
    }

    boolean isFalse(String name) {
        return node.path(name).isBoolean() && !node.path(name).booleanValue();
    }

    boolean has(String name) {
        return node.has(name);
    }

    Attributes inner(String name) {
        return new Attributes(node.path(name));
    }

    /** The texts of an array. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        node.path(name).forEach(element -> texts.add(element.asText()));
        return texts;
    }

    /** The objects of an array. */
    void each(String name, Consumer<Attributes> action) {
        node.path(name).forEach(element -> action.accept(new Attributes(element)));
    }

    /** The members of an object, by name. */
    Map<String, Attributes> members(String name) {
        TreeMap<String, Attributes> members = new TreeMap<>();
        node.path(name).properties().forEach(member -> members.put(member.getKey(), new Attributes(member.getValue())));
        return members;
    }

    void eachMember(String name, BiConsumer<String, Attributes> action) {
        members(name).forEach(action);
    }

    /** The members of an object whose values are plain, as {@code name=value} for {@code WITH (…)}; empty when none. */
    Optional<String> options(String name) {
        List<String> options = new ArrayList<>();
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        node.path(name).properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
        sorted.forEach((option, value) -> {
            String text = value.asText();
            options.add(option + "=" + (text.matches("[A-Za-z0-9_.+-]+") ? text : Names.literal(text)));
        });
        return options.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", options));
    }
}
