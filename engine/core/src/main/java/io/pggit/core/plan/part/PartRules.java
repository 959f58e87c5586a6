package io.pggit.core.plan.part;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How parts of one kind are created, dropped and changed. Comments are not their business. */
public interface PartRules {
    /**
     * The statements that create a part.
     *
     * @param part the part, of the after side
     * @param with parts of the after side that shall come with it, because its kind can say them in the same statement
     */
    List<Step> create(Part part, Set<PartId> with, Situation situation);

    /** What a part will not be like although its facts say so, once it is created; for people. */
    default Optional<String> shortcoming(Part part, Situation situation) {
        return Optional.empty();
    }

    /** Why a part cannot be created at all; for people. What uses it cannot be created either. */
    default Optional<String> obstacle(Part part, Situation situation) {
        return Optional.empty();
    }

    /** What the statement that carried this part could not say; part of {@link #create} otherwise. */
    default List<Step> afterwards(Part part, Situation situation) {
        return List.of();
    }

    /** The statements that drop a part of the before side. */
    List<Step> drop(Part part, Situation situation);

    /** What a part of the before side is by the time it is changed itself, because something else it goes with has changed. */
    default Part led(Part before, Situation situation) {
        return before;
    }

    /** The way from one set of attributes to another. */
    Change change(Part before, Part after, Situation situation);
}
