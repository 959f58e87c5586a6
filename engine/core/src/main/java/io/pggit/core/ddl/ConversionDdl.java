package io.pggit.core.ddl;

import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import java.util.Optional;

/** Collations, conversions between encodings, and casts. */
final class ConversionDdl {
    private ConversionDdl() {}

    static void collation(ObjectId id, Attributes attributes, Script script) {
        OptionList options = new OptionList(attributes);
        options.plain("provider");
        Optional<String> order = attributes.text("lc_collate");
        if (order.isPresent() && order.equals(attributes.text("lc_ctype"))) {
            options.add("locale", order.map(Names::literal));
        } else {
            options.literal("locale");
            options.literal("lc_collate");
            options.literal("lc_ctype");
        }
        options.literal("rules");
        options.plain("deterministic");
        script.add("CREATE COLLATION ", Names.qualified(id), " ", options.toString());
    }

    static void conversion(ObjectId id, Attributes attributes, Script script) {
        script.add(
                attributes.flag("default") ? "CREATE DEFAULT CONVERSION " : "CREATE CONVERSION ",
                Names.qualified(id),
                " FOR ",
                Names.literal(attributes.text("from").orElse("")),
                " TO ",
                Names.literal(attributes.text("to").orElse("")),
                " FROM ",
                attributes.text("function").orElse(""));
    }

    static void cast(ObjectId id, Attributes attributes, Script script) {
        boolean inout = attributes.text("method").filter("inout"::equals).isPresent();
        script.add(
                "CREATE CAST ",
                Names.qualified(id),
                attributes
                        .text("function")
                        .map(function -> " WITH FUNCTION " + function)
                        .orElse(inout ? " WITH INOUT" : " WITHOUT FUNCTION"),
                switch (attributes.text("context").orElse("explicit")) {
                    case "assignment" -> " AS ASSIGNMENT";
                    case "implicit" -> " AS IMPLICIT";
                    default -> "";
                });
    }
}
