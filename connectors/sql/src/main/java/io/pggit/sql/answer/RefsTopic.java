package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.fold.Fold;
import io.pggit.runtime.repository.CommitEntry;
import io.pggit.runtime.repository.CommitFigures;
import io.pggit.runtime.repository.Head;
import io.pggit.runtime.repository.History;
import io.pggit.runtime.repository.Ref;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Names and commits as they are committed:
 *
 * <ul>
 *   <li>{@code refs}: {@code {name, type, sha, last_commit}} for each branch and tag
 *   <li>{@code branches}: {@code {name, sha, is_current, last_commit, commits, objects, bytes, made_on}} each
 *   <li>{@code shared {of: [[branch, parent]]}}: {@code {branch, percent}} each: how much of a branch's tree its parent has too
 *   <li>{@code graph}: every commit, the newest first, {@code [sha, tree, author, message, committed_at, generation, kind, branch,
 *       parents]} each, the parents as PostgreSQL writes an array: it reads a JSON array in a fifth of the time an object takes
 *   <li>{@code commits {limit, offset}}: those HEAD reaches, the newest first
 * </ul>
 */
public final class RefsTopic implements Topic {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int SIZES_KEPT = 1_000;

    /** Of trees, the last asked for: a tree never changes. */
    private final Map<String, long[]> sizes = new Kept<>(SIZES_KEPT);

    /** By both trees: how much of the first the second has too, in percent. */
    private final Map<List<String>, Double> shares = new Kept<>(SIZES_KEPT);

    @Override
    public Set<String> kinds() {
        return Set.of("refs", "branches", "shared", "graph", "commits");
    }

    @Override
    public Fold.Unclosed unclosed(String kind) {
        return Fold.Unclosed.LEFT_OPEN;
    }

    @Override
    public ArrayNode answer(Question question, History history) throws QuestionRefused {
        return switch (question.kind()) {
            case "refs" -> refs(history);
            case "branches" -> branches(history);
            case "shared" -> shared(question, history);
            case "graph" -> graph(history);
            default -> commits(question, history);
        };
    }

    private static ArrayNode refs(History history) {
        ArrayNode answer = JSON.arrayNode();
        history.branches().forEach(branch -> add(answer, branch, "branch", history));
        history.tags().forEach(tag -> add(answer, tag, "tag", history));
        return answer;
    }

    private static void add(ArrayNode answer, Ref ref, String type, History history) {
        answer.addObject()
                .put("name", ref.name())
                .put("type", type)
                .put("sha", ref.sha())
                .put("last_commit", tip(history, ref).time().toString());
    }

    private static CommitEntry tip(History history, Ref ref) {
        return history.log(ref.sha(), 1).get(0);
    }

    private ArrayNode branches(History history) {
        ArrayNode answer = JSON.arrayNode();
        String current = history.head().flatMap(Head::branch).orElse("");
        for (Ref branch : history.branches()) {
            CommitEntry tip = tip(history, branch);
            long[] size = sizeOfTree(tip.tree(), history, branch);
            answer.addObject()
                    .put("name", branch.name())
                    .put("sha", branch.sha())
                    .put("is_current", branch.name().equals(current))
                    .put("last_commit", tip.time().toString())
                    .put("commits", history.countCommits(branch.sha()))
                    .put("objects", size[0])
                    .put("bytes", size[1]);
        }
        return answer;
    }

    private synchronized long[] sizeOfTree(String tree, History history, Ref branch) {
        return sizes.computeIfAbsent(tree, unknown -> size(history, branch.sha()));
    }

    /** Objects and bytes. */
    private static long[] size(History history, String sha) {
        long[] size = new long[2];
        history.eachObject(sha, (id, facts) -> {
            size[0]++;
            size[1] += facts.text().getBytes(StandardCharsets.UTF_8).length;
        });
        return size;
    }

    private ArrayNode shared(Question question, History history) {
        ArrayNode answer = JSON.arrayNode();
        question.args().path("of").forEach(pair -> {
            String branch = pair.path(0).asText();
            String parent = pair.path(1).asText();
            if (history.head(branch).isPresent() && history.head(parent).isPresent()) {
                answer.addObject().put("branch", branch).put("percent", share(history, branch, parent));
            }
        });
        return answer;
    }

    private synchronized double share(History history, String branch, String parent) {
        String own = history.log(branch, 1).get(0).tree();
        String above = history.log(parent, 1).get(0).tree();
        return own.equals(above)
                ? 100
                : shares.computeIfAbsent(
                        List.of(own, above), trees -> share(history.facts(branch), history.facts(parent)));
    }

    private static double share(SortedMap<ObjectId, Facts> own, SortedMap<ObjectId, Facts> above) {
        long same = own.entrySet().stream()
                .filter(entry -> entry.getValue().equals(above.get(entry.getKey())))
                .count();
        return own.isEmpty() ? 100 : 100.0 * same / own.size();
    }

    private static ArrayNode graph(History history) {
        List<CommitFigures> commits = history.figures();
        Map<Long, String> ids = new HashMap<>();
        Map<Long, Integer> generations = new HashMap<>();
        for (CommitFigures commit : commits) {
            int generation = 1
                    + commit.parents().stream().mapToInt(generations::get).max().orElse(0);
            ids.put(commit.ordinal(), commit.sha());
            generations.put(commit.ordinal(), generation);
        }
        ArrayNode answer = JSON.arrayNode();
        for (int i = commits.size() - 1; i >= 0; i--) {
            CommitFigures commit = commits.get(i);
            answer.addArray()
                    .add(commit.sha())
                    .add(commit.tree())
                    .add(commit.author())
                    .add(commit.summary())
                    .add(commit.time().toString())
                    .add(generations.get(commit.ordinal()))
                    .add(commit.kind().text())
                    .add(commit.branch())
                    .add(commit.parents().stream().map(ids::get).collect(Collectors.joining(",", "{", "}")));
        }
        return answer;
    }

    private static ArrayNode commits(Question question, History history) throws QuestionRefused {
        ArrayNode answer = JSON.arrayNode();
        int offset = question.count("offset", 0);
        int limit = (int) Math.min(Integer.MAX_VALUE, (long) question.limit() + offset);
        if (history.head().isPresent()) {
            history.log("HEAD", limit).stream().skip(offset).forEach(commit -> {
                ObjectNode node = CommitJson.of(commit);
                node.remove("objects");
                answer.add(node);
            });
        }
        return answer;
    }
}
