package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.diff.ObjectDifference;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.merge.MergeResult;
import io.pggit.core.merge.Unproved;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether a schema is what a merge promised. The order of columns is PostgreSQL's, what an object uses follows from the
 * rest, and a text merged by line is as PostgreSQL writes it.
 */
final class LiveCheck {
    private static final Set<String> FOLLOWS = Set.of("column_order", "attribute_order", "depends_on", "uses");

    private LiveCheck() {}

    /** What is otherwise, for people, an element per attribute; none when all is as promised. */
    static List<String> differences(MergeResult promised, SortedMap<ObjectId, Facts> found) {
        Set<ObjectId> rewritten = new TreeSet<>();
        promised.unproved().stream().map(Unproved::object).forEach(rewritten::add);
        List<String> differences = new ArrayList<>();
        for (ObjectDifference difference : ObjectDifference.between(bare(promised.merged()), bare(found))) {
            String object = Names.statementTarget(difference.id());
            switch (difference.side()) {
                case ONLY_BEFORE -> differences.add(object + " is not there");
                case ONLY_AFTER -> differences.add(object + " is there");
                case BOTH -> {
                    if (!rewritten.contains(difference.id())) {
                        difference.attributes().forEach(change -> differences.add(object + ": " + change.pathText()));
                    }
                }
            }
        }
        return differences;
    }

    private static SortedMap<ObjectId, Facts> bare(SortedMap<ObjectId, Facts> objects) {
        SortedMap<ObjectId, Facts> bare = new TreeMap<>();
        objects.forEach((id, facts) -> {
            ObjectNode tree = facts.tree();
            tree.remove(FOLLOWS);
            tree.path("indexes").forEach(index -> ((ObjectNode) index).remove(FOLLOWS));
            bare.put(id, Facts.of(tree));
        });
        return bare;
    }
}
