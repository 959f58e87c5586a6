package io.pggit.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.plan.part.Misplaced;
import io.pggit.core.plan.part.PlanOptions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** In which order things are made, and what cannot be put in order. */
class OrderTest {
    @Test
    void columnsAreAddedInTheOrderInWhichTheyShallStand() {
        SideOfPlan after = table(
                "t",
                "'columns': {'id': {'type': 'integer'}, 'z': {'type': 'text'}, 'a': {'type': 'text'}},"
                        + "'column_order': ['id', 'z', 'a']");

        Plan plan = plan(table("t", "'columns': {'id': {'type': 'integer'}}, 'column_order': ['id']"), after);

        assertEquals(
                List.of("ALTER TABLE public.t ADD COLUMN z text", "ALTER TABLE public.t ADD COLUMN a text"),
                plan.sql());
        assertEquals(List.of(), plan.misplaced());
    }

    @Test
    void columnsThatWillStandInAnotherOrderAreTold() {
        String columns = "'columns': {'a': {'type': 'integer'}, 'b': {'type': 'text'}}, 'column_order': [%s]";
        String attributes =
                "'variant': 'composite', 'attributes': {'a': {'type': 'integer'}, 'b': {'type': 'text'}}, 'attribute_order': [%s]";
        SideOfPlan before = table("t", columns.formatted("'a', 'b'"))
                .with(ObjectKind.TYPE, "c", "{" + attributes.formatted("'a', 'b'") + "}");
        SideOfPlan after = table("t", columns.formatted("'b', 'a'"))
                .with(ObjectKind.TYPE, "c", "{" + attributes.formatted("'b', 'a'") + "}");

        Plan plan = plan(before, after);

        assertTrue(plan.isEmpty(), plan::toString);
        assertEquals(
                List.of(
                        "columns of public.t will stand in the order a, b instead of b, a; PostgreSQL cannot reorder them",
                        "columns of public.c will stand in the order a, b instead of b, a; PostgreSQL cannot reorder them"),
                plan.misplaced().stream().map(Misplaced::text).toList());
    }

    @Test
    void aTableThatGoesTakesItsDefaultAlongBeforeTheColumnAboveGetsAnotherType() {
        String column = "'columns': {'c': {'type': '%s'%s}}";
        String below = ", 'inherited': true, 'local': false";
        SideOfPlan before = table("z", column.formatted("boolean", ""))
                .with(ObjectKind.TABLE, "y", "{" + column.formatted("boolean", below) + ", 'inherits': ['public.z']}")
                .with(
                        ObjectKind.TABLE,
                        "x",
                        "{" + column.formatted("boolean", below + ", 'default': 'false'")
                                + ", 'inherits': ['public.y']}");
        SideOfPlan after = table("z", column.formatted("date", ""))
                .with(ObjectKind.TABLE, "y", "{" + column.formatted("date", below) + ", 'inherits': ['public.z']}");

        assertEquals(
                List.of(
                        "DROP TABLE public.x",
                        "ALTER TABLE public.z ALTER COLUMN c SET DATA TYPE date USING c::text::date"),
                plan(before, after).sql());
    }

    @Test
    void aTransformStepsAsideForARoutineThatShallNotUseIt() {
        SideOfPlan before = transformed(", 'depends_on': ['transform for public.spot on language plperl']");
        SideOfPlan after = transformed("");

        List<String> sql = Planner.plan(before.objects(), after.objects(), PlanOptions.forServer(17))
                .sql();

        assertEquals(
                List.of(
                        "DROP FUNCTION public.f(public.spot)",
                        "DROP TRANSFORM FOR public.spot LANGUAGE plperl",
                        "CREATE FUNCTION f",
                        "CREATE TRANSFORM FOR public.spot LANGUAGE plperl (TO SQL WITH FUNCTION to_spot)"),
                sql);
        assertEquals(
                List.of("CREATE FUNCTION f"),
                Planner.plan(after.objects(), before.objects(), PlanOptions.forServer(17))
                        .sql());
    }

    private static SideOfPlan table(String name, String facts) {
        return new SideOfPlan().with(ObjectKind.TABLE, name, "{" + facts + "}");
    }

    private static Plan plan(SideOfPlan before, SideOfPlan after) {
        return Planner.plan(before.objects(), after.objects(), PlanOptions.forServer(18));
    }

    private static SideOfPlan transformed(String use) {
        return new SideOfPlan()
                .with(
                        new ObjectId(ObjectKind.FUNCTION, Optional.of("public"), "f", Optional.of("public.spot")),
                        "{'language': 'plperl', 'arguments': 'a public.spot', 'returns': 'integer',"
                                + "'definition': 'CREATE FUNCTION f'" + use + "}")
                .with(
                        new ObjectId(ObjectKind.TRANSFORM, Optional.empty(), "public.spot", Optional.of("plperl")),
                        "{'to_sql': 'to_spot'}");
    }
}
