package io.pggit.core.merge;

import java.util.List;
import java.util.Set;

/** What kind of value stands where in facts. */
enum Shape {
    /** Members of their own: a part, an option, a grantee. An absent one is the same as an empty one. */
    OPEN,
    /** Privileges by grantee. */
    GRANTS,
    /** A list whose order means nothing. */
    SET,
    /** A list whose order means something, each value once. */
    SEQUENCE,
    /** The columns in their order. */
    COLUMN_ORDER,
    /** The text of a view. */
    QUERY,
    /** The text of a routine. */
    ROUTINE,
    /** The text of a trigger. */
    TRIGGER,
    /** What the object or its parts use. */
    USES,
    /** A value, or members that belong together. */
    PLAIN;

    private static final Set<String> OPEN_IN_PARTS = Set.of("options", "statistics", "settings");

    static Shape of(List<String> path) {
        String last = path.isEmpty() ? "" : path.get(path.size() - 1);
        return switch (path.size()) {
            case 0 -> PLAIN;
            case 1 -> top(last);
            case 2 -> path.get(0).equals("uses") ? USES : PLAIN;
            default -> Frame.GROUPS.contains(path.get(0)) ? inPart(path, last) : PLAIN;
        };
    }

    private static Shape top(String name) {
        return switch (name) {
            case "columns",
                    "attributes",
                    "constraints",
                    "indexes",
                    "triggers",
                    "policies",
                    "rules",
                    "options",
                    "settings",
                    "statistics" -> OPEN;
            case "grants" -> GRANTS;
            case "depends_on" -> SET;
            case "uses" -> USES;
            case "labels", "inherits" -> SEQUENCE;
            case "column_order", "attribute_order" -> COLUMN_ORDER;
            case "query" -> QUERY;
            case "definition" -> ROUTINE;
            default -> PLAIN;
        };
    }

    private static Shape inPart(List<String> path, String last) {
        if (path.size() > 3) {
            return PLAIN;
        }
        if (OPEN_IN_PARTS.contains(last)) {
            return OPEN;
        }
        return switch (last) {
            case "grants" -> GRANTS;
            case "depends_on", "roles" -> SET;
            case "definition" -> path.get(0).equals("triggers") ? TRIGGER : PLAIN;
            default -> PLAIN;
        };
    }

    /** Whether what stands there exists or not as one thing: an object, or one of its parts. */
    static boolean isUnit(List<String> path) {
        return path.isEmpty() || path.size() == 2 && Frame.GROUPS.contains(path.get(0));
    }
}
