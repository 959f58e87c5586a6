package io.pggit.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.fold.Rename;
import io.pggit.core.plan.part.PlanOptions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenamingTest {
    private static final String DEPENDING = ", 'depends_on': ['type public.colour']";

    @Test
    void aRenamedLabelTakesAlongTheConstantsThatSpellItAndNothingElse() {
        String labels = "{'variant': 'enum', 'labels': ['%s', 'green']}";
        String columns = "'columns': {'c': {'type': 'public.colour', 'default': '\\u0027%1$s\\u0027::public.colour'},"
                + "'cs': {'type': 'public.colour[]', 'default': '\\u0027{%1$s,green}\\u0027::public.colour[]'},"
                + "'t': {'type': 'text', 'default': '\\u0027%1$s\\u0027::text'}}, 'column_order': ['c', 'cs', 't']";
        ObjectId colour = SideOfPlan.id(ObjectKind.TYPE, "colour");
        SideOfPlan before = table("t", columns.formatted("red") + DEPENDING).with(colour, labels.formatted("red"));
        SideOfPlan after = table("t", columns.formatted("dark") + DEPENDING).with(colour, labels.formatted("dark"));

        assertEquals(
                List.of(
                        "ALTER TYPE public.colour RENAME VALUE 'red' TO 'dark'",
                        "ALTER TABLE public.t ALTER COLUMN t SET DEFAULT 'dark'::text"),
                sql(before, after, List.of()));
    }

    @Test
    void aBoundFollowsALabelInTheColumnsOfItsType() {
        String labels = "{'variant': 'enum', 'labels': ['%s']}";
        String columns =
                "'columns': {'n': {'type': 'text'}, 'c': {'type': 'public.colour'}}, 'column_order': ['n', 'c']";
        String part = "{" + columns + DEPENDING + ", 'partition_of': {'parent': 'public.whole', 'bound':"
                + "'FOR VALUES FROM (\\u0027red\\u0027, \\u0027%s\\u0027) TO (MAXVALUE, MAXVALUE)'}}";
        ObjectId colour = SideOfPlan.id(ObjectKind.TYPE, "colour");
        String whole = columns + DEPENDING + ", 'partition_by': 'RANGE (n, c)'";
        SideOfPlan before = table("whole", whole).with(ObjectKind.TABLE, "part", part.formatted("red"));
        SideOfPlan after = table("whole", whole).with(ObjectKind.TABLE, "part", part.formatted("dark"));

        assertEquals(
                List.of("ALTER TYPE public.colour RENAME VALUE 'red' TO 'dark'"),
                sql(
                        before.with(colour, labels.formatted("red")),
                        after.with(colour, labels.formatted("dark")),
                        List.of()));
    }

    @Test
    void aSequenceThatMovesWithoutItsTableIsReleasedFirst() {
        ObjectId sequence = new ObjectId(ObjectKind.SEQUENCE, Optional.of("n"), "s", Optional.empty());
        ObjectId schema = new ObjectId(ObjectKind.SCHEMA, Optional.empty(), "n", Optional.empty());
        String table = "'columns': {'id': {'type': 'integer'}}, 'column_order': ['id']";
        String facts = "'type': 'bigint', 'start': 1, 'increment': 1, 'min': 1, 'max': 9, 'cache': 1";
        String owner = ", 'owned_by': {'schema': 'public', 'table': 't', 'column': 'id'}";
        SideOfPlan before =
                table("t", table).with(schema, "{}").with(ObjectKind.SEQUENCE, "s", "{" + facts + owner + "}");
        SideOfPlan after = table("t", table).with(schema, "{}").with(sequence, "{" + facts + "}");

        assertEquals(
                List.of("ALTER SEQUENCE public.s OWNED BY NONE", "ALTER SEQUENCE public.s SET SCHEMA n"),
                sql(before, after, List.of(new Rename("sequence", sequence, "public.s", "n.s"))));
    }

    private static SideOfPlan table(String name, String facts) {
        return new SideOfPlan().with(ObjectKind.TABLE, name, "{" + facts + "}");
    }

    private static List<String> sql(SideOfPlan before, SideOfPlan after, List<Rename> renames) {
        return Planner.plan(before.objects(), after.objects(), renames, PlanOptions.forServer(18))
                .sql();
    }
}
