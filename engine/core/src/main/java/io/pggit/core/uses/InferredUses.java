package io.pggit.core.uses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.lex.ForeignKeyText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Adds {@code uses} to facts that lack it, as those of commits do. Which objects an object uses is recorded ({@code
 * depends_on}); which of its parts uses them, and which columns, is told from the text of the part: what it may mention counts
 * as used. That is never too little for parts whose definition is SQL, and at times too much, which costs a plan a statement
 * more than needed.
 */
public final class InferredUses {
    /** What says nothing of the object itself, or is told elsewhere. */
    private static final Set<String> SILENT =
            Set.of("owner", "grants", "comment", "security_labels", "depends_on", "members", "owned_by");

    private static final List<String> OF_TABLE =
            List.of("of_type", "inherits", "partition_of", "access_method", "server");
    private static final Map<String, String> GROUPS = new TreeMap<>(Map.of(
            "constraints", "constraint ",
            "indexes", "index ",
            "triggers", "trigger ",
            "policies", "policy ",
            "rules", "rule ",
            "statistics", "statistics "));

    private final Map<String, ObjectId> byIdentity = new HashMap<>();
    private final SortedMap<ObjectId, Facts> objects;

    private InferredUses(SortedMap<ObjectId, Facts> objects) {
        this.objects = objects;
        objects.keySet().forEach(id -> byIdentity.put(Identities.of(id), id));
    }

    /** The same facts, each with {@code uses}. */
    public static SortedMap<ObjectId, Facts> in(SortedMap<ObjectId, Facts> objects) {
        if (objects.values().stream().allMatch(InferredUses::told)) {
            return objects;
        }
        InferredUses inferred = new InferredUses(objects);
        SortedMap<ObjectId, Facts> complete = new TreeMap<>(objects);
        complete.replaceAll((id, facts) -> told(facts) ? facts : inferred.with(id, facts));
        return complete;
    }

    private static boolean told(Facts facts) {
        return facts.view().has("uses")
                || !facts.view().has("depends_on") && !facts.view().has("column_order");
    }

    private Facts with(ObjectId id, Facts facts) {
        JsonNode tree = facts.view();
        SortedMap<String, Words> parts = parts(id, tree);
        ObjectNode uses = tree.deepCopy();
        ObjectNode found = uses.putObject("uses");
        List<Used> candidates = candidates(tree.path("depends_on"));
        parts.forEach((part, words) -> {
            List<Used> own = new ArrayList<>(candidates);
            own.removeIf(used -> !used.by(part, words, parts));
            own.addAll(exact(part, tree));
            own.forEach(used -> add(found, part, used.name(), used.columns(part, words, columnsOf(used.id()))));
            if (id.kind() == ObjectKind.TABLE) {
                ownColumns(found, id, part, words);
            }
        });
        return Facts.of(uses);
    }

    /** An index and statistics have what they depend on for themselves. */
    private List<Used> exact(String part, JsonNode tree) {
        JsonNode member = part.startsWith("index ")
                ? tree.path("indexes").path(part.substring(6))
                : part.startsWith("statistics ") ? tree.path("statistics").path(part.substring(11)) : tree.path("none");
        return candidates(member.path("depends_on"));
    }

    private List<Used> candidates(JsonNode names) {
        List<Used> used = new ArrayList<>();
        names.forEach(name -> Optional.ofNullable(byIdentity.get(Identities.spelled(name.asText())))
                .ifPresent(id -> used.add(new Used(name.asText(), id))));
        return used;
    }

    private Set<String> columnsOf(ObjectId id) {
        return id.kind() == ObjectKind.TABLE ? names(objects.get(id).view().path("columns")) : Set.of();
    }

    private void ownColumns(ObjectNode found, ObjectId id, String part, Words words) {
        if (part.isEmpty() || part.startsWith("default ")) {
            return;
        }
        String own = part.startsWith("column ") ? part.substring(7) : "";
        List<String> columns =
                words
                        .foreignKey()
                        .map(ForeignKeyText::columns)
                        .orElseGet(() -> words.names().stream().toList())
                        .stream()
                        .filter(column -> columnsOf(id).contains(column) && !column.equals(own))
                        .toList();
        boolean selfReference = words.foreignKey()
                .filter(key -> key.table().equals(Names.qualified(id)))
                .isPresent();
        List<String> all = new ArrayList<>(columns);
        if (selfReference) {
            all.addAll(words.foreignKey().orElseThrow().referenced());
        }
        if (!all.isEmpty()) {
            add(found, part, "", all);
        }
    }

    private static void add(ObjectNode uses, String part, String object, List<String> columns) {
        ObjectNode ofPart = uses.path(part) instanceof ObjectNode there ? there : uses.putObject(part);
        var array = ofPart.putArray(object);
        columns.stream().distinct().sorted().forEach(array::add);
    }

    /** The parts by the names {@code uses} has for them, with what is said in each. */
    private static SortedMap<String, Words> parts(ObjectId id, JsonNode tree) {
        SortedMap<String, Words> parts = new TreeMap<>();
        boolean table = id.kind() == ObjectKind.TABLE;
        boolean made = table
                || id.kind() == ObjectKind.VIEW
                || id.kind() == ObjectKind.MATERIALIZED_VIEW
                || id.kind() == ObjectKind.DOMAIN;
        if (!made) {
            parts.put("", id.kind() == ObjectKind.PUBLICATION ? Words.withNames(tree, SILENT) : Words.of(tree, SILENT));
            return parts;
        }
        ObjectNode whole = ((ObjectNode) tree).objectNode();
        tree.properties().forEach(member -> {
            boolean part = GROUPS.containsKey(member.getKey());
            boolean own = table ? OF_TABLE.contains(member.getKey()) : !part && !SILENT.contains(member.getKey());
            if (own) {
                whole.set(member.getKey(), member.getValue());
            } else if (part) {
                member.getValue()
                        .properties()
                        .forEach(named -> parts.put(
                                GROUPS.get(member.getKey()) + named.getKey(), Words.of(named.getValue(), SILENT)));
            }
        });
        parts.put("", Words.of(whole, SILENT));
        if (table) {
            tree.path("columns").properties().forEach(column -> columns(column.getKey(), column.getValue(), parts));
        }
        return parts;
    }

    private static void columns(String name, JsonNode column, SortedMap<String, Words> parts) {
        ObjectNode own = ((ObjectNode) column).objectNode();
        for (String attribute : List.of("type", "collation", "generated")) {
            if (column.has(attribute)) {
                own.set(attribute, column.get(attribute));
            }
        }
        parts.put("column " + name, Words.of(own, SILENT));
        if (column.has("default")) {
            parts.put("default " + name, Words.of(column.path("default"), SILENT));
        }
    }

    private static Set<String> names(JsonNode tree) {
        Set<String> names = new TreeSet<>();
        tree.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
