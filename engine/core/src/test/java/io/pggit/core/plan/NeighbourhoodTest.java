package io.pggit.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.fold.Rename;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.PlanOptions;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NeighbourhoodTest {
    private static final String COLUMNS = "'columns': {'id': {'type': 'integer'}}, 'column_order': ['id']";

    @Test
    void whatUsesAChangeIsInAndWhatElseTheyUseIsAround() {
        SideOfPlan before =
                schema("").with(ObjectKind.VIEW, "v", view("t", "u")).with(ObjectKind.VIEW, "w", view("v"));
        SideOfPlan after = schema(", 'comment': 'new'")
                .with(ObjectKind.VIEW, "v", view("t", "u"))
                .with(ObjectKind.VIEW, "w", view("v"));

        Neighbourhood around = Neighbourhood.of(before.objects(), after.objects(), List.of());

        assertEquals(
                Set.of(table("t"), SideOfPlan.id(ObjectKind.VIEW, "v"), SideOfPlan.id(ObjectKind.VIEW, "w")),
                around.after().keySet());
        assertEquals(Set.of(table("u")), around.around().keySet());
    }

    @Test
    void equalTreesHaveNone() {
        SideOfPlan side = schema("");

        assertEquals(
                new Neighbourhood(new TreeMap<>(), new TreeMap<>(), new TreeMap<>()),
                Neighbourhood.of(side.objects(), side.objects(), List.of()));
    }

    /** The name is given up and taken again, so that the facts of both are alike. */
    @Test
    void whatHasANewNameIsInThoughSomethingEqualHasTheOldOne() {
        SideOfPlan before = new SideOfPlan().with(ObjectKind.TABLE, "t", "{" + COLUMNS + "}");
        SideOfPlan after = new SideOfPlan()
                .with(ObjectKind.TABLE, "t", "{" + COLUMNS + "}")
                .with(ObjectKind.TABLE, "u", "{" + COLUMNS + "}");
        Rename rename = new Rename("table", table("u"), "public.t", "public.u");

        Neighbourhood around = Neighbourhood.of(before.objects(), after.objects(), List.of(rename));

        assertEquals(Set.of(table("t")), around.before().keySet());
        assertEquals(
                List.of("ALTER TABLE public.t RENAME TO u", "CREATE TABLE public.t (\n    id integer\n)"),
                Planner.plan(before.objects(), after.objects(), List.of(rename), PlanOptions.forServer(18))
                        .sql());
    }

    @Test
    void aNewTableLocksTheOldOneItPointsAt() {
        SideOfPlan before = new SideOfPlan().with(ObjectKind.TABLE, "old", "{" + COLUMNS + "}");
        SideOfPlan after = new SideOfPlan()
                .with(ObjectKind.TABLE, "old", "{" + COLUMNS + "}")
                .with(
                        ObjectKind.TABLE,
                        "fresh",
                        "{" + COLUMNS + ", 'depends_on': ['table public.old'], 'constraints': {'to_old': {"
                                + "'type': 'foreign_key', 'definition': 'FOREIGN KEY (id) REFERENCES public.old(id)'}}}");

        Plan plan = sameAsOfTheWhole(before, after);

        assertEquals(
                LockMode.SHARE_ROW_EXCLUSIVE,
                plan.statements().get(plan.statements().size() - 1).lock());
    }

    @Test
    void aKeyThatGoesFromOnePartitionGoesFromAllAndFromTheTableAbove() {
        SideOfPlan before = partitions(key("c", ", 'partition_of': 'public.p_pkey'"));
        SideOfPlan after = partitions("");

        Plan plan = sameAsOfTheWhole(before, after);

        assertEquals("ALTER TABLE public.p DROP CONSTRAINT p_pkey", plan.sql().get(0));
    }

    /** The plan, once it is proved to be that of the whole trees. */
    private static Plan sameAsOfTheWhole(SideOfPlan before, SideOfPlan after) {
        PlanOptions options = PlanOptions.forServer(18);
        Plan plan = Planner.plan(before.objects(), after.objects(), options);
        Neighbourhood whole = new Neighbourhood(before.objects(), after.objects(), new TreeMap<>());
        assertEquals(Planner.plan(whole, List.of(), options), plan);
        return plan;
    }

    private static SideOfPlan schema(String more) {
        return new SideOfPlan()
                .with(ObjectKind.TABLE, "t", "{" + COLUMNS + ", 'depends_on': ['schema public']" + more + "}")
                .with(ObjectKind.TABLE, "u", "{" + COLUMNS + ", 'depends_on': ['schema public']}")
                .with(ObjectKind.TABLE, "elsewhere", "{" + COLUMNS + ", 'depends_on': ['schema public']}");
    }

    private static String view(String... of) {
        return "{" + COLUMNS + ", 'query': ' SELECT id FROM " + String.join(", ", of)
                + "', 'depends_on': ['schema public'," + " 'table public." + String.join("', 'table public.", of)
                + "', 'view public." + of[0] + "']}";
    }

    private static SideOfPlan partitions(String keyOfOne) {
        return new SideOfPlan()
                .with(
                        ObjectKind.TABLE,
                        "p",
                        "{" + COLUMNS + ", 'partition_by': 'RANGE (id)', 'constraints': {" + key("p", "") + "}}")
                .with(ObjectKind.TABLE, "c", partition(1, keyOfOne))
                .with(ObjectKind.TABLE, "d", partition(2, key("d", ", 'partition_of': 'public.p_pkey'")));
    }

    private static String partition(int from, String key) {
        return "{'columns': {'id': {'type': 'integer', 'inherited': true}}, 'column_order': ['id'], 'partition_of': {"
                + "'parent': 'public.p', 'bound': 'FOR VALUES FROM (" + from + ") TO (" + (from + 1) + ")'}"
                + ", 'depends_on': ['table public.p'], 'constraints': {" + key + "}}";
    }

    private static String key(String table, String index) {
        return "'" + table + "_pkey': {'type': 'primary_key', 'definition': 'PRIMARY KEY (id)', 'inherited': "
                + !index.isEmpty() + ", 'index': {'method': 'btree'" + index + "}}";
    }

    private static ObjectId table(String name) {
        return SideOfPlan.id(ObjectKind.TABLE, name);
    }
}
