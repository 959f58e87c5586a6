package io.pggit.core.ddl;

import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import java.util.Optional;

/** What hangs on a table or view and has statements of its own: indexes, triggers, policies, rules, comments. */
final class RelationParts {
    private final ObjectId id;
    private final String name;
    private final Attributes attributes;
    private final Script script;

    RelationParts(ObjectId id, Attributes attributes, Script script) {
        this.id = id;
        this.name = Names.qualified(id);
        this.attributes = attributes;
        this.script = script;
    }

    void write() {
        script.group();
        attributes.trees("indexes").forEach(this::index);
        script.group();
        attributes.trees("statistics").forEach(this::statistics);
        script.group();
        attributes.trees("triggers").forEach((trigger, of) -> {
            if (!of.flag("inherited")) {
                of.text("definition").ifPresent(script::add);
            }
            firing("TRIGGER", trigger, of);
        });
        script.group();
        attributes.trees("policies").forEach((policy, of) -> script.add(PolicyDdl.create(id, policy, of)));
        if (attributes.flag("row_security")) {
            script.add("ALTER TABLE ", name, " ENABLE ROW LEVEL SECURITY");
        }
        if (attributes.flag("force_row_security")) {
            script.add("ALTER TABLE ", name, " FORCE ROW LEVEL SECURITY");
        }
        script.group();
        attributes.trees("rules").forEach((rule, of) -> {
            of.text("definition").map(text -> text.replaceFirst(";\\s*$", "")).ifPresent(script::add);
            firing("RULE", rule, of);
        });
        script.group();
        comments();
    }

    /** One just made fires in the sessions of origin; a partition's trigger as its parent's does. */
    private void firing(String what, String part, Attributes of) {
        Optional<String> sessions = of.text("enabled");
        if (sessions.isPresent() && (of.flag("inherited") || !sessions.get().equals("origin"))) {
            script.add("ALTER TABLE ", name, " ", Firing.words(sessions), " ", what, " ", Names.quoted(part));
        }
    }

    private String inSchema(String part) {
        return id.schema().map(schema -> Names.quoted(schema) + ".").orElse("") + Names.quoted(part);
    }

    private void index(String index, Attributes of) {
        of.text("definition").ifPresent(script::add);
        of.text("tablespace")
                .ifPresent(
                        space -> script.add("ALTER INDEX ", inSchema(index), " SET TABLESPACE ", Names.quoted(space)));
        of.trees("statistics")
                .keySet()
                .forEach(column -> script.add(
                        "ALTER INDEX ",
                        inSchema(index),
                        " ALTER COLUMN ",
                        column,
                        " SET STATISTICS ",
                        of.tree("statistics").text(column).orElse("-1")));
        indexUse(index, of);
    }

    private void statistics(String statistics, Attributes of) {
        of.text("definition").ifPresent(script::add);
        of.text("target").ifPresent(target -> script.add("ALTER STATISTICS ", statistics, " SET STATISTICS ", target));
        script.comment("STATISTICS " + statistics, of.text("comment"));
        of.text("owner")
                .filter(owner -> !Optional.of(owner).equals(attributes.text("owner")))
                .ifPresent(owner -> script.add("ALTER STATISTICS ", statistics, " OWNER TO ", Names.quoted(owner)));
    }

    /** What the table makes of an index, also of one behind a constraint. */
    private void indexUse(String index, Attributes of) {
        if (of.flag("clustered")) {
            script.add("ALTER TABLE ", name, " CLUSTER ON ", Names.quoted(index));
        }
        if (of.flag("replica_identity")) {
            script.add("ALTER TABLE ", name, " REPLICA IDENTITY USING INDEX ", Names.quoted(index));
        }
    }

    private void comments() {
        attributes.trees("columns").forEach((column, of) -> {
            script.comment("COLUMN " + name + "." + Names.quoted(column), of.text("comment"));
            script.labels("COLUMN " + name + "." + Names.quoted(column), of);
            of.text("not_null_name")
                    .ifPresent(constraint -> script.comment(
                            "CONSTRAINT " + Names.quoted(constraint) + " ON " + name, of.text("not_null_comment")));
        });
        attributes.trees("constraints").forEach((constraint, of) -> {
            script.comment("CONSTRAINT " + Names.quoted(constraint) + " ON " + name, of.text("comment"));
            script.comment("INDEX " + inSchema(constraint), of.tree("index").text("comment"));
            indexUse(constraint, of.tree("index"));
        });
        attributes
                .trees("indexes")
                .forEach((index, of) -> script.comment("INDEX " + inSchema(index), of.text("comment")));
        String[][] others = {{"triggers", "TRIGGER"}, {"policies", "POLICY"}, {"rules", "RULE"}};
        for (String[] group : others) {
            attributes
                    .trees(group[0])
                    .forEach((part, of) ->
                            script.comment(group[1] + " " + Names.quoted(part) + " ON " + name, of.text("comment")));
        }
    }
}
