package io.pggit.core.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Paths of attributes, and trees by path. */
final class Paths {
    private Paths() {}

    static int compare(List<String> one, List<String> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    static List<String> inner(List<String> path, String name) {
        List<String> inner = new ArrayList<>(path);
        inner.add(name);
        return List.copyOf(inner);
    }

    static boolean startsWith(List<String> path, List<String> beginning) {
        return path.size() >= beginning.size()
                && path.subList(0, beginning.size()).equals(beginning);
    }

    /** What is at {@code path}; the missing node when there is nothing. */
    static JsonNode get(JsonNode tree, List<String> path) {
        JsonNode node = tree;
        for (String name : path) {
            node = node.path(name);
        }
        return node;
    }

    /** Puts {@code value} at {@code path}, or takes away what is there when it is missing; the path is not empty. */
    static void set(ObjectNode tree, List<String> path, JsonNode value) {
        String last = path.get(path.size() - 1);
        ObjectNode node = tree;
        for (String name : path.subList(0, path.size() - 1)) {
            if (node.get(name) instanceof ObjectNode child) {
                node = child;
            } else if (value.isMissingNode()) {
                return;
            } else {
                node = node.putObject(name);
            }
        }
        if (value.isMissingNode()) {
            node.remove(last);
        } else {
            node.set(last, value.deepCopy());
        }
    }

    static JsonNode missing() {
        return MissingNode.getInstance();
    }
}
