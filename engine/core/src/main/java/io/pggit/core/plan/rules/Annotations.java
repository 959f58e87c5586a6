package io.pggit.core.plan.rules;

import io.pggit.core.facts.Attributes;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.Step;
import java.util.ArrayList;
import java.util.List;

/** What can be said about parts of any kind without changing them: comments and security labels. */
public final class Annotations {
    private Annotations() {}

    /** What is said of a part that has just been created. */
    public static List<Step> create(Part part) {
        return change(new Part(part.id(), Attributes.NONE, part.uses()), part);
    }

    /** From what is said on one side to what is said on the other. */
    public static List<Step> change(Part before, Part after) {
        Attributes old = before.attributes();
        Attributes now = after.attributes();
        return old.same(now, "comment") && old.same(now, SecurityLabels.ATTRIBUTE)
                ? List.of()
                : change(Comments.target(after.id()), old, now);
    }

    /** Whether two parts differ in nothing else. */
    public static boolean alone(Part before, Part after) {
        return before.attributes().sameBut(after.attributes(), "comment", SecurityLabels.ATTRIBUTE);
    }

    static List<Step> change(String target, Attributes before, Attributes after) {
        List<Step> steps = new ArrayList<>(Comments.change(target, before, after, "comment"));
        steps.addAll(SecurityLabels.change(target, before, after));
        return steps;
    }
}
