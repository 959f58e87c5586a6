package io.pggit.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.capture.catalog.Catalog;
import io.pggit.core.ddl.Names;
import io.pggit.core.diff.AttributeChange;
import io.pggit.core.diff.ObjectDifference;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.plan.part.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whether two databases are the same, the order of columns apart: PostgreSQL cannot change it without a new table. */
public final class Equivalence {
    private Equivalence() {}

    /** What differs, for people, one line each; none when they are the same. */
    public static List<String> differences(Catalog one, Catalog other) {
        List<String> lines = new ArrayList<>();
        for (ObjectDifference difference :
                ObjectDifference.between(withoutOrder(one.objects()), withoutOrder(other.objects()))) {
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

    private static SortedMap<ObjectId, Facts> withoutOrder(SortedMap<ObjectId, Facts> objects) {
        SortedMap<ObjectId, Facts> same = new TreeMap<>();
        objects.forEach((id, facts) -> same.put(id, withoutOrder(id, facts)));
        return same;
    }

    private static Facts withoutOrder(ObjectId id, Facts facts) {
        ObjectNode tree = facts.tree();
        if (id.kind() == ObjectKind.TABLE) {
            tree.remove("column_order");
        }
        tree.remove("attribute_order");
        return Facts.of(tree);
    }
}
