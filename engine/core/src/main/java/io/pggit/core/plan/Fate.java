package io.pggit.core.plan;

import java.util.List;

/**
 * What happens to one part.
 *
 * @param verb what
 * @param steps the statements of {@link Verb#ALTER}; else none
 * @param reach who notices an alteration
 */
record Fate(Verb verb, List<Step> steps, Change.Reach reach) {
    static Fate of(Verb verb) {
        return new Fate(verb, List.of(), Change.Reach.ITSELF);
    }
}
