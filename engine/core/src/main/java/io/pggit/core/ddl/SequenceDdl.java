package io.pggit.core.ddl;

import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code CREATE SEQUENCE}, and the same options of an identity column. What is as usual is not written. */
public final class SequenceDdl {
    private static final Map<String, String> HIGHEST =
            Map.of("smallint", "32767", "integer", "2147483647", "bigint", "9223372036854775807");
    private static final Map<String, String> LOWEST =
            Map.of("smallint", "-32768", "integer", "-2147483648", "bigint", "-9223372036854775808");

    private SequenceDdl() {}

    static void create(ObjectId id, Attributes attributes, Script script) {
        boolean unlogged =
                attributes.text("persistence").filter("unlogged"::equals).isPresent();
        String type = attributes
                .text("type")
                .filter(of -> !of.equals("bigint"))
                .map(of -> " AS " + of)
                .orElse("");
        script.add("CREATE ", unlogged ? "UNLOGGED " : "", "SEQUENCE ", Names.qualified(id), type, text(attributes));
        Attributes owner = attributes.tree("owned_by");
        owner.text("column")
                .ifPresent(column -> script.add(
                        "ALTER SEQUENCE ",
                        Names.qualified(id),
                        " OWNED BY ",
                        Names.quoted(owner.text("schema").orElse("public")),
                        ".",
                        Names.quoted(owner.text("table").orElse("")),
                        ".",
                        Names.quoted(column)));
    }

    /** The options, each with a blank before it. */
    static String text(Attributes sequence) {
        return options(sequence).stream().map(option -> " " + option).collect(Collectors.joining());
    }

    /** The options of a sequence of its own or behind an identity column; what a new one has anyway is left out. */
    public static List<String> options(Attributes sequence) {
        String type = sequence.text("type").orElse("bigint");
        boolean descending =
                sequence.text("increment").filter(step -> step.startsWith("-")).isPresent();
        String lowest = descending ? LOWEST.getOrDefault(type, "") : "1";
        String highest = descending ? "-1" : HIGHEST.getOrDefault(type, "");
        Optional<String> first = sequence.text(descending ? "max" : "min");
        List<String> options = new ArrayList<>();
        add(options, "INCREMENT BY ", sequence.text("increment"), Optional.of("1"));
        add(options, "MINVALUE ", sequence.text("min"), Optional.of(lowest));
        add(options, "MAXVALUE ", sequence.text("max"), Optional.of(highest));
        add(options, "START WITH ", sequence.text("start"), first);
        add(options, "CACHE ", sequence.text("cache"), Optional.of("1"));
        if (sequence.flag("cycle")) {
            options.add("CYCLE");
        }
        return options;
    }

    private static void add(List<String> options, String words, Optional<String> value, Optional<String> usual) {
        value.filter(given -> !value.equals(usual)).ifPresent(given -> options.add(words + given));
    }
}
