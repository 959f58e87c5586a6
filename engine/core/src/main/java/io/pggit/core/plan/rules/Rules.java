package io.pggit.core.plan.rules;

import io.pggit.core.facts.ObjectKind;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.PartRules;
import io.pggit.core.plan.part.Step;
import java.util.List;

/** Which rules plan which part. A new kind does not compile until it has rules. */
public final class Rules {
    private Rules() {}

    /** The rules for a part. */
    public static PartRules of(PartId id) {
        return switch (id.kind()) {
            case OBJECT -> ofObject(id.object().kind());
            case COLUMN -> new ColumnRules();
            case DEFAULT -> new DefaultRules();
            case ACCESS -> new AccessRules();
            case OWNED_BY -> new OwnedByRules();
            case CONSTRAINT ->
                id.object().kind() == ObjectKind.DOMAIN ? new DomainConstraintRules() : new ConstraintRules();
            case INDEX -> new IndexRules();
            case INHERITANCE -> new InheritanceRules();
            case ATTACHED_INDEX -> new AttachedIndexRules();
            case RULE -> new RewriteRuleRules();
            case TRIGGER -> new TriggerRules();
            case POLICY -> new PolicyRules();
            case STATISTICS -> new StatisticsRules();
        };
    }

    private static PartRules ofObject(ObjectKind kind) {
        return switch (kind) {
            case SCHEMA -> new SchemaRules();
            case EXTENSION -> new ExtensionRules();
            case TYPE -> new TypeRules();
            case DOMAIN -> new DomainRules();
            case SEQUENCE -> new SequenceRules();
            case FUNCTION, PROCEDURE -> new RoutineRules();
            case AGGREGATE -> new AggregateRules();
            case TABLE -> new TableRules();
            case VIEW -> new ViewRules();
            case MATERIALIZED_VIEW -> new MaterializedViewRules();
            case DEFAULT_PRIVILEGES -> new DefaultPrivilegesRules();
            case FOREIGN_DATA_WRAPPER,
                    SERVER,
                    USER_MAPPING,
                    FOREIGN_TABLE,
                    PUBLICATION,
                    SUBSCRIPTION,
                    EVENT_TRIGGER,
                    COLLATION,
                    CONVERSION,
                    CAST,
                    OPERATOR,
                    OPERATOR_CLASS,
                    OPERATOR_FAMILY,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    LANGUAGE,
                    TRANSFORM,
                    ACCESS_METHOD -> new ScriptedRules();
        };
    }

    /** Whether a part can be moved out of the way under another name while its users change over. */
    public static boolean swaps(PartId id) {
        ObjectKind kind = id.object().kind();
        return id.kind() == PartKind.OBJECT && (kind == ObjectKind.TYPE || kind == ObjectKind.DOMAIN);
    }

    /** The statements that move a part out of the way. */
    public static List<Step> retire(Part part) {
        return part.id().kind() == PartKind.COLUMN ? Adoption.retire(part) : RetiredTypes.retire(part);
    }
}
