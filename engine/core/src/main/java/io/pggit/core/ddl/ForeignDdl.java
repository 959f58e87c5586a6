package io.pggit.core.ddl;

import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import java.util.ArrayList;
import java.util.List;

/** Foreign data wrappers and servers, and the options of all that is foreign. Secret values read {@code (redacted)}. */
final class ForeignDdl {
    private ForeignDdl() {}

    static void wrapper(ObjectId id, Attributes attributes, Script script) {
        script.add(
                "CREATE FOREIGN DATA WRAPPER ",
                Names.qualified(id),
                attributes.text("handler").map(name -> " HANDLER " + name).orElse(""),
                attributes.text("validator").map(name -> " VALIDATOR " + name).orElse(""),
                options(attributes, "options"));
    }

    static void server(ObjectId id, Attributes attributes, Script script) {
        script.add(
                "CREATE SERVER ",
                Names.qualified(id),
                attributes
                        .text("type")
                        .map(type -> " TYPE " + Names.literal(type))
                        .orElse(""),
                attributes
                        .text("version")
                        .map(version -> " VERSION " + Names.literal(version))
                        .orElse(""),
                attributes
                        .text("foreign_data_wrapper")
                        .map(wrapper -> " FOREIGN DATA WRAPPER " + Names.quoted(wrapper))
                        .orElse(""),
                options(attributes, "options"));
    }

    /** {@code OPTIONS (…)} with a blank before it; empty when there are none. */
    static String options(Attributes attributes, String group) {
        List<String> options = new ArrayList<>();
        attributes
                .trees(group)
                .keySet()
                .forEach(option -> options.add(Names.quoted(option) + " "
                        + Names.literal(attributes.tree(group).text(option).orElse(""))));
        return options.isEmpty() ? "" : " OPTIONS (" + String.join(", ", options) + ")";
    }
}
