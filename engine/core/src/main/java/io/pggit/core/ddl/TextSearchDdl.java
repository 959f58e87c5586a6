package io.pggit.core.ddl;

import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import java.util.ArrayList;
import java.util.List;

/** The four kinds of text search object. */
final class TextSearchDdl {
    private TextSearchDdl() {}

    static void parser(ObjectId id, Attributes attributes, Script script) {
        OptionList options = new OptionList(attributes);
        options.plain("start", "gettoken", "end", "lextypes", "headline");
        script.add("CREATE TEXT SEARCH PARSER ", Names.qualified(id), " ", options.toString());
    }

    static void template(ObjectId id, Attributes attributes, Script script) {
        OptionList options = new OptionList(attributes);
        options.plain("init", "lexize");
        script.add("CREATE TEXT SEARCH TEMPLATE ", Names.qualified(id), " ", options.toString());
    }

    static void dictionary(ObjectId id, Attributes attributes, Script script) {
        List<String> options = new ArrayList<>();
        attributes.text("template").ifPresent(template -> options.add("TEMPLATE = " + template));
        attributes.text("options").ifPresent(options::add);
        script.add("CREATE TEXT SEARCH DICTIONARY ", Names.qualified(id), " (", String.join(", ", options), ")");
    }

    static void configuration(ObjectId id, Attributes attributes, Script script) {
        OptionList options = new OptionList(attributes);
        options.plain("parser");
        script.add("CREATE TEXT SEARCH CONFIGURATION ", Names.qualified(id), " ", options.toString());
        for (String token : attributes.trees("mappings").keySet()) {
            script.add(
                    "ALTER TEXT SEARCH CONFIGURATION ",
                    Names.qualified(id),
                    " ADD MAPPING FOR ",
                    Names.quoted(token),
                    " WITH ",
                    String.join(", ", attributes.tree("mappings").list(token)));
        }
    }
}
