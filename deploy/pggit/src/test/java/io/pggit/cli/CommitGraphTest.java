package io.pggit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Histories are written as {@code commit:parent,parent}, newest first. */
class CommitGraphTest {
    private static String draw(String... history) {
        CommitGraph graph = new CommitGraph();
        StringBuilder drawn = new StringBuilder("\n");
        for (String line : history) {
            String[] words = line.split(":", 2);
            List<String> parents = words[1].isEmpty() ? List.of() : List.of(words[1].split(","));
            CommitGraph.Drawing drawing = graph.add(words[0], parents);
            drawn.append(drawing.mark()).append(words[0]).append('\n');
            drawing.links().forEach(link -> drawn.append(link.stripTrailing()).append('\n'));
        }
        return drawn.toString();
    }

    @Test
    void aStraightHistoryIsOneLane() {
        assertEquals("\n* c\n* b\n* a\n", draw("c:b", "b:a", "a:"));
    }

    @Test
    void aMergeOpensALaneAndItsBaseClosesIt() {
        assertEquals("""

                * m
                |\\
                | * f
                * | d
                |/
                * b
                * a
                """, draw("m:d,f", "f:b", "d:b", "b:a", "a:"));
    }

    @Test
    void aSecondTipHasALaneOfItsOwn() {
        assertEquals("""

                * one
                | * other
                |/
                * base
                """, draw("one:base", "other:base", "base:"));
    }

    @Test
    void aLaneCrossesOneThatGoesOn() {
        assertEquals("""

                * x
                | * y
                | | * z
                | |/
                |/|
                * | p
                 /
                * q
                """, draw("x:p", "y:q", "z:p", "p:", "q:"));
    }

    @Test
    void aMergeBesideALaneMovesIt() {
        assertEquals("""

                * other
                | * m
                | |\\
                | | * f
                | |/
                |/|
                | * d
                |/
                * b
                """, draw("other:b", "m:d,f", "f:b", "d:b", "b:"));
    }

    @Test
    void parentsFollowTheirChildrenWhateverTheClockSaid() {
        List<JsonNode> given = new ArrayList<>(List.of(
                commit("base"), commit("merge", "left", "right"), commit("right", "base"), commit("left", "base")));

        List<String> ordered = CommitOrder.childrenFirst(given).stream()
                .map(commit -> commit.path("commit_id").asText())
                .toList();

        assertEquals(List.of("merge", "right", "left", "base"), ordered);
    }

    private static ObjectNode commit(String id, String... parents) {
        ObjectNode commit = Json.object().put("commit_id", id);
        ArrayNode array = commit.putArray("parents");
        List.of(parents).forEach(array::add);
        return commit;
    }
}
