package io.pggit.core.plan.order;

import java.util.List;

/** Actions that all wait for each other. */
public final class CircularPlan extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names the actions. */
    public CircularPlan(List<String> actions) {
        super("no order for: " + String.join("; ", actions));
    }
}
