package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.ddl.TypeDdl;
import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The attributes of a composite type. */
final class CompositeAttributes {
    private CompositeAttributes() {}

    static Change change(Part before, Part after, Situation situation) {
        SortedMap<String, Attributes> old = before.attributes().trees("attributes");
        SortedMap<String, Attributes> now = after.attributes().trees("attributes");
        String alter = "ALTER " + Names.statementTarget(after.id().object()) + " ";
        String cascade = hasTables(after.id(), situation) ? " CASCADE" : "";
        boolean inColumns = situation.before().users(before.id()).stream()
                .anyMatch(user -> user.kind() == PartKind.COLUMN
                        || user.kind() == PartKind.OBJECT && user.object().kind() == ObjectKind.TYPE);
        List<Step> steps = new ArrayList<>();
        for (String name : before.attributes().list("attribute_order")) {
            if (!now.containsKey(name)) {
                steps.add(Step.of(alter + "DROP ATTRIBUTE " + Names.quoted(name) + cascade)
                        .loses("attribute " + Names.quoted(name) + " of "
                                + Names.qualified(after.id().object())));
            } else if (!before.attributes()
                    .member("attributes", name)
                    .sameBut(now.get(name), "comment", SecurityLabels.ATTRIBUTE)) {
                if (inColumns && cascade.isEmpty()) {
                    return new Change.Swap();
                }
                steps.add(Step.of(alter + "ALTER ATTRIBUTE " + Names.quoted(name) + " TYPE "
                        + TypeDdl.attributeType(now.get(name)) + cascade));
            }
        }
        for (String name : after.attributes().list("attribute_order")) {
            if (!old.containsKey(name)) {
                steps.add(Step.of(alter + "ADD ATTRIBUTE " + Names.quoted(name) + " "
                        + TypeDdl.attributeType(now.get(name)) + cascade));
            }
        }
        steps.addAll(annotations(after.id(), old, now));
        return Change.inPlace(steps);
    }

    static List<Step> annotations(PartId type, SortedMap<String, Attributes> old, SortedMap<String, Attributes> now) {
        List<Step> steps = new ArrayList<>();
        now.forEach((name, attribute) -> Annotations.change(
                        "COLUMN " + Names.qualified(type.object()) + "." + Names.quoted(name),
                        old.getOrDefault(name, Attributes.NONE),
                        attribute)
                .forEach(step -> steps.add(step.locks(LockMode.NONE))));
        return steps;
    }

    private static boolean hasTables(PartId type, Situation situation) {
        return situation.before().users(type).stream()
                .anyMatch(user -> user.kind() == PartKind.OBJECT
                        && user.object().kind() == ObjectKind.TABLE
                        && situation.before().attributes(user).has("of_type"));
    }
}
