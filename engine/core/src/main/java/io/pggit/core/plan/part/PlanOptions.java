package io.pggit.core.plan.part;

import java.util.Optional;

/**
 * What a plan is made for.
 *
 * @param serverVersion major version of the server that will run it, such as 18
 * @param runner the role that will run it, which owns what it creates; empty: unknown, every owner is set
 * @param style whether statements that block clients may be replaced by longer ways that do not
 */
public record PlanOptions(int serverVersion, Optional<String> runner, Style style) {
    /** How much a plan may stand in the way of clients. */
    public enum Style {
        /** As few statements as possible, as few transactions as possible. */
        DIRECT,
        /** As {@link #DIRECT}, and all of it in one transaction: an enum that gets labels is made anew. */
        ONE_TRANSACTION,
        /** CONCURRENTLY, NOT VALID and VALIDATE: more statements, shorter locks. */
        ONLINE
    }

    /** Direct, for a role that is not known. */
    public static PlanOptions forServer(int version) {
        return new PlanOptions(version, Optional.empty(), Style.DIRECT);
    }

    /** The same for a role. */
    public PlanOptions runBy(String role) {
        return new PlanOptions(serverVersion, Optional.of(role), style);
    }

    /** The same in another style. */
    public PlanOptions in(Style other) {
        return new PlanOptions(serverVersion, runner, other);
    }

    /** Whether everything has to happen in one transaction. */
    public boolean inOneTransaction() {
        return style == Style.ONE_TRANSACTION;
    }

    /** Whether blocking statements are to be avoided. */
    public boolean online() {
        return style == Style.ONLINE;
    }
}
