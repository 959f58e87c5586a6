package io.pggit.runtime.repository;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.plan.Planner;
import io.pggit.core.plan.part.PlanOptions;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How long a large plan takes. Argument: number of actions. */
final class PlanBenchmark {
    private static final PlanOptions OPTIONS = PlanOptions.forServer(18);

    private final Targets targets;

    PlanBenchmark(Targets targets) {
        this.targets = targets;
    }

    public static void main(String[] arguments) {
        Targets targets = new Targets();
        new PlanBenchmark(targets).run(Integer.parseInt(arguments[0]));
        targets.sum();
    }

    /** Half of the actions make tables, a quarter retype a column, a quarter add one. */
    void run(int actions) {
        SortedMap<ObjectId, Facts> before = new TreeMap<>();
        SortedMap<ObjectId, Facts> after = new TreeMap<>();
        for (int i = 0; i < actions; i++) {
            ObjectId id = new ObjectId(
                    ObjectKind.TABLE, Optional.of("public"), String.format(Locale.ROOT, "t%04d", i), Optional.empty());
            if (i % 4 < 2) {
                before.put(id, table("integer", 5));
            }
            after.put(id, i % 4 == 0 ? table("bigint", 5) : i % 4 == 1 ? table("integer", 6) : table("integer", 5));
        }
        int planned = Planner.plan(before, after, OPTIONS).statements().size();
        if (planned < actions) {
            throw new IllegalStateException("only " + planned + " statements");
        }
        targets.atMost(
                String.format(Locale.ROOT, "plan of %,d statements", planned),
                Targets.milliseconds(() -> Planner.plan(before, after, OPTIONS)),
                300,
                "ms");
    }

    private static Facts table(String type, int columns) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode().put("owner", "ann");
        for (int i = 1; i <= columns; i++) {
            facts.withObject("/columns").putObject("c" + i).put("type", i == 5 ? type : "text");
            facts.withArray("/column_order").add("c" + i);
        }
        facts.withObject("/constraints")
                .putObject("pk")
                .put("type", "primary_key")
                .put("definition", "PRIMARY KEY (c1)");
        return Facts.of(facts);
    }
}
