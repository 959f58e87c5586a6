package io.pggit.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pggit.core.Seeds;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.fold.Rename;
import io.pggit.core.merge.ModelSchema;
import io.pggit.core.plan.part.PlanOptions;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What lies outside a neighbourhood makes no difference. */
class NeighbourhoodProperties {
    private static final PlanOptions OPTIONS = PlanOptions.forServer(18);

    @Test
    void theWayBetweenWholeTreesIsTheSame() {
        int[] smaller = {0};
        Seeds.holds(1_000, random -> {
            ModelSchema base = ModelSchema.random(random).edited(random, 60);
            ModelSchema edited = base.branch(1).edited(random, 1 + random.nextInt(4));
            SortedMap<ObjectId, Facts> before = base.facts();
            SortedMap<ObjectId, Facts> after = edited.facts();
            List<Rename> renames = random.nextInt(4) == 0
                    ? List.of()
                    : edited.renamesSince(base).inOrder();
            Neighbourhood whole = new Neighbourhood(before, after, new TreeMap<>());

            Migration migration = Migration.between(before, after, renames, OPTIONS);

            assertEquals(Migration.between(whole, before, after, renames, OPTIONS), migration);
            smaller[0] += Neighbourhood.of(before, after, renames).allAfter().size() < after.size() ? 1 : 0;
        });
        System.out.println("neighbourhoods smaller than their trees: " + smaller[0]);
    }
}
