package io.pggit.core.fold;

import io.pggit.core.audit.ObjectKey;
import io.pggit.core.audit.Parts;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.ObjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A new name for something that is still the same to PostgreSQL: same OID, or same attribute number.
 *
 * @param what such as {@code table}, {@code column} or {@code constraint}
 * @param object the object renamed, or the one that holds the part, by its new name
 * @param from the old name: qualified for an object, bare for a part; not quoted for a part
 * @param to the new name, likewise
 */
public record Rename(String what, ObjectId object, String from, String to) {
    private static final Map<String, String> SINGULAR = Map.of(
            "constraints", "constraint",
            "indexes", "index",
            "triggers", "trigger",
            "policies", "policy",
            "rules", "rule");

    /** What was renamed between two states of one object: the object first, then columns and members by old name. */
    static List<Rename> between(TrackedObject before, TrackedObject after) {
        List<Rename> renames = new ArrayList<>();
        if (!before.id().equals(after.id())) {
            renames.add(new Rename(
                    after.id().kind().text(), after.id(), Names.qualified(before.id()), Names.qualified(after.id())));
        }
        Parts parts = after.parts();
        parts("column", after.id(), before.parts().columns(), parts.columns(), renames);
        before.parts().members().forEach((group, members) -> {
            SortedMap<String, ObjectKey> now = parts.members().get(group);
            if (now != null) {
                parts(SINGULAR.getOrDefault(group, group), after.id(), members, now, renames);
            }
        });
        return renames;
    }

    private static <K> void parts(
            String what, ObjectId object, SortedMap<String, K> before, SortedMap<String, K> after, List<Rename> to) {
        Map<K, String> names = new HashMap<>();
        after.forEach((name, key) -> names.put(key, name));
        before.forEach((name, key) -> {
            String now = names.getOrDefault(key, name);
            if (!now.equals(name)) {
                to.add(new Rename(what, object, name, now));
            }
        });
    }

    /** Whether the object itself was renamed or moved, rather than a part of it. */
    public boolean ofWholeObject() {
        return what.equals(object.kind().text());
    }

    /** For people: {@code column public.users.email -> mail}, {@code table public.users -> public.people}. */
    public String text() {
        return ofWholeObject()
                ? what + " " + from + " -> " + to
                : what + " " + Names.qualified(object) + "." + Names.quoted(from) + " -> " + Names.quoted(to);
    }
}
