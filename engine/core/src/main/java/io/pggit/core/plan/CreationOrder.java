package io.pggit.core.plan;

import io.pggit.core.facts.ObjectKind;

/** The order in which kinds of objects are usually created; it breaks ties, the graph decides. */
final class CreationOrder {
    private CreationOrder() {}

    static int of(ObjectKind kind) {
        return switch (kind) {
            case SCHEMA -> 0;
            case EXTENSION -> 1;
            case TYPE -> 2;
            case DOMAIN -> 3;
            case SEQUENCE -> 4;
            case FUNCTION -> 5;
            case PROCEDURE -> 6;
            case AGGREGATE -> 7;
            case TABLE -> 8;
            case VIEW -> 9;
            case MATERIALIZED_VIEW -> 10;
        };
    }
}
