package io.pggit.sql.answer;

import io.pggit.core.ddl.Names;
import io.pggit.core.diff.ColumnOrder;
import io.pggit.core.diff.ObjectDifference;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.runtime.repository.History;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What sessions with {@code pggit.branch} set committed to other branches: live, recorded, but not in HEAD's tree. */
final class Elsewhere {
    private Elsewhere() {}

    /** Objects that are recorded otherwise than HEAD's tree has them, by identity. */
    static List<ObjectDifference> of(History history) {
        return ObjectDifference.between(
                ColumnOrder.removed(history.facts("HEAD")), ColumnOrder.removed(history.live()));
    }

    /**
     * Makes sure that a plan from the live schema to {@code target} takes none of it back.
     *
     * @param question whose argument {@code elsewhere} says whether there may be any
     * @return what there is of it: no statement brings it into HEAD's tree, since it is live
     * @throws QuestionRefused when it does
     */
    static Set<ObjectId> keep(Question question, History history, SortedMap<ObjectId, Facts> target)
            throws QuestionRefused {
        if (!question.args().path("elsewhere").asBoolean()) {
            return Set.of();
        }
        SortedMap<ObjectId, Facts> live = ColumnOrder.removed(history.live());
        SortedMap<ObjectId, Facts> after = ColumnOrder.removed(target);
        Set<ObjectId> elsewhere = of(history).stream().map(ObjectDifference::id).collect(Collectors.toSet());
        List<ObjectId> lost = elsewhere.stream()
                .sorted()
                .filter(id -> live.containsKey(id) && !live.get(id).equals(after.get(id)))
                .toList();
        if (!lost.isEmpty()) {
            throw new QuestionRefused(
                    "55000",
                    "Live schema differs from HEAD in: "
                            + lost.stream().map(Names::qualified).collect(Collectors.joining(", ")),
                    "Sessions with pggit.branch set committed that to other branches.",
                    "Check out a branch, also the current one: that makes the live schema its schema.");
        }
        return elsewhere;
    }
}
