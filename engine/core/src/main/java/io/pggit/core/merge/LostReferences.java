package io.pggit.core.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.lex.ForeignKeyText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Uses of what is not there: by recorded dependencies, and by the columns that texts name. */
final class LostReferences {
    private static final Map<String, String> GROUPS = Map.of(
            "column", "columns",
            "default", "columns",
            "constraint", "constraints",
            "index", "indexes",
            "trigger", "triggers",
            "policy", "policies",
            "rule", "rules");

    private final Frame frame;
    private final SchemaView schema;
    private final Set<Problem> problems;
    private final Map<String, ObjectId> known = new HashMap<>();

    LostReferences(Frame frame, SchemaView schema, Set<Problem> problems) {
        this.frame = frame;
        this.schema = schema;
        this.problems = problems;
        for (Frame.Tree tree : List.of(frame.base(), frame.ours(), frame.theirs())) {
            tree.objects().keySet().forEach(id -> known.put(NewNames.reference(id), id));
        }
    }

    void check(ObjectId id) {
        JsonNode facts = schema.object(id);
        recorded(id, facts);
        facts.path("depends_on").forEach(reference -> lostObject(id, List.of(), facts, reference.asText()));
        facts.path("indexes")
                .properties()
                .forEach(index -> index.getValue()
                        .path("depends_on")
                        .forEach(reference ->
                                lostObject(id, List.of("indexes", index.getKey()), facts, reference.asText())));
        JsonNode owner = facts.path("owned_by");
        if (owner.isObject()) {
            String table = Names.quoted(owner.path("schema").asText()) + "."
                    + Names.quoted(owner.path("table").asText());
            Optional<ObjectId> found = schema.relation(table);
            if (found.isEmpty()
                    || !schema.hasColumn(found.get(), owner.path("column").asText())) {
                problem(
                        id,
                        List.of("owned_by"),
                        "column " + owner.path("column").asText() + " of " + table,
                        List.of());
            }
        }
        texts(id, facts);
        query(id, facts);
    }

    /** What facts record of the uses of each part. */
    private void recorded(ObjectId id, JsonNode facts) {
        facts.path("uses").properties().forEach(part -> {
            Optional<List<String>> path = part(part.getKey(), facts);
            path.ifPresent(place -> part.getValue().properties().forEach(object -> {
                ObjectId used = object.getKey().isEmpty() ? id : known.get(object.getKey());
                if (used == null) {
                    return;
                }
                if (schema.object(used).isMissingNode()) {
                    problem(id, place, object.getKey(), List.of(new Finding.Place(used, List.of())));
                } else {
                    object.getValue().forEach(column -> lostColumn(id, place, used, column.asText()));
                }
            }));
        });
    }

    private static Optional<List<String>> part(String part, JsonNode facts) {
        int space = part.indexOf(' ');
        if (space < 0) {
            return Optional.of(facts.has("query") ? List.of("query") : List.of());
        }
        List<String> path = List.of(GROUPS.getOrDefault(part.substring(0, space), ""), part.substring(space + 1));
        return Paths.get(facts, path).isMissingNode() ? Optional.empty() : Optional.of(path);
    }

    private void lostObject(ObjectId id, List<String> path, JsonNode facts, String reference) {
        ObjectId used = known.get(reference);
        if (used == null || schema.reference(reference).isPresent() || used.equals(id)) {
            return;
        }
        List<List<String>> places = path.isEmpty() ? mentions(facts, Names.qualified(used)) : List.of(path);
        List<Finding.Place> lost = List.of(new Finding.Place(used, List.of()));
        places.forEach(place -> problem(id, place, reference, lost));
    }

    /** The parts whose texts hold a name; the object as a whole when none does. */
    private static List<List<String>> mentions(JsonNode facts, String name) {
        List<List<String>> places = new ArrayList<>();
        for (String group : Frame.GROUPS) {
            facts.path(group).properties().forEach(part -> {
                if (part.getValue().toString().replace("\\\"", "\"").contains(name)) {
                    places.add(List.of(group, part.getKey()));
                }
            });
        }
        return places.isEmpty() ? List.of(List.of()) : places;
    }

    private void texts(ObjectId id, JsonNode facts) {
        facts.path("constraints").properties().forEach(constraint -> {
            List<String> path = List.of("constraints", constraint.getKey());
            SqlText text = new SqlText(constraint.getValue().path("definition").asText());
            boolean foreign = constraint.getValue().path("type").asText().equals("foreign_key");
            int end = foreign ? text.find("REFERENCES", 0) : text.size();
            columns(id, path, id, text.columns(0, end));
            if (foreign) {
                ForeignKeyText.of(text.toString())
                        .flatMap(key -> schema.relation(key.table()).map(table -> Map.entry(key, table)))
                        .ifPresent(key -> columns(
                                id,
                                path,
                                key.getValue(),
                                Set.copyOf(key.getKey().referenced())));
            }
        });
        facts.path("indexes").properties().forEach(index -> {
            SqlText text = new SqlText(index.getValue().path("definition").asText());
            columns(id, List.of("indexes", index.getKey()), id, text.columns(text.find("USING", 0), text.size()));
        });
        facts.path("policies").properties().forEach(policy -> {
            for (String part : List.of("using", "check")) {
                SqlText text = new SqlText(policy.getValue().path(part).asText(""));
                if (!text.contains("SELECT")) {
                    columns(id, List.of("policies", policy.getKey()), id, text.columns(0, text.size()));
                }
            }
        });
        facts.path("columns").properties().forEach(column -> {
            SqlText text = new SqlText(
                    column.getValue().path("generated").path("expression").asText(""));
            columns(id, List.of("columns", column.getKey(), "generated"), id, text.columns(0, text.size()));
        });
    }

    /**
     * A view names columns of what it uses; a name that is still a column of anything it uses is taken for that one. Which
     * column was meant is in the uses, where facts have them.
     */
    private void query(ObjectId id, JsonNode facts) {
        if (facts.has("uses") || !facts.has("query")) {
            return;
        }
        Set<ObjectId> used = new TreeSet<>();
        facts.path("depends_on")
                .forEach(reference ->
                        Optional.ofNullable(known.get(reference.asText())).ifPresent(used::add));
        SqlText text = new SqlText(facts.get("query").asText());
        boolean whole = frame.ours().object(id).isMissingNode()
                || frame.theirs().object(id).isMissingNode();
        for (String column : text.names()) {
            if (used.stream().noneMatch(relation -> schema.hasColumn(relation, column))) {
                used.forEach(relation -> lostColumn(id, whole ? List.of() : List.of("query"), relation, column));
            }
        }
    }

    private void columns(ObjectId id, List<String> path, ObjectId table, Set<String> columns) {
        columns.forEach(column -> lostColumn(id, path, table, column));
    }

    /** Names that never were columns are something else. */
    private void lostColumn(ObjectId id, List<String> path, ObjectId table, String column) {
        List<String> part = List.of("columns", column);
        boolean was = !frame.ours().get(table, part).isMissingNode()
                || !frame.theirs().get(table, part).isMissingNode();
        if (was && !schema.hasColumn(table, column)) {
            problem(
                    id,
                    path,
                    "column " + Names.quoted(column) + " of " + Names.qualified(table),
                    List.of(new Finding.Place(table, part)));
        }
    }

    private void problem(ObjectId id, List<String> path, String lost, List<Finding.Place> what) {
        problems.add(new Problem(
                id, path, ConflictKind.DANGLING_REFERENCE, "it uses " + lost + ", which is not there", what));
    }
}
