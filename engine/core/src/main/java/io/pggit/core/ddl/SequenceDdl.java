package io.pggit.core.ddl;

import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import java.util.Map;
import java.util.Optional;

/** {@code CREATE SEQUENCE}, and the same options of an identity column. What is as usual is not written. */
final class SequenceDdl {
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
        script.add("CREATE ", unlogged ? "UNLOGGED " : "", "SEQUENCE ", Names.qualified(id), type, options(attributes));
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

    /** Each option with a blank before it. */
    static String options(Attributes sequence) {
        String type = sequence.text("type").orElse("bigint");
        boolean descending =
                sequence.text("increment").filter(step -> step.startsWith("-")).isPresent();
        String lowest = descending ? LOWEST.getOrDefault(type, "") : "1";
        String highest = descending ? "-1" : HIGHEST.getOrDefault(type, "");
        Optional<String> first = sequence.text(descending ? "max" : "min");
        return option(" INCREMENT BY ", sequence.text("increment"), Optional.of("1"))
                + option(" MINVALUE ", sequence.text("min"), Optional.of(lowest))
                + option(" MAXVALUE ", sequence.text("max"), Optional.of(highest))
                + option(" START WITH ", sequence.text("start"), first)
                + option(" CACHE ", sequence.text("cache"), Optional.of("1"))
                + (sequence.flag("cycle") ? " CYCLE" : "");
    }

    private static String option(String words, Optional<String> value, Optional<String> usual) {
        return value.isEmpty() || value.equals(usual) ? "" : words + value.get();
    }
}
