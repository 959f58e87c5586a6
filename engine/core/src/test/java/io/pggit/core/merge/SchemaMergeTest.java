package io.pggit.core.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One situation each; facts are written in JSON with single quotes where SQL has none. */
class SchemaMergeTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectId T = id(ObjectKind.TABLE, "t");
    private static final ObjectId V = id(ObjectKind.VIEW, "v");
    private static final String TABLE = table("'a':{'type':'integer'},'b':{'type':'text'}", "'a','b'", "");

    private static ObjectId id(ObjectKind kind, String name) {
        return new ObjectId(kind, Optional.of("public"), name, Optional.empty());
    }

    private static String table(String columns, String order, String more) {
        return "{'owner':'ann','columns':{" + columns + "},'column_order':[" + order + "]" + more + "}";
    }

    private static SortedMap<ObjectId, Facts> schema(Object... idsAndFacts) {
        TreeMap<ObjectId, Facts> schema = new TreeMap<>();
        for (int i = 0; i < idsAndFacts.length; i += 2) {
            schema.put((ObjectId) idsAndFacts[i], facts((String) idsAndFacts[i + 1]));
        }
        return schema;
    }

    private static Facts facts(String json) {
        try {
            return Facts.of(MAPPER.readTree(json.replace('\'', '"').replace('`', '\'')));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static MergeResult merge(String base, String ours, String theirs) {
        return SchemaMerge.merge(schema(T, base), MergeSide.of(schema(T, ours)), MergeSide.of(schema(T, theirs)));
    }

    private static Renames columns(String... fromTo) {
        TreeMap<String, String> names = new TreeMap<>();
        for (int i = 0; i < fromTo.length; i += 2) {
            names.put(fromTo[i], fromTo[i + 1]);
        }
        return new Renames(new TreeMap<>(), new TreeMap<>(Map.of(T, new TreeMap<>(Map.of("columns", names)))));
    }

    private static Renames objects(ObjectId from, ObjectId to) {
        return new Renames(new TreeMap<>(Map.of(from, to)), new TreeMap<>());
    }

    private static List<String> conflicts(MergeResult result) {
        return result.conflicts().stream()
                .map(conflict -> conflict.type() + " " + conflict.object().name() + " " + conflict.path())
                .toList();
    }

    @Test
    void aColumnRenamedOnOneSideAndRetypedOnTheOtherIsBoth() {
        String renamed = table("'a':{'type':'integer'},'c':{'type':'text'}", "'a','c'", "");
        String retyped = table("'a':{'type':'integer'},'b':{'type':'bytea'}", "'a','b'", "");

        MergeResult result = SchemaMerge.merge(
                schema(T, TABLE),
                new MergeSide(schema(T, renamed), columns("b", "c")),
                MergeSide.of(schema(T, retyped)));

        assertEquals(List.of(), result.conflicts());
        assertEquals(
                facts(table("'a':{'type':'integer'},'c':{'type':'bytea'}", "'a','c'", "")),
                result.merged().get(T));
        assertEquals(Renames.NONE, result.fromOurs());
        assertEquals(columns("b", "c"), result.fromTheirs());
    }

    @Test
    void whatOneSideAddsUsesTheNewNamesOfTheOther() {
        String renamed = table("'a':{'type':'integer'},'c':{'type':'text'}", "'a','c'", "");
        String index = table(
                "'a':{'type':'integer'},'b':{'type':'text'}",
                "'a','b'",
                ",'indexes':{'i':{'definition':'CREATE INDEX i ON public.t USING btree (b, lower(b)) WHERE (b <> `b`::text)'}}");

        MergeResult result = SchemaMerge.merge(
                schema(T, TABLE), new MergeSide(schema(T, renamed), columns("b", "c")), MergeSide.of(schema(T, index)));

        assertEquals(List.of(), result.conflicts());
        assertEquals(
                "CREATE INDEX i ON public.t USING btree (c, lower(c)) WHERE (c <> 'b'::text)",
                result.merged().get(T).tree().at("/indexes/i/definition").asText());
    }

    @Test
    void whatOneSideAddsSpellsTheNewLabelsOfTheOther() {
        ObjectId colour = id(ObjectKind.TYPE, "colour");
        String red = "{'variant':'enum','labels':['red','green']}";
        String crimson = "{'variant':'enum','labels':['crimson','green']}";
        String used = table("'a':{'type':'public.colour','default':'`red`::public.colour'}", "'a'", "");
        SortedMap<ObjectId, Facts> base = schema(colour, red);
        MergeSide renamed = MergeSide.of(schema(colour, crimson));
        MergeSide added = MergeSide.of(schema(colour, red, T, used));

        for (MergeResult result :
                List.of(SchemaMerge.merge(base, renamed, added), SchemaMerge.merge(base, added, renamed))) {
            assertEquals(List.of(), result.conflicts());
            assertEquals(facts(crimson), result.merged().get(colour));
            assertEquals(facts(used.replace("red", "crimson")), result.merged().get(T));
        }
    }

    @Test
    void aLabelThatBothSidesRenamedIsAQuestion() {
        ObjectId colour = id(ObjectKind.TYPE, "colour");
        String labels = "{'variant':'enum','labels':['%s','green']}";

        MergeResult result = SchemaMerge.merge(
                schema(colour, labels.formatted("red")),
                MergeSide.of(schema(colour, labels.formatted("crimson"))),
                MergeSide.of(schema(colour, labels.formatted("scarlet"))));

        assertEquals(1, result.conflicts().size(), result.conflicts()::toString);
    }

    @Test
    void aNewViewOfATableTheOtherSideRenamedCallsItAsBefore() {
        ObjectId u = id(ObjectKind.TABLE, "u");
        String view = "{'owner':'ann','query':' SELECT t.a\\n   FROM public.t','columns':{'a':{'type':'integer'}},"
                + "'column_order':['a'],'depends_on':['table public.t']}";

        MergeResult result = SchemaMerge.merge(
                schema(T, TABLE),
                new MergeSide(schema(u, TABLE), objects(T, u)),
                MergeSide.of(schema(T, TABLE, V, view)));

        assertEquals(List.of(), result.conflicts());
        assertEquals(
                " SELECT t.a\n   FROM public.u t",
                result.merged().get(V).tree().path("query").asText());
        assertEquals(
                "table public.u",
                result.merged().get(V).tree().at("/depends_on/0").asText());
    }

    @Test
    void aNewViewThatMayUseARenamedColumnIsForSomebodyToLookAt() {
        String renamed = table("'a':{'type':'integer'},'c':{'type':'text'}", "'a','c'", "");
        String view = "{'owner':'ann','query':' SELECT t.b\\n   FROM public.t','columns':{'b':{'type':'text'}},"
                + "'column_order':['b'],'depends_on':['table public.t']}";
        MergeSide ours = new MergeSide(schema(T, renamed), columns("b", "c"));
        MergeSide theirs = MergeSide.of(schema(T, TABLE, V, view));

        MergeResult result = SchemaMerge.merge(schema(T, TABLE), ours, theirs);
        MergeResult resolved = SchemaMerge.merge(
                schema(T, TABLE),
                ours,
                theirs,
                result.answers(
                        conflict -> true,
                        new Resolution.Custom(Optional.of(TextNode.valueOf(" SELECT t.c AS b\n   FROM public.t")))));

        assertEquals(List.of("dangling_reference v [query]"), conflicts(result));
        assertEquals(List.of(), resolved.conflicts());
        assertTrue(resolved.merged().get(V).text().contains("t.c AS b"));
    }

    @Test
    void aNewViewOfAColumnTheOtherSideRemovedIsAConflictAboutBoth() {
        String removed = table("'a':{'type':'integer'}", "'a'", "");
        String view = "{'owner':'ann','query':' SELECT t.b\\n   FROM public.t','columns':{'b':{'type':'text'}},"
                + "'column_order':['b'],'depends_on':['table public.t']}";
        MergeSide ours = MergeSide.of(schema(T, TABLE, V, view));
        MergeSide theirs = MergeSide.of(schema(T, removed));

        MergeResult result = SchemaMerge.merge(schema(T, TABLE), ours, theirs);

        assertEquals(List.of("dangling_reference v []"), conflicts(result));
        assertEquals(ours.objects(), answered(ours, theirs, result, Resolution.OURS));
        assertEquals(theirs.objects(), answered(ours, theirs, result, Resolution.THEIRS));
    }

    private static SortedMap<ObjectId, Facts> answered(
            MergeSide ours, MergeSide theirs, MergeResult result, Resolution resolution) {
        MergeResult answered =
                SchemaMerge.merge(schema(T, TABLE), ours, theirs, result.answers(conflict -> true, resolution));
        assertEquals(List.of(), answered.conflicts());
        return answered.merged();
    }

    @Test
    void twoNewNamesForOneThingAreAQuestion() {
        MergeSide ours = new MergeSide(
                schema(T, table("'a':{'type':'integer'},'x':{'type':'text'}", "'a','x'", "")), columns("b", "x"));
        MergeSide theirs = new MergeSide(
                schema(T, table("'a':{'type':'integer'},'y':{'type':'text'}", "'a','y'", "")), columns("b", "y"));

        MergeResult result = SchemaMerge.merge(schema(T, TABLE), ours, theirs);
        MergeResult resolved =
                SchemaMerge.merge(schema(T, TABLE), ours, theirs, result.answers(conflict -> true, Resolution.THEIRS));

        assertEquals(List.of("column_modified t [columns, b, @name]"), conflicts(result));
        assertEquals(theirs.objects(), resolved.merged());
        assertEquals(columns("x", "y"), resolved.fromOurs());
    }

    @Test
    void aNameIsFreeOnceItsHolderGetsAnother() {
        MergeSide ours = new MergeSide(
                schema(T, table("'x':{'type':'integer'},'y':{'type':'text'}", "'x','y'", "")),
                columns("a", "x", "b", "y"));
        MergeSide theirs = new MergeSide(
                schema(T, table("'b':{'type':'integer'},'z':{'type':'text'}", "'b','z'", "")),
                columns("a", "b", "b", "z"));

        MergeResult result = SchemaMerge.merge(schema(T, TABLE), ours, theirs);

        assertEquals(ours.objects(), answered(ours, theirs, result, Resolution.OURS));
        assertEquals(theirs.objects(), answered(ours, theirs, result, Resolution.THEIRS));
    }

    @Test
    void whoeverHasANameThatAnAnswerMayGiveToAnotherIsAskedAboutToo() {
        MergeSide ours = new MergeSide(
                schema(T, table("'x':{'type':'integer'},'b':{'type':'text'}", "'x','b'", "")), columns("a", "x"));
        MergeSide theirs = new MergeSide(
                schema(T, table("'y':{'type':'integer'},'x':{'type':'text'}", "'y','x'", "")),
                columns("a", "y", "b", "x"));

        MergeResult result = SchemaMerge.merge(schema(T, TABLE), ours, theirs);

        assertEquals(
                List.of("column_modified t [columns, a, @name]", "column_added t [columns, b, @name]"),
                conflicts(result));
        assertEquals(ours.objects(), answered(ours, theirs, result, Resolution.OURS));
        assertEquals(theirs.objects(), answered(ours, theirs, result, Resolution.THEIRS));
    }

    @Test
    void aTextThatMayUseANewNameStaysIfSomebodyInsists() {
        String view = "{'owner':'ann','query':' SELECT b AS r FROM public.t s','columns':{'r':{'type':'text'}},"
                + "'column_order':['r'],'depends_on':['table public.t']}";
        MergeSide ours = new MergeSide(
                schema(T, table("'a':{'type':'integer'},'c':{'type':'text'}", "'a','c'", "")), columns("b", "c"));
        MergeSide theirs = MergeSide.of(schema(
                T,
                table("'a':{'type':'integer'},'b':{'type':'text'},'c':{'type':'date'}", "'a','b','c'", ""),
                V,
                view));
        TreeMap<Conflict.Key, Resolution> answers = new TreeMap<>();

        MergeResult result = SchemaMerge.merge(schema(T, TABLE), ours, theirs);
        for (int round = 0; round < 3 && !result.isClean(); round++) {
            answers.putAll(result.answers(conflict -> true, Resolution.OURS));
            result = SchemaMerge.merge(schema(T, TABLE), ours, theirs, answers);
        }

        assertEquals(List.of(), result.conflicts());
        assertTrue(result.merged().get(V).text().contains("SELECT b AS r"));
        assertEquals(List.of(new Unproved(V, List.of("query"))), result.unproved());
    }

    @Test
    void removedOnOneSideAndChangedOnTheOtherIsAConflict() {
        String without = table("'a':{'type':'integer'}", "'a'", "");
        String changed = table("'a':{'type':'integer'},'b':{'type':'bytea'}", "'a','b'", "");

        assertEquals(List.of("column_removed t [columns, b]"), conflicts(merge(TABLE, without, changed)));
        assertEquals(List.of(), conflicts(merge(TABLE, without, TABLE)));
        assertEquals(
                List.of("table_removed t []"),
                conflicts(
                        SchemaMerge.merge(schema(T, TABLE), MergeSide.of(schema()), MergeSide.of(schema(T, changed)))));
    }

    @Test
    void anIndexOnAColumnTheOtherSideDroppedDangles() {
        String without = table("'a':{'type':'integer'}", "'a'", "");
        String index = table(
                "'a':{'type':'integer'},'b':{'type':'text'}",
                "'a','b'",
                ",'indexes':{'i':{'definition':'CREATE INDEX i ON public.t USING btree (b)'}}");

        MergeResult result = merge(TABLE, without, index);
        Map<Conflict.Key, Resolution> theirs = result.answers(conflict -> true, Resolution.THEIRS);
        MergeResult resolved = SchemaMerge.merge(
                schema(T, TABLE), MergeSide.of(schema(T, without)), MergeSide.of(schema(T, index)), theirs);

        assertEquals(List.of("dangling_reference t [indexes, i]"), conflicts(result));
        assertEquals(facts(index), resolved.merged().get(T));
    }

    @Test
    void setsAndLabelsAreMergedByMember() {
        ObjectId mood = id(ObjectKind.TYPE, "mood");
        String grants = ",'grants':{'ann':['INSERT','SELECT'],'bob':['SELECT']%s}";
        MergeResult labels = SchemaMerge.merge(
                schema(mood, "{'labels':['sad','happy']}"),
                MergeSide.of(schema(mood, "{'labels':['sad','ok','happy']}")),
                MergeSide.of(schema(mood, "{'labels':['sad','happy','glad']}")));
        MergeResult granted = merge(
                TABLE.replace("]}", "]" + String.format(grants, "") + "}"),
                TABLE.replace("]}", "]" + String.format(grants, ",'cleo':['SELECT']") + "}"),
                TABLE.replace("]}", "],'grants':{'ann':['INSERT','SELECT'],'dora':['INSERT']}}"));

        assertEquals(
                facts("{'labels':['sad','ok','happy','glad']}"), labels.merged().get(mood));
        assertEquals(
                facts("{'ann':['INSERT','SELECT'],'cleo':['SELECT'],'dora':['INSERT']}"),
                Facts.of(granted.merged().get(T).tree().path("grants")));
    }

    @Test
    void aRoutineIsMergedByClauseAndItsBodyByLine() {
        ObjectId f = new ObjectId(ObjectKind.FUNCTION, Optional.of("public"), "f", Optional.of(""));
        String text =
                "{'definition':'CREATE OR REPLACE FUNCTION public.f()\\n RETURNS integer\\n LANGUAGE plpgsql\\n%sAS $function$\\n"
                        + "BEGIN\\n  %s\\n  -- between\\n  %s\\nEND\\n$function$\\n','volatility':'%s'}";

        MergeResult result = SchemaMerge.merge(
                schema(f, String.format(text, "", "one();", "two();", "volatile")),
                MergeSide.of(schema(f, String.format(text, " STABLE\\n", "one(1);", "two();", "stable"))),
                MergeSide.of(schema(f, String.format(text, " COST 7\\n", "one();", "two(2);", "volatile"))));

        assertEquals(List.of(), result.conflicts());
        assertEquals(
                facts(String.format(text, " STABLE COST 7\\n", "one(1);", "two(2);", "stable")),
                result.merged().get(f));
        assertEquals(List.of(new Unproved(f, List.of("definition"))), result.unproved());
    }

    @Test
    void aTextMergedByLineThatPostgreSqlRefusesIsForSomebodyToDecide() {
        ObjectId v = V;
        String view = "{'owner':'ann','query':' SELECT %s,\\n    2 AS between,\\n    %s'}";
        SortedMap<ObjectId, Facts> base = schema(v, String.format(view, "1 AS a", "3 AS c"));
        MergeSide ours = MergeSide.of(schema(v, String.format(view, "10 AS a", "3 AS c")));
        MergeSide theirs = MergeSide.of(schema(v, String.format(view, "1 AS a", "30 AS c")));

        MergeResult byLine = SchemaMerge.merge(base, ours, theirs);
        Conflict question = byLine.doubtful().get(0);
        MergeResult decided = SchemaMerge.merge(base, ours, theirs, Map.of(question.key(), Resolution.THEIRS));

        assertEquals("build_failure", question.type());
        assertEquals(
                facts(String.format(view, "10 AS a", "30 AS c")),
                byLine.merged().get(v));
        assertEquals(theirs.objects().get(v), decided.merged().get(v));
        assertEquals(List.of(), decided.doubtful());
        assertEquals(List.of(), decided.unproved());
    }

    @Test
    void theEventsOfATriggerAreASet() {
        String trigger =
                ",'triggers':{'g':{'definition':'CREATE TRIGGER g BEFORE %s ON public.t FOR EACH ROW EXECUTE FUNCTION public.f()'}}}";
        String start = TABLE.substring(0, TABLE.length() - 1);

        MergeResult result = merge(
                start + String.format(trigger, "INSERT"),
                start + String.format(trigger, "INSERT OR UPDATE"),
                start + String.format(trigger, "INSERT OR DELETE"));

        assertEquals(
                facts(start + String.format(trigger, "INSERT OR DELETE OR UPDATE")),
                result.merged().get(T));
    }

    @Test
    void whatMakesNoSenseTogetherIsFoundBeforeAnythingRuns() {
        String key = ",'constraints':{'%s':{'type':'primary_key','definition':'PRIMARY KEY (%s)'}}}";
        String start = TABLE.substring(0, TABLE.length() - 1);
        String withA = start.replace("'integer'", "'integer','not_null':true") + String.format(key, "one", "a");
        String withB = start.replace("'text'", "'text','not_null':true") + String.format(key, "two", "b");
        String byDefault = TABLE.replace("'integer'", "'integer','default':'1'");
        String byIdentity = TABLE.replace("'integer'", "'integer','identity':{'generated':'always'}");
        String part =
                "{'owner':'ann','columns':{},'column_order':[],'partition_of':{'parent':'public.t','bound':'FOR VALUES FROM (%s) TO (%s)'}}";

        MergeResult partitions = SchemaMerge.merge(
                schema(T, TABLE),
                MergeSide.of(schema(T, TABLE, id(ObjectKind.TABLE, "p1"), String.format(part, "1", "10"))),
                MergeSide.of(schema(T, TABLE, id(ObjectKind.TABLE, "p2"), String.format(part, "9", "20"))));

        assertEquals(List.of("constraint_added t [constraints, two]"), conflicts(merge(TABLE, withA, withB)));
        assertEquals(List.of("column_modified t [columns, a]"), conflicts(merge(TABLE, byDefault, byIdentity)));
        assertEquals(List.of("table_added p2 []"), conflicts(partitions));
    }

    /**
     * <pre>
     *     2 - 4        2 adds c, 3 retypes b; 4 and 5 merge both; 5 also drops a
     *    /  x
     * 1 - 3 - 5
     * </pre>
     */
    @Test
    void aCrissCrossIsMergedOverItsMergedBases() {
        String added = table("'a':{'type':'integer'},'b':{'type':'text'},'c':{'type':'text'}", "'a','b','c'", "");
        String retyped = TABLE.replace("text", "bytea");
        String both = table("'a':{'type':'integer'},'b':{'type':'bytea'},'c':{'type':'text'}", "'a','b','c'", "");
        String dropped = table("'b':{'type':'bytea'},'c':{'type':'text'}", "'b','c'", "");
        Map<Integer, List<Integer>> parents =
                Map.of(1, List.of(), 2, List.of(1), 3, List.of(1), 4, List.of(2, 3), 5, List.of(3, 2));
        Map<Integer, String> trees = Map.of(1, TABLE, 2, added, 3, retyped, 4, both, 5, dropped);
        MergeSource<Integer> source = new MergeSource<>() {
            @Override
            public SortedMap<ObjectId, Facts> facts(Integer commit) {
                return schema(T, trees.get(commit));
            }

            @Override
            public Renames renames(Integer commit) {
                return Renames.NONE;
            }

            @Override
            public List<Integer> parents(Integer commit) {
                return parents.get(commit);
            }
        };

        MergeResult result = new CommitMerge<>(source).merge(4, 5, Map.of());

        assertEquals(List.of(), result.conflicts());
        assertEquals(facts(dropped), result.merged().get(T));
    }
}
