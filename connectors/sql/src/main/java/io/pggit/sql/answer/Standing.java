package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.plan.Units;
import io.pggit.runtime.repository.CommitFigures;
import io.pggit.runtime.repository.Head;
import io.pggit.runtime.repository.History;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where HEAD is, seen from branch main.
 *
 * @param ahead commits HEAD has and main has not
 * @param behind commits main has and HEAD has not
 * @param differing objects that are not alike
 */
record Standing(int ahead, int behind, List<String> differing) {
    private static final String MAIN = "main";

    /** Empty when there is no branch main. */
    static Optional<Standing> of(History history) {
        Optional<String> main = history.head(MAIN);
        Optional<String> head = history.head().map(Head::sha);
        if (main.isEmpty() || head.isEmpty()) {
            return Optional.empty();
        }
        if (main.equals(head)) {
            return Optional.of(new Standing(0, 0, List.of()));
        }
        Map<Long, CommitFigures> commits = new HashMap<>();
        history.figures().forEach(commit -> commits.put(commit.ordinal(), commit));
        Set<Long> ofHead = reach(commits, head.get());
        Set<Long> ofMain = reach(commits, main.get());
        int ahead = without(ofHead, ofMain);
        int behind = without(ofMain, ofHead);
        return Optional.of(new Standing(ahead, behind, differing(history)));
    }

    private static Set<Long> reach(Map<Long, CommitFigures> commits, String sha) {
        Set<Long> reached = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>();
        commits.values().stream()
                .filter(commit -> commit.sha().equals(sha))
                .forEach(commit -> open.add(commit.ordinal()));
        while (!open.isEmpty()) {
            long ordinal = open.remove();
            if (reached.add(ordinal)) {
                open.addAll(commits.get(ordinal).parents());
            }
        }
        return reached;
    }

    private static int without(Set<Long> some, Set<Long> others) {
        Set<Long> left = new HashSet<>(some);
        left.removeAll(others);
        return left.size();
    }

    private static List<String> differing(History history) {
        Units main = new Units(history.facts(MAIN));
        Units head = new Units(history.facts("HEAD"));
        Set<String> names = new TreeSet<>();
        for (Units side : List.of(main, head)) {
            side.names().stream().filter(id -> !main.hasAsIn(head, id)).forEach(id -> names.add(Names.qualified(id)));
        }
        return List.copyOf(names);
    }

    ObjectNode json() {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("ahead", ahead).put("behind", behind);
        ArrayNode names = json.putArray("differing");
        differing.forEach(names::add);
        return json;
    }
}
