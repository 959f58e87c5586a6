package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.fold.PartChange;
import io.pggit.core.plan.Planner;
import io.pggit.core.plan.part.PlanOptions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An object at a revision, or a part of one.
 *
 * @param id the object
 * @param facts its facts
 * @param part the part that is meant; empty for the object itself
 */
record Located(ObjectId id, Facts facts, Optional<Part> part) {
    /** Groups of facts whose members can be meant by a name. */
    static final List<String> GROUPS =
            List.of("indexes", "constraints", "triggers", "policies", "rules", "statistics", "columns");

    /**
     * A part of an object.
     *
     * @param group such as {@code indexes}
     * @param name the member's name in it
     */
    record Part(String group, String name) {
        /** Such as {@code index}. */
        String what() {
            return PartChange.word(group).orElse(group);
        }
    }

    /** What it is, in the words of SQL. */
    String type() {
        return part.map(of -> of.what().toUpperCase(Locale.ROOT))
                .orElse(id.kind().sql());
    }

    String name() {
        return Names.qualified(id)
                + part.map(of -> "." + Names.quoted(of.name())).orElse("");
    }

    /** The statements that make a part, given that the object is there without it; without semicolons. */
    List<String> createPart(int serverVersion) {
        ObjectNode without = facts.tree();
        Part of = part.orElseThrow();
        ((ObjectNode) without.path(of.group())).remove(of.name());
        if (without.path("column_order") instanceof ArrayNode order) {
            for (int i = order.size() - 1; i >= 0; i--) {
                if (of.group().equals("columns") && order.get(i).asText().equals(of.name())) {
                    order.remove(i);
                }
            }
        }
        return Planner.plan(
                        new TreeMap<>(Map.of(id, Facts.of(without))),
                        new TreeMap<>(Map.of(id, facts)),
                        PlanOptions.forServer(serverVersion))
                .sql();
    }
}
