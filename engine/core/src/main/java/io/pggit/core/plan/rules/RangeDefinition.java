package io.pggit.core.plan.rules;

import io.pggit.core.facts.Attributes;
import java.util.ArrayList;
import java.util.List;

/** What defines a range type. */
final class RangeDefinition {
    private RangeDefinition() {}

    static String of(Attributes type) {
        List<String> words = new ArrayList<>();
        words.add("SUBTYPE = " + type.required("subtype"));
        add(words, type, "subtype_operator_class", "SUBTYPE_OPCLASS");
        add(words, type, "collation", "COLLATION");
        add(words, type, "canonical", "CANONICAL");
        add(words, type, "subtype_diff", "SUBTYPE_DIFF");
        add(words, type, "multirange", "MULTIRANGE_TYPE_NAME");
        return "RANGE (" + String.join(", ", words) + ")";
    }

    private static void add(List<String> words, Attributes type, String name, String word) {
        type.text(name).ifPresent(value -> words.add(word + " = " + value));
    }
}
