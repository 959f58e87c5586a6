package io.pggit.proof;

import io.pggit.capture.catalog.Catalog;
import io.pggit.core.ddl.Names;
import io.pggit.core.diff.AttributeChange;
import io.pggit.core.diff.ColumnOrder;
import io.pggit.core.diff.ObjectDifference;
import io.pggit.core.plan.part.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Whether two databases are the same, the order of columns apart: PostgreSQL cannot change it without a new table. */
public final class Equivalence {
    private Equivalence() {}

    /** What differs, for people, one line each; none when they are the same. */
    public static List<String> differences(Catalog one, Catalog other) {
        List<String> lines = new ArrayList<>();
        for (ObjectDifference difference :
                ObjectDifference.between(ColumnOrder.removed(one.objects()), ColumnOrder.removed(other.objects()))) {
            String object = Names.statementTarget(difference.id());
            switch (difference.side()) {
                case ONLY_BEFORE -> lines.add(object + " is only in the first");
                case ONLY_AFTER -> lines.add(object + " is only in the second");
                case BOTH -> difference.attributes().forEach(change -> lines.add(object + ": " + text(change)));
            }
        }
        one.unmodelled().stream()
                .filter(object -> !other.unmodelled().contains(object))
                .forEach(object -> lines.add(object + " is only in the first"));
        other.unmodelled().stream()
                .filter(object -> !one.unmodelled().contains(object))
                .forEach(object -> lines.add(object + " is only in the second"));
        return lines;
    }

    /** The same without what differs in objects a plan has refused to change, or to change completely. */
    public static List<String> differences(Catalog one, Catalog other, List<Refusal> refused) {
        return differences(one, other).stream()
                .filter(line -> refused.stream().noneMatch(refusal -> line.startsWith(whole(refusal.object()))))
                .toList();
    }

    private static String whole(String object) {
        int of = object.lastIndexOf(" of ");
        return of < 0 ? object : object.substring(of + 4);
    }

    private static String text(AttributeChange change) {
        return change.pathText() + " is "
                + change.before().map(Object::toString).orElse("absent") + " and "
                + change.after().map(Object::toString).orElse("absent");
    }
}
