package io.pggit.core.ddl;

import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code CREATE TYPE} and {@code CREATE DOMAIN}. */
public final class TypeDdl {
    private TypeDdl() {}

    static void type(ObjectId id, Attributes attributes, Script script) {
        String name = Names.qualified(id);
        script.add("CREATE TYPE ", name, definition(attributes));
        attributes.trees("attributes").forEach((attribute, of) -> {
            script.comment("COLUMN " + name + "." + Names.quoted(attribute), of.text("comment"));
            script.labels("COLUMN " + name + "." + Names.quoted(attribute), of);
        });
    }

    /** What stands behind the name in {@code CREATE TYPE}, with a blank before it; nothing for a shell. */
    public static String definition(Attributes type) {
        return switch (type.text("variant").orElse("")) {
            case "enum" ->
                " AS ENUM "
                        + list(type.list("labels").stream().map(Names::literal).toList());
            case "composite" ->
                " AS "
                        + list(type.list("attribute_order").stream()
                                .map(name -> Names.quoted(name) + " "
                                        + attributeType(type.trees("attributes").getOrDefault(name, Attributes.NONE)))
                                .toList());
            case "range" -> " AS RANGE " + list(range(type));
            case "base" -> " " + list(base(type));
            default -> "";
        };
    }

    private static String list(List<String> elements) {
        return elements.isEmpty() ? "()" : "(\n    " + String.join(",\n    ", elements) + "\n)";
    }

    /** The type of an attribute of a composite type, with its collation. */
    public static String attributeType(Attributes attribute) {
        return attribute.text("type").orElse("text") + collate(attribute);
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
        SortedMap<String, String> valid = new TreeMap<>();
        List<String> later = new ArrayList<>();
        attributes.trees("constraints").forEach((constraint, of) -> {
            String definition = of.text("definition").orElse("");
            if (of.denies("validated")) {
                later.add("CONSTRAINT " + Names.quoted(constraint) + " " + definition);
            } else {
                valid.put(constraint, definition);
            }
        });
        script.add("CREATE DOMAIN ", name, domain(attributes, valid));
        later.forEach(definition -> script.add("ALTER DOMAIN ", name, " ADD ", definition));
        attributes
                .trees("constraints")
                .forEach((constraint, of) -> script.comment(
                        "CONSTRAINT " + Names.quoted(constraint) + " ON DOMAIN " + name, of.text("comment")));
    }

    /**
     * What stands behind the name in {@code CREATE DOMAIN}, with a blank before it.
     *
     * @param constraints the definitions of those to come with it, by name
     */
    public static String domain(Attributes domain, SortedMap<String, String> constraints) {
        StringBuilder text = new StringBuilder(" AS ");
        text.append(domain.text("base_type").orElse("text")).append(collate(domain));
        domain.text("default").ifPresent(value -> text.append(" DEFAULT ").append(value));
        if (domain.flag("not_null")) {
            domain.text("not_null_name")
                    .ifPresent(not -> text.append("\n    CONSTRAINT ").append(Names.quoted(not)));
            text.append(" NOT NULL");
        }
        constraints.forEach((name, definition) -> text.append("\n    CONSTRAINT ")
                .append(Names.quoted(name))
                .append(' ')
                .append(definition));
        return text.toString();
    }
}
