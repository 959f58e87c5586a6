package io.pggit.core.ddl;

import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.util.List;

/**
 * Writes the DDL that creates an object as its facts describe it. Statements come in an order in which they can be run,
 * given that what the object depends on is there.
 */
public final class ObjectDdl {
    private ObjectDdl() {}

    /** The whole script. Attributes it does not know are left to the facts file; none makes it fail. */
    public static String create(ObjectId id, Facts facts) {
        return script(id, facts).toString();
    }

    /** The statements of the script one by one, without semicolons. */
    public static List<String> statements(ObjectId id, Facts facts) {
        return script(id, facts).statements();
    }

    private static Script script(ObjectId id, Facts facts) {
        Attributes attributes = Attributes.of(facts.tree());
        Script script = new Script();
        String target = target(id, attributes);
        switch (id.kind()) {
            case SCHEMA -> script.add("CREATE SCHEMA ", Names.qualified(id));
            case TABLE, FOREIGN_TABLE -> new TableDdl(id, attributes, script).write();
            case VIEW, MATERIALIZED_VIEW -> new ViewDdl(id, attributes, script).write();
            case SEQUENCE -> SequenceDdl.create(id, attributes, script);
            case FUNCTION, PROCEDURE ->
                script.add(attributes
                        .text("definition")
                        .map(String::stripTrailing)
                        .orElse("-- " + target.replace("\n", " ") + ": no definition"));
            case AGGREGATE -> script.add("CREATE " + AggregateDdl.definition(id, attributes));
            case TYPE -> TypeDdl.type(id, attributes, script);
            case DOMAIN -> TypeDdl.domain(id, attributes, script);
            case EXTENSION -> extension(id, attributes, script);
            case FOREIGN_DATA_WRAPPER -> ForeignDdl.wrapper(id, attributes, script);
            case SERVER -> ForeignDdl.server(id, attributes, script);
            case USER_MAPPING -> script.add("CREATE USER MAPPING ", Names.qualified(id));
            case PUBLICATION -> ReplicationDdl.publication(id, attributes, script);
            case SUBSCRIPTION -> ReplicationDdl.subscription(id, attributes, script);
            case EVENT_TRIGGER -> HandlerDdl.eventTrigger(id, attributes, script);
            case LANGUAGE -> HandlerDdl.language(id, attributes, script);
            case TRANSFORM -> HandlerDdl.transform(id, attributes, script);
            case ACCESS_METHOD -> HandlerDdl.accessMethod(id, attributes, script);
            case COLLATION -> ConversionDdl.collation(id, attributes, script);
            case CONVERSION -> ConversionDdl.conversion(id, attributes, script);
            case CAST -> ConversionDdl.cast(id, attributes, script);
            case OPERATOR -> OperatorDdl.operator(id, attributes, script);
            case OPERATOR_CLASS -> OperatorDdl.operatorClass(id, attributes, script);
            case OPERATOR_FAMILY -> OperatorDdl.operatorFamily(id, attributes, script);
            case TEXT_SEARCH_PARSER -> TextSearchDdl.parser(id, attributes, script);
            case TEXT_SEARCH_TEMPLATE -> TextSearchDdl.template(id, attributes, script);
            case TEXT_SEARCH_DICTIONARY -> TextSearchDdl.dictionary(id, attributes, script);
            case TEXT_SEARCH_CONFIGURATION -> TextSearchDdl.configuration(id, attributes, script);
            case DEFAULT_PRIVILEGES ->
                DefaultPrivilegesDdl.create(id, attributes.tree("grants")).forEach(script::add);
        }
        script.group();
        script.comment(target, attributes.text("comment"));
        script.labels(target, attributes);
        if (id.kind() != ObjectKind.EXTENSION) {
            attributes
                    .text("owner")
                    .ifPresent(owner -> script.add("ALTER ", target, " OWNER TO ", Names.quoted(owner)));
        }
        if (id.kind() != ObjectKind.DEFAULT_PRIVILEGES) {
            Grants.change(id, attributes.only("owner"), Access.attributes(attributes))
                    .forEach(script::add);
        }
        return script;
    }

    /** What follows ALTER and COMMENT ON; an aggregate is told by its arguments, which are never none. */
    private static String target(ObjectId id, Attributes attributes) {
        return id.kind() == ObjectKind.AGGREGATE
                ? "AGGREGATE " + AggregateDdl.name(id, attributes)
                : Names.statementTarget(id);
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
