package io.pggit.sql.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.merge.Conflict;
import io.pggit.core.merge.MergeResult;
import io.pggit.core.merge.MergeSide;
import io.pggit.core.merge.Renames;
import io.pggit.core.merge.Resolution;
import io.pggit.core.merge.SchemaMerge;
import io.pggit.core.plan.part.PlanOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Merges as the database gets to know them; facts in JSON with single quotes. */
class MergeAttemptTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectId USERS = id(ObjectKind.TABLE, "users");
    private static final ObjectId VIEW = id(ObjectKind.VIEW, "v");
    private static final PlanOptions OPTIONS = PlanOptions.forServer(18).runBy("ann");
    private static final MergeAttempt.Doubt NONE = new MergeAttempt.Doubt.Refused(Set.of());

    private static ObjectId id(ObjectKind kind, String name) {
        return new ObjectId(kind, Optional.of("public"), name, Optional.empty());
    }

    private static Facts facts(String json) {
        try {
            return Facts.of(MAPPER.readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static SortedMap<ObjectId, Facts> users(String emailType, String more, String order) {
        return new TreeMap<>(Map.of(
                USERS,
                facts("{'owner':'ann','columns':{'id':{'type':'integer'},'email':{'type':'" + emailType + "'}" + more
                        + "},'column_order':['id','email'" + order + "]}")));
    }

    private static SortedMap<ObjectId, Facts> view(String first, String last) {
        return new TreeMap<>(Map.of(
                VIEW,
                facts("{'owner':'ann','query':' SELECT " + first + ",\\n    2 AS between,\\n    " + last
                        + "','columns':{'a':{'type':'integer'}},'column_order':['a']}")));
    }

    private static MergeAttempt retyped(Map<Conflict.Key, Resolution> answers, Optional<Resolution> strategy) {
        return MergeAttempt.of(
                given -> SchemaMerge.merge(
                        users("text", "", ""),
                        MergeSide.of(users("character varying(200)", "", "")),
                        MergeSide.of(users("character varying(100)", "", "")),
                        given),
                answers,
                strategy,
                NONE);
    }

    @Test
    void aConflictHasBothValuesAndWhatEachSideDid() {
        MergeResult result = retyped(Map.of(), Optional.empty()).result();
        SortedMap<ObjectId, Facts> base = users("text", "", "");
        ConflictJson rows = new ConflictJson(
                new SideScript(base, users("character varying(200)", "", ""), Renames.NONE, Renames.NONE, OPTIONS),
                new SideScript(base, users("character varying(100)", "", ""), Renames.NONE, Renames.NONE, OPTIONS));

        ObjectNode row = rows.of(result.conflicts().get(0));

        assertEquals(
                "TABLE public.users",
                row.get("object_type").asText() + " " + row.get("object_name").asText());
        assertEquals("columns.email.type", row.get("attribute").asText());
        assertEquals("column_modified", row.get("conflict_type").asText());
        assertEquals("text", row.get("base_definition").asText());
        assertEquals("character varying(200)", row.get("ours").asText());
        assertEquals("character varying(100)", row.get("theirs").asText());
        assertEquals(
                "ALTER TABLE public.users ALTER COLUMN email SET DATA TYPE character varying(200);",
                row.get("branch_a_sql").asText().replaceAll(" USING [^;]*", ""));
        assertTrue(row.get("branch_b_sql").asText().contains("character varying(100)"));
    }

    @Test
    void answersAreFoundAgainByTheirKeys() throws QuestionRefused {
        Conflict conflict = retyped(Map.of(), Optional.empty()).conflicts().get(0);
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        answers.addObject().put("resolution", "theirs").set("key", ConflictKeys.write(conflict.key()));

        MergeAttempt answered = retyped(ConflictKeys.answers(answers), Optional.empty());

        assertTrue(answered.isClean());
        assertEquals(users("character varying(100)", "", ""), answered.result().merged());
    }

    @Test
    void aStrategySettlesAllConflicts() {
        assertEquals(
                users("character varying(200)", "", ""),
                retyped(Map.of(), Optional.of(Resolution.OURS)).result().merged());
        assertEquals(
                users("character varying(100)", "", ""),
                retyped(Map.of(), Optional.of(Resolution.THEIRS)).result().merged());
    }

    private static MergeAttempt byLine(Optional<Resolution> strategy, MergeAttempt.Doubt doubt) {
        return MergeAttempt.of(
                given -> SchemaMerge.merge(
                        view("1 AS a", "3 AS c"),
                        MergeSide.of(view("10 AS a", "3 AS c")),
                        MergeSide.of(view("1 AS a", "30 AS c")),
                        given),
                Map.of(),
                strategy,
                doubt);
    }

    @Test
    void aTextMergedByLineIsNoConflictUntilPostgreSqlRefusesIt() {
        MergeAttempt first = byLine(Optional.empty(), NONE);
        Conflict.Key text = first.result().doubtful().get(0).key();
        MergeAttempt refused = byLine(Optional.empty(), new MergeAttempt.Doubt.Refused(Set.of(text)));

        assertTrue(first.isClean());
        assertEquals(
                List.of("build_failure"),
                refused.conflicts().stream().map(Conflict::type).toList());
    }

    @Test
    void aTextMergedByLineIsAConflictWhereNobodyRunsItUnlessAStrategySettlesIt() {
        MergeAttempt open = byLine(Optional.empty(), new MergeAttempt.Doubt.All());
        MergeAttempt settled = byLine(Optional.of(Resolution.THEIRS), new MergeAttempt.Doubt.All());

        assertEquals(1, open.conflicts().size());
        assertTrue(settled.isClean());
        assertEquals(view("1 AS a", "30 AS c"), settled.result().merged());
    }

    @Test
    void theRecordOfAMergeThatRunsNothingSaysWhatChangesAndWhatWasCalledOtherwise() {
        ObjectId people = id(ObjectKind.TABLE, "people");
        SortedMap<ObjectId, Facts> before = users("text", "", "");
        before.put(VIEW, view("1 AS a", "3 AS c").get(VIEW));
        SortedMap<ObjectId, Facts> after =
                new TreeMap<>(Map.of(people, users("text", "", "").get(USERS)));

        Renames renames = new Renames(
                new TreeMap<>(Map.of(USERS, people)),
                new TreeMap<>(Map.of(USERS, new TreeMap<>(Map.of("columns", new TreeMap<>(Map.of("mail", "email")))))));

        ArrayNode changes = new TreeChanges(before, after, renames).json();

        assertEquals(2, changes.size());
        assertEquals("v", changes.get(0).get("name").asText());
        assertTrue(changes.get(0).get("facts").isNull());
        assertEquals("people", changes.get(1).get("name").asText());
        assertEquals("users", changes.get(1).get("previous").get("name").asText());
        assertTrue(changes.get(1).get("facts").has("columns"));
        assertEquals("email", changes.get(1).at("/renamed/columns/mail").asText());
    }

    @Test
    void aSchemaIsAsPromisedWhateverTheOrderOfColumns() {
        String more = ",'a':{'type':'text'},'b':{'type':'text'}";
        SortedMap<ObjectId, Facts> promised = users("text", more, ",'a','b'");
        MergeResult result = SchemaMerge.merge(promised, MergeSide.of(promised), MergeSide.of(promised));

        assertEquals(List.of(), LiveCheck.differences(result, users("text", more, ",'b','a'")));
        assertEquals(
                List.of("TABLE public.users: columns.email.type"),
                LiveCheck.differences(result, users("bytea", more, ",'a','b'")));
        assertEquals(List.of("TABLE public.users is not there"), LiveCheck.differences(result, new TreeMap<>()));
    }
}
