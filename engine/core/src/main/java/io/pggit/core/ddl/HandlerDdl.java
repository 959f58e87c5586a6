package io.pggit.core.ddl;

import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What gives a name to functions: event triggers, languages, transforms, access methods. */
final class HandlerDdl {
    private HandlerDdl() {}

    static void eventTrigger(ObjectId id, Attributes attributes, Script script) {
        List<String> tags = attributes.list("tags").stream().map(Names::literal).toList();
        script.add(
                "CREATE EVENT TRIGGER ",
                Names.qualified(id),
                " ON ",
                attributes.text("event").orElse(""),
                tags.isEmpty() ? "" : "\n    WHEN TAG IN (" + String.join(", ", tags) + ")",
                "\n    EXECUTE FUNCTION ",
                attributes.text("function").orElse(""),
                "()");
        if (attributes.has("enabled")) {
            script.add("ALTER EVENT TRIGGER ", Names.qualified(id), " ", Firing.words(attributes.text("enabled")));
        }
    }

    static void language(ObjectId id, Attributes attributes, Script script) {
        script.add(
                attributes.flag("trusted") ? "CREATE TRUSTED LANGUAGE " : "CREATE LANGUAGE ",
                Names.qualified(id),
                attributes.text("handler").map(name -> " HANDLER " + name).orElse(""),
                attributes.text("inline").map(name -> " INLINE " + name).orElse(""),
                attributes.text("validator").map(name -> " VALIDATOR " + name).orElse(""));
    }

    static void transform(ObjectId id, Attributes attributes, Script script) {
        List<String> ways = new ArrayList<>();
        attributes.text("from_sql").ifPresent(name -> ways.add("FROM SQL WITH FUNCTION " + name));
        attributes.text("to_sql").ifPresent(name -> ways.add("TO SQL WITH FUNCTION " + name));
        script.add("CREATE TRANSFORM ", Names.qualified(id), " (", String.join(", ", ways), ")");
    }

    static void accessMethod(ObjectId id, Attributes attributes, Script script) {
        script.add(
                "CREATE ACCESS METHOD ",
                Names.qualified(id),
                " TYPE ",
                attributes.text("type").orElse("index").toUpperCase(Locale.ROOT),
                " HANDLER ",
                attributes.text("handler").orElse(""));
    }
}
