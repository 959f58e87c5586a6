package io.pggit.core.ddl;

import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Publications and subscriptions. */
final class ReplicationDdl {
    private ReplicationDdl() {}

    static void publication(ObjectId id, Attributes attributes, Script script) {
        List<String> published = new ArrayList<>();
        attributes
                .trees("tables")
                .forEach((table, of) -> published.add("TABLE " + table
                        + (of.has("columns") ? " (" + quoted(of.list("columns")) + ")" : "")
                        + of.text("where")
                                .map(filter -> " WHERE (" + filter + ")")
                                .orElse("")));
        if (attributes.has("schemas")) {
            published.add("TABLES IN SCHEMA " + quoted(attributes.list("schemas")));
        }
        OptionList options = new OptionList(attributes);
        options.add("publish", Optional.of(Names.literal(String.join(", ", attributes.list("publish")))));
        options.add("publish_via_partition_root", attributes.text("via_partition_root"));
        options.add("publish_generated_columns", attributes.text("generated_columns"));
        String objects = attributes.flag("all_tables")
                ? " FOR ALL TABLES"
                : published.isEmpty() ? "" : " FOR\n    " + String.join(",\n    ", published) + "\n   ";
        script.add("CREATE PUBLICATION ", Names.qualified(id), objects, " WITH ", options.toString());
    }

    /** Does not connect: the slot at the publisher is another database's. */
    static void subscription(ObjectId id, Attributes attributes, Script script) {
        OptionList options = new OptionList(attributes);
        options.add("connect", Optional.of("false"));
        options.add("slot_name", attributes.text("slot").map(Names::literal).or(() -> Optional.of("NONE")));
        options.plain("binary", "streaming");
        options.literal("synchronous_commit");
        options.plain("two_phase", "disable_on_error", "origin", "password_required", "run_as_owner", "failover");
        script.add(
                "CREATE SUBSCRIPTION ",
                Names.qualified(id),
                " CONNECTION '' /* not recorded: it holds secrets */",
                " PUBLICATION ",
                quoted(attributes.list("publications")),
                " WITH ",
                options.toString());
        if (attributes.flag("enabled")) {
            script.add("ALTER SUBSCRIPTION ", Names.qualified(id), " ENABLE");
        }
    }

    private static String quoted(List<String> names) {
        return String.join(", ", names.stream().map(Names::quoted).toList());
    }
}
