package io.pggit.core.ddl;

import io.pggit.core.facts.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The options of a definition, {@code NAME = value}, in the order in which they are added; absent attributes give none. */
final class OptionList {
    private final Attributes attributes;
    private final List<String> options = new ArrayList<>();

    OptionList(Attributes attributes) {
        this.attributes = attributes;
    }

    void add(String option, Optional<String> value) {
        value.ifPresent(text -> options.add(option.toUpperCase(Locale.ROOT) + " = " + text));
    }

    /** Options called like the attributes whose values, names or expressions, they take as they stand. */
    void plain(String... names) {
        for (String name : names) {
            add(name, attributes.text(name));
        }
    }

    /** An option called like the attribute whose value it takes as a string. */
    void literal(String name) {
        add(name, attributes.text(name).map(Names::literal));
    }

    /** An option that is there or not. */
    void flag(String option, String attribute) {
        if (attributes.flag(attribute)) {
            options.add(option.toUpperCase(Locale.ROOT));
        }
    }

    List<String> list() {
        return List.copyOf(options);
    }

    /** All options in parentheses. */
    @Override
    public String toString() {
        return "(" + String.join(", ", options) + ")";
    }
}
