package io.pggit.core.ddl;

import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import java.util.List;

/**
 * Writes the DDL that creates an object as its facts describe it. Statements come in an order in which they can be run,
 * given that what the object depends on is there.
 */
public final class ObjectDdl {
    private ObjectDdl() {}

    /** The whole script. Attributes it does not know are left to the facts file; none makes it fail. */
    public static String create(ObjectId id, Facts facts) {
        Attributes attributes = new Attributes(facts.tree());
        Script script = new Script();
        String target = target(id, attributes);
        switch (id.kind()) {
            case SCHEMA -> script.add("CREATE SCHEMA ", Names.qualified(id));
            case TABLE -> new TableDdl(id, attributes, script).write();
            case VIEW, MATERIALIZED_VIEW -> new ViewDdl(id, attributes, script).write();
            case SEQUENCE -> SequenceDdl.create(id, attributes, script);
            case FUNCTION, PROCEDURE ->
                script.add(attributes
                        .text("definition")
                        .map(String::stripTrailing)
                        .orElse("-- " + target.replace("\n", " ") + ": no definition"));
            case AGGREGATE -> AggregateDdl.create(id, attributes, script);
            case TYPE -> TypeDdl.type(id, attributes, script);
            case DOMAIN -> TypeDdl.domain(id, attributes, script);
            case EXTENSION -> extension(id, attributes, script);
        }
        script.group();
        script.comment(target, attributes.text("comment"));
        if (!id.kind().text().equals("extension")) {
            attributes
                    .text("owner")
                    .ifPresent(owner -> script.add("ALTER ", target, " OWNER TO ", Names.quoted(owner)));
        }
        new GrantDdl(id, attributes, script).write();
        return script.toString();
    }

    /** What follows ALTER and COMMENT ON; an aggregate is told by its arguments, which are never none. */
    private static String target(ObjectId id, Attributes attributes) {
        return switch (id.kind()) {
            case AGGREGATE -> "AGGREGATE " + AggregateDdl.name(id, attributes);
            case SCHEMA, TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, FUNCTION, PROCEDURE, TYPE, DOMAIN, EXTENSION ->
                Names.statementTarget(id);
        };
    }

    private static void extension(ObjectId id, Attributes attributes, Script script) {
        List<String> pieces = List.of(
                attributes
                        .text("schema")
                        .map(schema -> " WITH SCHEMA " + Names.quoted(schema))
                        .orElse(""),
                attributes
                        .text("version")
                        .map(version -> " VERSION " + Names.literal(version))
                        .orElse(""));
        script.add("CREATE EXTENSION IF NOT EXISTS ", Names.quoted(id.name()), String.join("", pieces));
    }
}
