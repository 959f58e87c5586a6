package io.pggit.core.plan.order;

import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.Step;
import java.util.List;

/**
 * What happens to one part.
 *
 * @param verb what
 * @param steps the statements of {@link Verb#ALTER}; else none
 * @param reach who notices an alteration
 */
public record Fate(Verb verb, List<Step> steps, Change.Reach reach) {
    public static Fate of(Verb verb) {
        return new Fate(verb, List.of(), Change.Reach.ITSELF);
    }
}
