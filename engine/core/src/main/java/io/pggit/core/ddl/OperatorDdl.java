package io.pggit.core.ddl;

import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import java.util.ArrayList;
import java.util.List;

/** Operators, operator classes and operator families. */
final class OperatorDdl {
    private OperatorDdl() {}

    /** A shell has no statement of its own: it came with the operator that names it. */
    static void operator(ObjectId id, Attributes attributes, Script script) {
        if (attributes.flag("shell")) {
            script.add("-- OPERATOR ", Names.qualified(id), " is only named by another operator");
            return;
        }
        OptionList options = new OptionList(attributes);
        options.plain("function");
        options.add("leftarg", attributes.text("left"));
        options.add("rightarg", attributes.text("right"));
        options.plain("commutator", "negator", "restrict", "join");
        options.flag("hashes", "hashes");
        options.flag("merges", "merges");
        String name = Names.qualified(id);
        script.add("CREATE OPERATOR ", name.substring(0, name.lastIndexOf('(')), " ", options.toString());
    }

    static void operatorClass(ObjectId id, Attributes attributes, Script script) {
        String name = Names.qualified(id);
        int using = name.lastIndexOf(" USING ");
        List<String> members = members(attributes);
        attributes.text("storage").ifPresent(type -> members.add("STORAGE " + type));
        if (members.isEmpty()) {
            // a class must name something; this is what it stores anyway
            attributes.text("for_type").ifPresent(type -> members.add("STORAGE " + type));
        }
        script.add(
                "CREATE OPERATOR CLASS ",
                name.substring(0, using),
                attributes.flag("default") ? " DEFAULT" : "",
                " FOR TYPE ",
                attributes.text("for_type").orElse(""),
                name.substring(using),
                attributes.text("family").map(family -> " FAMILY " + family).orElse(""),
                " AS\n    ",
                String.join(",\n    ", members));
    }

    static void operatorFamily(ObjectId id, Attributes attributes, Script script) {
        script.add("CREATE OPERATOR FAMILY ", Names.qualified(id));
        List<String> members = members(attributes);
        if (!members.isEmpty()) {
            script.add("ALTER OPERATOR FAMILY ", Names.qualified(id), " ADD\n    ", String.join(",\n    ", members));
        }
    }

    private static List<String> members(Attributes attributes) {
        List<String> members = new ArrayList<>();
        attributes
                .elements("operators")
                .forEach(of -> members.add("OPERATOR " + of.text("number").orElse("") + " "
                        + of.text("operator").orElse("")
                        + of.text("order_by")
                                .map(family -> " FOR ORDER BY " + family)
                                .orElse("")));
        attributes
                .elements("functions")
                .forEach(of -> members.add("FUNCTION " + of.text("number").orElse("")
                        + of.text("types").map(types -> " (" + types + ")").orElse("") + " "
                        + of.text("function").orElse("")));
        return members;
    }
}
