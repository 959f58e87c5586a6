package io.pggit.core.plan.order;

import io.pggit.core.plan.order.Action.Deed;
import java.util.SortedSet;
import java.util.TreeSet;

/** The actions that fates come to. */
public final class Actions {
    private Actions() {}

    public static SortedSet<Action> of(Fates fates) {
        SortedSet<Action> actions = new TreeSet<>();
        fates.all().forEach((part, fate) -> {
            switch (fate.verb()) {
                case KEEP -> {}
                case CREATE -> actions.add(new Action(part, Deed.CREATE));
                case ALTER -> actions.add(new Action(part, Deed.ALTER));
                case DROP -> actions.add(new Action(part, Deed.DROP));
                case REPLACE -> {
                    actions.add(new Action(part, Deed.DROP));
                    actions.add(new Action(part, Deed.CREATE));
                }
                case SWAP -> {
                    actions.add(new Action(part, Deed.RETIRE));
                    actions.add(new Action(part, Deed.CREATE));
                    actions.add(new Action(part, Deed.DROP));
                }
            }
        });
        return actions;
    }
}
