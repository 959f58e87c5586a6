package io.pggit.core.plan.order;

import io.pggit.core.facts.ObjectKind;

/** The order in which kinds of objects are usually created; it breaks ties, the graph decides. */
final class CreationOrder {
    private CreationOrder() {}

    static int of(ObjectKind kind) {
        return switch (kind) {
            case SCHEMA -> 0;
            case EXTENSION -> 1;
            case LANGUAGE -> 2;
            case COLLATION -> 3;
            case TYPE -> 4;
            case DOMAIN -> 5;
            case SEQUENCE -> 6;
            case FUNCTION -> 7;
            case PROCEDURE -> 8;
            case CAST -> 9;
            case OPERATOR -> 10;
            case OPERATOR_FAMILY -> 11;
            case OPERATOR_CLASS -> 12;
            case AGGREGATE -> 13;
            case CONVERSION -> 14;
            case TRANSFORM -> 15;
            case ACCESS_METHOD -> 16;
            case TEXT_SEARCH_PARSER -> 17;
            case TEXT_SEARCH_TEMPLATE -> 18;
            case TEXT_SEARCH_DICTIONARY -> 19;
            case TEXT_SEARCH_CONFIGURATION -> 20;
            case FOREIGN_DATA_WRAPPER -> 21;
            case SERVER -> 22;
            case USER_MAPPING -> 23;
            case TABLE -> 24;
            case FOREIGN_TABLE -> 25;
            case VIEW -> 26;
            case MATERIALIZED_VIEW -> 27;
            case PUBLICATION -> 28;
            case SUBSCRIPTION -> 29;
            case EVENT_TRIGGER -> 30;
            case DEFAULT_PRIVILEGES -> 31;
        };
    }
}
