package io.pggit.core.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.facts.ObjectKind;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Merges privileges as sets. No list means what a new object has: all privileges for the owner and, for some kinds, some
 * for everybody (manual, 5.8 "Privileges", table 5.2).
 */
final class GrantMerge {
    private static final String PUBLIC = "PUBLIC";

    private final ObjectKind kind;
    /** What owners have; which privileges there are depends on the server's version. */
    private final Set<String> ofOwners = new TreeSet<>();

    private GrantMerge(ObjectKind kind) {
        this.kind = kind;
    }

    /** The privileges of one side. */
    record Side(JsonNode grants, String owner) {}

    /** Merges the privileges of an object. */
    static JsonNode of(ObjectKind kind, Side base, Side ours, Side theirs, String mergedOwner) {
        GrantMerge merge = new GrantMerge(kind);
        for (Side side : new Side[] {base, ours, theirs}) {
            side.grants.path(side.owner).forEach(privilege -> {
                if (!privilege.asText().endsWith(" OPTION")) {
                    merge.ofOwners.add(privilege.asText());
                }
            });
        }
        Map<String, Set<String>> merged = sets(merge.granted(base), merge.granted(ours), merge.granted(theirs));
        boolean usual = merged.equals(merge.usual(mergedOwner));
        return usual ? Paths.missing() : json(merged);
    }

    /** Merges the privileges on a column: without a list there are none. */
    static JsonNode ofColumn(JsonNode base, JsonNode ours, JsonNode theirs) {
        Map<String, Set<String>> merged = sets(listed(base), listed(ours), listed(theirs));
        return merged.isEmpty() ? Paths.missing() : json(merged);
    }

    private Map<String, Set<String>> granted(Side side) {
        return side.grants.isMissingNode() ? usual(side.owner) : listed(side.grants);
    }

    private Map<String, Set<String>> usual(String owner) {
        TreeMap<String, Set<String>> usual = new TreeMap<>();
        if (!ofOwners.isEmpty()) {
            usual.put(owner, ofOwners);
        }
        kind.rights().ofEverybody().ifPresent(right -> usual.put(PUBLIC, new TreeSet<>(Set.of(right))));
        return usual;
    }

    private static Map<String, Set<String>> listed(JsonNode grants) {
        TreeMap<String, Set<String>> listed = new TreeMap<>();
        grants.properties().forEach(grantee -> {
            TreeSet<String> privileges = new TreeSet<>();
            grantee.getValue().forEach(privilege -> privileges.add(privilege.asText()));
            listed.put(grantee.getKey(), privileges);
        });
        return listed;
    }

    private static Map<String, Set<String>> sets(
            Map<String, Set<String>> base, Map<String, Set<String>> ours, Map<String, Set<String>> theirs) {
        TreeSet<String> grantees = new TreeSet<>(ours.keySet());
        grantees.addAll(theirs.keySet());
        TreeMap<String, Set<String>> merged = new TreeMap<>();
        for (String grantee : grantees) {
            Set<String> none = Set.of();
            Set<String> privileges = set(
                    base.getOrDefault(grantee, none),
                    ours.getOrDefault(grantee, none),
                    theirs.getOrDefault(grantee, none));
            if (!privileges.isEmpty()) {
                merged.put(grantee, privileges);
            }
        }
        return merged;
    }

    /** Merges sets: what either side added, without what either removed. */
    static Set<String> set(Set<String> base, Set<String> ours, Set<String> theirs) {
        TreeSet<String> merged = new TreeSet<>(ours);
        merged.addAll(theirs);
        merged.removeIf(value -> base.contains(value) && !(ours.contains(value) && theirs.contains(value)));
        return merged;
    }

    private static ObjectNode json(Map<String, Set<String>> grants) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        grants.forEach((grantee, privileges) -> {
            var list = json.putArray(grantee);
            privileges.forEach(list::add);
        });
        return json;
    }
}
