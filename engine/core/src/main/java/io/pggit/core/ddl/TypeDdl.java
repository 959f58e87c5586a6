package io.pggit.core.ddl;

import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code CREATE TYPE} and {@code CREATE DOMAIN}. */
final class TypeDdl {
    private TypeDdl() {}

    static void type(ObjectId id, Attributes attributes, Script script) {
        String variant = attributes.text("variant").orElse("");
        String name = Names.qualified(id);
        switch (variant) {
            case "enum" ->
                script.add(
                        "CREATE TYPE ",
                        name,
                        " AS ENUM ",
                        list(attributes.list("labels").stream()
                                .map(Names::literal)
                                .toList()));
            case "composite" -> composite(name, attributes, script);
            case "range" -> script.add("CREATE TYPE ", name, " AS RANGE ", list(range(attributes)));
            case "base" -> script.add("CREATE TYPE ", name, " ", list(base(attributes)));
            default -> script.add("CREATE TYPE ", name);
        }
    }

    private static String list(List<String> elements) {
        return elements.isEmpty() ? "()" : "(\n    " + String.join(",\n    ", elements) + "\n)";
    }

    private static void composite(String name, Attributes attributes, Script script) {
        Map<String, Attributes> fields = attributes.trees("attributes");
        List<String> lines = new ArrayList<>();
        for (String field : attributes.list("attribute_order")) {
            Attributes of = fields.getOrDefault(field, Attributes.NONE);
            lines.add(Names.quoted(field) + " " + of.text("type").orElse("text") + collate(of));
        }
        script.add("CREATE TYPE ", name, " AS ", list(lines));
        fields.forEach((field, of) -> {
            script.comment("COLUMN " + name + "." + Names.quoted(field), of.text("comment"));
            script.labels("COLUMN " + name + "." + Names.quoted(field), of);
        });
    }

    private static String collate(Attributes of) {
        return of.text("collation").map(collation -> " COLLATE " + collation).orElse("");
    }

    private static List<String> range(Attributes attributes) {
        List<String> options = new ArrayList<>();
        String[][] names = {
            {"subtype", "subtype"},
            {"subtype_opclass", "subtype_operator_class"},
            {"collation", "collation"},
            {"canonical", "canonical"},
            {"subtype_diff", "subtype_diff"},
            {"multirange_type_name", "multirange"},
        };
        for (String[] option : names) {
            attributes.text(option[1]).ifPresent(value -> options.add(option[0] + " = " + value));
        }
        return options;
    }

    private static List<String> base(Attributes attributes) {
        OptionList options = new OptionList(attributes);
        options.plain("input", "output", "receive", "send", "typmod_in", "typmod_out", "analyze", "subscript");
        options.add(
                "internallength", attributes.text("length").map(length -> length.equals("-1") ? "variable" : length));
        options.flag("passedbyvalue", "by_value");
        options.plain("alignment", "storage");
        options.literal("category");
        options.add("preferred", attributes.text("preferred"));
        options.literal("default");
        options.plain("element");
        options.literal("delimiter");
        options.plain("collatable");
        return options.list();
    }

    static void domain(ObjectId id, Attributes attributes, Script script) {
        String name = Names.qualified(id);
        List<String> later = new ArrayList<>();
        StringBuilder text = new StringBuilder("CREATE DOMAIN ").append(name).append(" AS ");
        text.append(attributes.text("base_type").orElse("text")).append(collate(attributes));
        attributes.text("default").ifPresent(value -> text.append(" DEFAULT ").append(value));
        if (attributes.flag("not_null")) {
            attributes
                    .text("not_null_name")
                    .ifPresent(not -> text.append("\n    CONSTRAINT ").append(Names.quoted(not)));
            text.append(" NOT NULL");
        }
        attributes.trees("constraints").forEach((constraint, of) -> {
            String definition = "CONSTRAINT " + Names.quoted(constraint) + " "
                    + of.text("definition").orElse("");
            if (of.denies("validated")) {
                later.add(definition);
            } else {
                text.append("\n    ").append(definition);
            }
        });
        script.add(text.toString());
        later.forEach(definition -> script.add("ALTER DOMAIN ", name, " ADD ", definition));
        attributes
                .trees("constraints")
                .forEach((constraint, of) -> script.comment(
                        "CONSTRAINT " + Names.quoted(constraint) + " ON DOMAIN " + name, of.text("comment")));
    }
}
