package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.Step;
import java.util.ArrayList;
import java.util.List;

/** The labels of an enum: new ones are added in place, anything else needs a new type. */
final class EnumLabels {
    private EnumLabels() {}

    static Change change(Part before, Part after) {
        List<String> old = before.attributes().list("labels");
        List<String> labels = after.attributes().list("labels");
        if (!labels.stream().filter(old::contains).toList().equals(old)) {
            return new Change.Swap();
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            if (!old.contains(labels.get(i))) {
                steps.add(Step.of("ALTER " + Names.statementTarget(after.id().object()) + " ADD VALUE "
                                + Names.literal(labels.get(i)) + place(labels, i, old))
                        .in(Step.Transaction.COMMIT_BEFORE_USE));
            }
        }
        return Change.inPlace(steps);
    }

    private static String place(List<String> labels, int i, List<String> old) {
        boolean last = labels.subList(i, labels.size()).stream().noneMatch(old::contains);
        if (last) {
            return "";
        }
        return i > 0
                ? " AFTER " + Names.literal(labels.get(i - 1))
                : " BEFORE "
                        + Names.literal(labels.stream()
                                .filter(old::contains)
                                .findFirst()
                                .orElseThrow());
    }
}
