package io.pggit.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.core.facts.CorruptFacts;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.facts.Ties;
import io.pggit.core.fold.Rename;
import io.pggit.core.plan.order.CircularPlan;
import io.pggit.core.plan.part.Hazard;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.PlanOptions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PlannerTest {
    private static final String ID = "'columns': {'id': {'type': 'integer'}}, 'column_order': ['id']";

    private static final String SEQUENCE =
            "'type': 'bigint', 'start': 1, 'increment': 1, 'min': 1, 'max': 9, 'cache': 1";

    @Test
    void equalSidesNeedNothing() {
        SideOfPlan side = table("t", ID);

        assertTrue(plan(side, side).isEmpty());
    }

    @Test
    void labelsOfTablesAndColumnsAreSetChangedAndRemoved() {
        SideOfPlan before = table("t", ID + ", 'security_labels': {'a': 'old', 'b': 'kept', 'c': 'gone'}");
        SideOfPlan after = table(
                "t",
                "'columns': {'id': {'type': 'integer', 'security_labels': {'a': 'it\\u0027s'}}}, 'column_order': ['id'],"
                        + "'security_labels': {'a': 'new', 'b': 'kept'}");

        Plan plan = plan(before, after);

        assertEquals(
                List.of(
                        "SECURITY LABEL FOR a ON TABLE public.t IS 'new'",
                        "SECURITY LABEL FOR c ON TABLE public.t IS NULL",
                        "SECURITY LABEL FOR a ON COLUMN public.t.id IS 'it''s'"),
                plan.sql());
        assertTrue(plan.hazards().contains(Hazard.AUTHZ_UPDATE));
    }

    @Test
    void aNewTableGetsItsLabelsToo() {
        Plan plan = plan(new SideOfPlan(), table("t", ID + ", 'security_labels': {'a': 'x'}"));

        assertTrue(plan.sql().contains("SECURITY LABEL FOR a ON TABLE public.t IS 'x'"), plan.sql()::toString);
    }

    @Test
    void tablesThatPointAtEachOtherAreMadeBeforeTheirForeignKeys() {
        Plan plan = plan(new SideOfPlan(), twoTables());

        assertEquals(
                List.of(
                        "CREATE TABLE public.a (",
                        "CREATE TABLE public.b (",
                        "ALTER TABLE public.a ADD CONSTRAINT to_b",
                        "ALTER TABLE public.b ADD CONSTRAINT to_a"),
                plan.sql().stream()
                        .map(sql -> sql.replaceFirst("(?s) FOREIGN KEY.*|\\n.*", ""))
                        .toList());
    }

    @Test
    void tablesThatPointAtEachOtherLoseTheirForeignKeysBeforeTheyGo() {
        List<String> sql = plan(twoTables(), new SideOfPlan()).sql();

        int lastKey = Math.max(index(sql, "DROP CONSTRAINT to_a"), index(sql, "DROP CONSTRAINT to_b"));
        int firstTable = Math.min(index(sql, "DROP TABLE public.a"), index(sql, "DROP TABLE public.b"));
        assertTrue(lastKey < firstTable || index(sql, "DROP CONSTRAINT") < firstTable, sql::toString);
    }

    @Test
    void aForeignKeyThatIsAlteredToStepsAsideForTheKeyItUses() {
        String deferrable = "'deferrable': true, 'definition': 'FOREIGN KEY (id) REFERENCES public.b(id) DEFERRABLE'";
        SideOfPlan after = table(
                        "a",
                        pointing("b").replace("'definition': 'FOREIGN KEY (id) REFERENCES public.b(id)'", deferrable))
                .with(
                        ObjectKind.TABLE,
                        "b",
                        "{" + pointing("a").replace("'u'", "'v'").replace("t u'", "t v'") + "}");

        List<String> sql = plan(twoTables(), after).sql();

        assertEquals(
                List.of("ADD CONSTRAINT v", "DROP CONSTRAINT to_b", "ADD CONSTRAINT to_b", "DROP CONSTRAINT u"),
                sql.stream()
                        .map(statement -> statement.replaceFirst("ALTER TABLE \\S+ (\\S+ CONSTRAINT \\S+).*", "$1"))
                        .toList());
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatCannotBeOrderedIsToldAndNotSortedForEver() {
        String inherited =
                ", 'c': {'type': 'integer', 'inherited': true, 'generated': {'kind': 'stored', 'expression': 'f()'}}";
        SideOfPlan before = table("p", ID).with(ObjectKind.TABLE, "q", "{" + ID + ", 'inherits': ['public.p']}");
        SideOfPlan after = table(
                        "p", ID.replace("}}", "}, 'c': {'type': 'integer'}}").replace("['id']", "['id', 'c']"))
                .with(
                        ObjectKind.TABLE,
                        "q",
                        "{" + ID.replace("}}", "}" + inherited + "}").replace("['id']", "['id', 'c']")
                                + ", 'inherits': ['public.p'], 'uses': {'column c': {'function public.f()': []}}}")
                .with(
                        new ObjectId(ObjectKind.FUNCTION, Optional.of("public"), "f", Optional.of("")),
                        "{'language': 'sql', 'returns': 'integer', 'arguments': '', 'body': 'SELECT 1',"
                                + "'uses': {'': {'table public.q': ['c']}}}");

        CircularPlan circular = assertThrows(CircularPlan.class, () -> plan(before, after));

        assertTrue(circular.getMessage().contains("FUNCTION public.f()"), circular::getMessage);
    }

    @Test
    void aViewStepsAsideForAChangeOfTypeAndComesBackWithItsComment() {
        String view = "'query': ' SELECT id FROM t', 'columns': {'id': {'type': '%s'}}, 'column_order': ['id'],"
                + "'comment': 'seen', 'owner': 'o', 'uses': {'': {'table public.t': ['id']}}";
        SideOfPlan before = table("t", ID).with(ObjectKind.VIEW, "v", "{" + view.formatted("integer") + "}");
        SideOfPlan after = table("t", ID.replace("integer", "bigint"))
                .with(ObjectKind.VIEW, "v", "{" + view.formatted("bigint") + "}");

        List<String> sql = plan(before, after).sql();

        assertEquals("DROP VIEW public.v", sql.get(0));
        assertEquals("ALTER TABLE public.t ALTER COLUMN id SET DATA TYPE bigint", sql.get(1));
        assertEquals(
                List.of("CREATE VIEW public.v AS\n SELECT id FROM t", "COMMENT ON VIEW public.v IS 'seen'"),
                sql.subList(2, 4));
    }

    @Test
    void aDefaultBelowStepsAsideForATypeThatComesFromAbove() {
        String column = "'columns': {'id': {'type': '%s'%s}}, 'column_order': ['id']";
        String below = ", 'inherited': true, 'local': false";
        SideOfPlan before = table("p", column.formatted("text", ""))
                .with(
                        ObjectKind.TABLE,
                        "c",
                        "{" + column.formatted("text", below + ", 'default': 'now()'") + ", 'inherits': ['public.p']}");
        SideOfPlan after = table("p", column.formatted("integer", ""))
                .with(ObjectKind.TABLE, "c", "{" + column.formatted("integer", below) + ", 'inherits': ['public.p']}");

        List<String> sql = plan(before, after).sql();

        assertTrue(
                index(sql, "public.c ALTER COLUMN id DROP DEFAULT") == 0
                        && index(sql, "public.p ALTER COLUMN id SET") == 1,
                sql::toString);
    }

    @Test
    void aColumnIsCommentedWhileItsTypeIsSwapped() {
        String column = "'columns': {'v': {'type': 'public.d'%s}}, 'column_order': ['v'],"
                + "'uses': {'column v': {'type public.d': []}}";
        ObjectId domain = SideOfPlan.id(ObjectKind.DOMAIN, "d");
        SideOfPlan before = table("t", column.formatted("")).with(domain, "{'base_type': 'integer'}");
        SideOfPlan after = table("t", column.formatted(", 'comment': 'new'")).with(domain, "{'base_type': 'bigint'}");

        List<String> sql = plan(before, after).sql();

        assertTrue(sql.contains("COMMENT ON COLUMN public.t.v IS 'new'"), sql::toString);
    }

    @Test
    void aDomainThatFollowsAnotherNamesItsNotNullAsIfItWereAlone() {
        ObjectId domain = SideOfPlan.id(ObjectKind.DOMAIN, "d");
        SideOfPlan before = new SideOfPlan().with(domain, "{'base_type': 'integer', 'not_null': true}");
        SideOfPlan after = new SideOfPlan().with(domain, "{'base_type': 'bigint', 'not_null': true}");

        List<String> sql = plan(before, after).sql();

        assertTrue(sql.get(1).contains("CONSTRAINT d_not_null NOT NULL"), sql::toString);
    }

    @Test
    void aConstraintOfANewTableLocksTheTablesThatInheritFromItAlready() {
        String below = ID.replace("'integer'", "'integer', 'inherited': true, 'local': true");
        SideOfPlan before = table("c", ID);
        SideOfPlan after = table("c", below + ", 'inherits': ['public.p']")
                .with(
                        ObjectKind.TABLE,
                        "p",
                        "{" + ID
                                + ", 'constraints': {'self': {'type': 'foreign_key',"
                                + "'definition': 'FOREIGN KEY (id) REFERENCES public.p(id)'}}, 'uses': {'constraint self': {'': ['id']}}}");

        List<PlannedStatement> adding = plan(before, after).segments().stream()
                .flatMap(segment -> segment.statements().stream())
                .filter(statement -> statement.sql().contains("ADD CONSTRAINT self"))
                .toList();

        assertEquals(
                List.of(LockMode.SHARE_ROW_EXCLUSIVE),
                adding.stream().map(PlannedStatement::lock).toList(),
                () -> plan(before, after).sql() + " " + plan(before, after).refused());
    }

    @Test
    void aSequenceFollowsItsTableIntoTheLogAndNeedsNoStatement() {
        SideOfPlan before = withSequence("", ", 'owned_by': {'schema': 'public', 'table': 't', 'column': 'id'}");
        SideOfPlan after = withSequence(
                ", 'persistence': 'unlogged'", ", 'owned_by': {'schema': 'public', 'table': 't', 'column': 'id'}");

        assertEquals(
                List.of("ALTER TABLE public.t SET UNLOGGED"),
                plan(before, after).sql());
    }

    @Test
    void aSequenceThatIsReleasedDoesNotFollowItsTable() {
        SideOfPlan before = withSequence("", ", 'owned_by': {'schema': 'public', 'table': 't', 'column': 'id'}");
        SideOfPlan after =
                table("t", ID + ", 'persistence': 'unlogged'").with(ObjectKind.SEQUENCE, "s", "{" + SEQUENCE + "}");

        assertEquals(
                List.of("ALTER SEQUENCE public.s OWNED BY NONE", "ALTER TABLE public.t SET UNLOGGED"),
                plan(before, after).sql());
    }

    @Test
    void aDefaultThatGoesIsNotHandedDownToANewPartition() {
        String whole = "'columns': {'id': {'type': 'integer'%s}}, 'column_order': ['id'], 'partition_by': 'LIST (id)'";
        SideOfPlan before = table("whole", whole.formatted(", 'default': '1'"));
        SideOfPlan after = table("whole", whole.formatted(""))
                .with(
                        ObjectKind.TABLE,
                        "one",
                        "{" + ID + ", 'partition_of': {'parent': 'public.whole', 'bound': 'FOR VALUES IN (1)'}}");

        List<String> sql = plan(before, after).sql();

        assertTrue(sql.get(0).endsWith("ALTER COLUMN id DROP DEFAULT"), sql::toString);
        assertTrue(sql.get(1).startsWith("CREATE TABLE public.one PARTITION OF"), sql::toString);
    }

    @Test
    void namesThatChangePlacesGoOverAThird() {
        SideOfPlan before =
                table("t", "'columns': {'a': {'type': 'integer'}, 'b': {'type': 'text'}}, 'column_order': ['a', 'b']");
        SideOfPlan after =
                table("t", "'columns': {'b': {'type': 'integer'}, 'a': {'type': 'text'}}, 'column_order': ['b', 'a']");
        ObjectId t = SideOfPlan.id(ObjectKind.TABLE, "t");

        Plan plan = Planner.plan(
                before.objects(),
                after.objects(),
                List.of(
                        new Rename("column", t, "a", "c"),
                        new Rename("column", t, "b", "a"),
                        new Rename("column", t, "c", "b")),
                PlanOptions.forServer(18));

        assertEquals(
                List.of(
                        "ALTER TABLE public.t RENAME COLUMN a TO c",
                        "ALTER TABLE public.t RENAME COLUMN b TO a",
                        "ALTER TABLE public.t RENAME COLUMN c TO b"),
                plan.sql());
        assertEquals(List.of(), plan.dataLoss());
    }

    @Test
    void aTableMovesIntoASchemaOnceThatIsMadeAndOutOfItBeforeItGoes() {
        ObjectId moved = new ObjectId(ObjectKind.TABLE, Optional.of("n"), "t", Optional.empty());
        SideOfPlan here = table("t", ID + ", 'depends_on': ['schema public']");
        SideOfPlan there = new SideOfPlan()
                .with(schema("n"), "{'owner': 'ann'}")
                .with(moved, "{" + ID + ", 'depends_on': ['schema n']}");
        ObjectId t = SideOfPlan.id(ObjectKind.TABLE, "t");
        PlanOptions options = PlanOptions.forServer(18).runBy("ann");

        assertEquals(
                List.of("CREATE SCHEMA n", "ALTER TABLE public.t SET SCHEMA n"),
                Planner.plan(
                                here.objects(),
                                there.objects(),
                                List.of(new Rename("table", moved, "public.t", "n.t")),
                                options)
                        .sql());
        assertEquals(
                List.of("ALTER TABLE n.t SET SCHEMA public", "DROP SCHEMA n"),
                Planner.plan(
                                there.objects(),
                                here.objects(),
                                List.of(new Rename("table", t, "n.t", "public.t")),
                                options)
                        .sql());
    }

    @Test
    void aSchemaTakesWhatIsInItAlongWhereverHistoryTellsOfThat() {
        ObjectId was = new ObjectId(ObjectKind.TABLE, Optional.of("a"), "t", Optional.empty());
        ObjectId is = new ObjectId(ObjectKind.TABLE, Optional.of("b"), "t", Optional.empty());
        // a column is called like the schema
        String columns = "{'columns': {'a': {'type': 'integer'}}, 'column_order': ['a'], 'depends_on': ['schema %s']}";
        SideOfPlan before = new SideOfPlan().with(schema("a"), "{}").with(was, columns.formatted("a"));
        SideOfPlan after = new SideOfPlan().with(schema("b"), "{}").with(is, columns.formatted("b"));

        Plan plan = Planner.plan(
                before.objects(),
                after.objects(),
                List.of(new Rename("table", is, "a.t", "b.t"), new Rename("schema", schema("b"), "a", "b")),
                PlanOptions.forServer(18));

        assertEquals(List.of("ALTER SCHEMA a RENAME TO b"), plan.sql());
    }

    @Test
    void aSequenceOfAColumnMovesWithItsTable() {
        ObjectId table = new ObjectId(ObjectKind.TABLE, Optional.of("n"), "t", Optional.empty());
        ObjectId sequence = new ObjectId(ObjectKind.SEQUENCE, Optional.of("n"), "s", Optional.empty());
        String owned = "{" + SEQUENCE + ", 'owned_by': {'schema': '%s', 'table': 't', 'column': 'id'}}";
        SideOfPlan before =
                table("t", ID).with(schema("n"), "{}").with(ObjectKind.SEQUENCE, "s", owned.formatted("public"));
        SideOfPlan after = new SideOfPlan()
                .with(schema("n"), "{}")
                .with(table, "{" + ID + "}")
                .with(sequence, owned.formatted("n"));

        Plan plan = Planner.plan(
                before.objects(),
                after.objects(),
                List.of(
                        new Rename("sequence", sequence, "public.s", "n.s"),
                        new Rename("table", table, "public.t", "n.t")),
                PlanOptions.forServer(18));

        assertEquals(List.of("ALTER TABLE public.t SET SCHEMA n"), plan.sql());
    }

    @Test
    void anAggregateOfAnythingIsCalledByAStar() {
        ObjectId total = new ObjectId(ObjectKind.AGGREGATE, Optional.of("public"), "total", Optional.of(""));
        String facts = "{'variant': 'normal', 'parallel': 'unsafe', 'returns': 'bigint', 'arguments': '',"
                + "'transition_function': 'int8inc', 'state_type': 'bigint'%s}";
        SideOfPlan plain = new SideOfPlan().with(total, facts.formatted(""));
        SideOfPlan commented = new SideOfPlan().with(total, facts.formatted(", 'comment': 'all'"));

        assertEquals(
                List.of("COMMENT ON AGGREGATE public.total(*) IS 'all'"),
                plan(plain, commented).sql());
    }

    @Test
    void whatUsesSomethingThatIsNotPlannedIsNotPlannedEither() {
        SideOfPlan after = new SideOfPlan()
                .with(
                        new ObjectId(ObjectKind.SERVER, Optional.empty(), "far", Optional.empty()),
                        "{'foreign_data_wrapper': 'w', 'options': {'password': '[redacted:00]'}}")
                .with(
                        ObjectKind.FOREIGN_TABLE,
                        "remote",
                        "{" + ID + ", 'server': 'far', 'uses': {'': {'server far': []}}}")
                .with(ObjectKind.SEQUENCE, "other", "{" + SEQUENCE + "}");

        Plan plan = plan(new SideOfPlan(), after);

        assertEquals(List.of("CREATE SEQUENCE public.other MAXVALUE 9"), plan.sql());
        assertEquals(
                List.of("SERVER far", "FOREIGN TABLE public.remote"),
                plan.refused().stream().map(refusal -> refusal.object()).toList());
    }

    @Test
    void whatNoRuleChangesIsRefusedByName() {
        Plan plan = plan(table("t", ID + ", 'colour': 'red'"), table("t", ID + ", 'colour': 'blue'"));

        assertEquals("TABLE public.t", plan.refused().get(0).object());
        assertTrue(plan.refused().get(0).reason().contains("colour"));
    }

    @Test
    void corruptFactsAreToldWithTheirPlaceAndTheAttribute() {
        CorruptFacts corrupt = assertThrows(
                CorruptFacts.class,
                () -> plan(new SideOfPlan(), table("t", "'columns': {'id': {}}, 'column_order': ['id']")));

        assertEquals("column id of TABLE public.t: attribute \"type\" is missing", corrupt.getMessage());
    }

    @Test
    void whatLiesElsewhereIsNotRead() {
        Supplier<Facts> unreadable = () -> {
            throw new AssertionError("read");
        };
        Ties ties = new Ties(Set.of("schema public"), List.of(), Optional.empty(), Set.of());
        Facts elsewhere = Facts.stored("elsewhere", unreadable, () -> ties);
        SideOfPlan before = table("t", ID).with(SideOfPlan.id(ObjectKind.TABLE, "u"), elsewhere);
        SideOfPlan after = table("t", ID + ", 'comment': 'new'").with(SideOfPlan.id(ObjectKind.TABLE, "u"), elsewhere);

        assertEquals(
                List.of("COMMENT ON TABLE public.t IS 'new'"),
                plan(before, after).sql());
    }

    @Test
    void aNotNullThatHasItsUsualNameInAnotherTableIsNamed() {
        String column = "'columns': {'%s': {'type': 'integer'%s}}, 'column_order': ['%1$s']";
        SideOfPlan before =
                table("a", column.formatted("b_c", "")).with(ObjectKind.TABLE, "a_b", "{" + taken(column) + "}");
        SideOfPlan after = table("a", column.formatted("b_c", ", 'not_null': true"))
                .with(ObjectKind.TABLE, "a_b", "{" + taken(column) + "}");

        assertEquals(
                List.of("ALTER TABLE public.a ADD CONSTRAINT a_b_c_not_null NOT NULL b_c"),
                plan(before, after).sql());
    }

    private static String taken(String column) {
        return column.formatted("c", ", 'not_null': true");
    }

    private static ObjectId schema(String name) {
        return new ObjectId(ObjectKind.SCHEMA, Optional.empty(), name, Optional.empty());
    }

    private static SideOfPlan table(String name, String facts) {
        return new SideOfPlan().with(ObjectKind.TABLE, name, "{" + facts + "}");
    }

    private static SideOfPlan withSequence(String persistence, String owner) {
        return table("t", ID + persistence).with(ObjectKind.SEQUENCE, "s", "{" + SEQUENCE + persistence + owner + "}");
    }

    private static SideOfPlan twoTables() {
        return table("a", pointing("b")).with(ObjectKind.TABLE, "b", "{" + pointing("a") + "}");
    }

    private static String pointing(String at) {
        return ID + ", 'constraints': {'to_" + at
                + "': {'type': 'foreign_key', 'definition': 'FOREIGN KEY (id) REFERENCES public."
                + at
                + "(id)'}, 'u': {'type': 'unique', 'definition': 'UNIQUE (id)'}}, 'uses': {'constraint u': {'': ['id']},"
                + "'constraint to_" + at + "': {'': ['id'], 'table public." + at + "': ['id']}}";
    }

    private static int index(List<String> sql, String start) {
        return IntStream.range(0, sql.size())
                .filter(i -> sql.get(i).contains(start))
                .findFirst()
                .orElse(-1);
    }

    private static Plan plan(SideOfPlan before, SideOfPlan after) {
        return Planner.plan(before.objects(), after.objects(), PlanOptions.forServer(18));
    }
}
