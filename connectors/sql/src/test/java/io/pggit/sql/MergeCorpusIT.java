package io.pggit.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.merge.MergeResult;
import io.pggit.core.merge.MergeSide;
import io.pggit.core.merge.SchemaMerge;
import io.pggit.testkit.Corpus;
import io.pggit.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Merges of schemas other people thought of. {@code -Dpggit.corpus=all} takes every pair instead of a sample. */
class MergeCorpusIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int SAMPLE = 12;

    @Test
    void labelledMergesGiveTheLabelledResultInBothOrders() throws Exception {
        List<String> failures = new ArrayList<>();
        int[] counts = new int[3];
        try (LoadedFacts loaded = new LoadedFacts(PostgresVersion.newest())) {
            for (JsonNode line : lines("merge", 65)) {
                if (line.path("base").isNull()) {
                    counts[2]++;
                    continue;
                }
                SortedMap<ObjectId, Facts> base = loaded.of(line.get("base").asText());
                SortedMap<ObjectId, Facts> ours = loaded.of(line.get("ours").asText());
                SortedMap<ObjectId, Facts> theirs = loaded.of(line.get("theirs").asText());
                MergeResult result = merge(base, ours, theirs);
                MergeResult swapped = merge(base, theirs, ours);
                boolean conflict = line.path("conflict").asBoolean();
                boolean right = conflict
                        ? !result.isClean() && !swapped.isClean()
                        : is(loaded.of(line.get("merged").asText()), result)
                                && is(loaded.of(line.get("merged").asText()), swapped);
                counts[right ? 0 : 1]++;
                if (!right) {
                    failures.add(line.get("name").asText() + ": " + result.conflicts() + result.merged());
                }
            }
        }
        System.out.printf("labelled merges: %d passed, %d failed, %d skipped%n", counts[0], counts[1], counts[2]);
        assertEquals(List.of(), failures);
    }

    @Test
    void mergesOfPairsOfSchemasGiveWhatTheyMust() throws Exception {
        boolean all = "all".equals(System.getProperty("pggit.corpus"));
        List<String> failures = new ArrayList<>();
        int[] counts = new int[3];
        try (LoadedFacts loaded = new LoadedFacts(PostgresVersion.newest())) {
            SortedMap<ObjectId, Facts> empty = loaded.of("");
            TreeMap<ObjectId, Facts> unrelated =
                    new TreeMap<>(loaded.of("CREATE TABLE public.unrelated_to_all (id integer PRIMARY KEY)"));
            unrelated.keySet().removeAll(empty.keySet());
            int number = 0;
            for (JsonNode line : lines("diff", 441)) {
                if (!all && number++ % SAMPLE != 0) {
                    continue;
                }
                try {
                    SortedMap<ObjectId, Facts> before = load(loaded, line, "old");
                    SortedMap<ObjectId, Facts> after = load(loaded, line, "new");
                    List<String> wrong = wrong(before, after, unrelated);
                    wrong.addAll(wrong(after, before, unrelated));
                    counts[wrong.isEmpty() ? 0 : 1]++;
                    if (!wrong.isEmpty()) {
                        failures.add(line.get("name").asText() + ": " + wrong);
                    }
                } catch (SQLException notLoadable) {
                    counts[2]++;
                }
            }
        }
        System.out.printf("pairs merged: %d passed, %d failed, %d skipped%n", counts[0], counts[1], counts[2]);
        assertEquals(List.of(), failures);
    }

    private static SortedMap<ObjectId, Facts> load(LoadedFacts loaded, JsonNode line, String side) throws SQLException {
        StringBuilder roles = new StringBuilder();
        line.path("roles")
                .forEach(role ->
                        roles.append("CREATE ROLE \"").append(role.asText()).append("\";"));
        String setup = line.path("setup").isNull() ? "" : line.path("setup").asText();
        return loaded.of(roles.toString(), setup, line.get(side).asText());
    }

    private static List<String> wrong(
            SortedMap<ObjectId, Facts> before, SortedMap<ObjectId, Facts> after, SortedMap<ObjectId, Facts> unrelated) {
        TreeMap<ObjectId, Facts> more = new TreeMap<>(before);
        more.putAll(unrelated);
        TreeMap<ObjectId, Facts> both = new TreeMap<>(after);
        both.putAll(unrelated);
        List<String> wrong = new ArrayList<>();
        check("one side", after, merge(before, after, before), wrong);
        check("other side", after, merge(before, before, after), wrong);
        check("both sides", after, merge(before, after, after), wrong);
        check("unrelated", both, merge(before, more, after), wrong);
        check("unrelated swapped", both, merge(before, after, more), wrong);
        return wrong;
    }

    private static void check(
            String what, SortedMap<ObjectId, Facts> expected, MergeResult result, List<String> wrong) {
        if (!is(expected, result)) {
            TreeMap<ObjectId, Facts> differing = new TreeMap<>(LoadedFacts.unordered(result.merged()));
            differing.entrySet().removeAll(LoadedFacts.unordered(expected).entrySet());
            wrong.add(what + " " + result.conflicts() + differing);
        }
    }

    private static boolean is(SortedMap<ObjectId, Facts> expected, MergeResult result) {
        return result.isClean() && LoadedFacts.unordered(expected).equals(LoadedFacts.unordered(result.merged()));
    }

    private static MergeResult merge(
            SortedMap<ObjectId, Facts> base, SortedMap<ObjectId, Facts> ours, SortedMap<ObjectId, Facts> theirs) {
        return SchemaMerge.merge(base, MergeSide.of(ours), MergeSide.of(theirs));
    }

    private static List<JsonNode> lines(String folder, int expected) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (Path file : Corpus.files(folder, ".jsonl", expected)) {
            for (String line : Files.readAllLines(file)) {
                lines.add(MAPPER.readTree(line));
            }
        }
        return lines;
    }
}
