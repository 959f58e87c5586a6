package io.pggit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Children before parents, otherwise as they came: what a drawing of the graph needs. */
final class CommitOrder {
    private CommitOrder() {}

    /** {@code commits} are rows of {@code pggit.log} with {@code commit_id} and {@code parents}. */
    static List<JsonNode> childrenFirst(List<JsonNode> commits) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < commits.size(); i++) {
            places.put(commits.get(i).path("commit_id").asText(), i);
        }
        int[] children = new int[commits.size()];
        commits.forEach(commit -> parents(commit, places).forEach(parent -> children[parent]++));
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int i = 0; i < children.length; i++) {
            if (children[i] == 0) {
                ready.add(i);
            }
        }
        List<JsonNode> ordered = new ArrayList<>();
        while (!ready.isEmpty()) {
            JsonNode next = commits.get(ready.poll());
            ordered.add(next);
            for (int parent : parents(next, places)) {
                if (--children[parent] == 0) {
                    ready.add(parent);
                }
            }
        }
        return ordered;
    }

    private static List<Integer> parents(JsonNode commit, Map<String, Integer> places) {
        return Json.texts(commit.path("parents")).stream()
                .distinct()
                .filter(places::containsKey)
                .map(places::get)
                .toList();
    }
}
