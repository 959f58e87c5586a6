package io.pggit.core.plan;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.facts.Ties;
import io.pggit.core.fold.Rename;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.uses.Identities;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * As much of two trees as a plan between them depends on, so that it costs what differs and not what there is. The plan
 * between the whole trees has the same statements.
 *
 * <p>What differs is in it, or has a new name. So is, again and again, what uses something that is in it, since it may have to
 * make way; the tables above a table, whose keys and indexes go with those of the tables below; and transforms where there is a
 * routine, which may take them up. To use something connects in this direction alone: a schema that stays as it is does not bring
 * along everything that lies in it.
 *
 * @param before what may change, as it is
 * @param after what may change, as it shall be
 * @param around what those use, or share the name of a NOT NULL with, and stays as it is on both sides
 */
public record Neighbourhood(
        SortedMap<ObjectId, Facts> before, SortedMap<ObjectId, Facts> after, SortedMap<ObjectId, Facts> around) {
    /** Copies all. */
    public Neighbourhood {
        before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
        after = Collections.unmodifiableSortedMap(new TreeMap<>(after));
        around = Collections.unmodifiableSortedMap(new TreeMap<>(around));
    }

    /**
     * The neighbourhood of what differs between two trees.
     *
     * @param renames what history knows of
     */
    public static Neighbourhood of(
            SortedMap<ObjectId, Facts> before, SortedMap<ObjectId, Facts> after, List<Rename> renames) {
        return new Search(before, after).around(renames);
    }

    /** All there is to know of the one side. */
    SortedMap<ObjectId, Facts> allBefore() {
        return with(before);
    }

    /** All there is to know of the other side. */
    SortedMap<ObjectId, Facts> allAfter() {
        return with(after);
    }

    private SortedMap<ObjectId, Facts> with(SortedMap<ObjectId, Facts> side) {
        SortedMap<ObjectId, Facts> all = new TreeMap<>(side);
        all.putAll(around);
        return all;
    }

    /** Looks for what belongs to a neighbourhood, by the ties of objects alone. */
    private static final class Search {
        private final SortedMap<ObjectId, Facts> before;
        private final SortedMap<ObjectId, Facts> after;
        private final Map<String, ObjectId> byIdentity = new HashMap<>();
        private final Set<ObjectId> transforms = new HashSet<>();
        /** By an object, those that are in with it. */
        private final Map<ObjectId, Set<ObjectId>> followers = new HashMap<>();

        private final Deque<ObjectId> entering = new ArrayDeque<>();
        private final SortedSet<ObjectId> inside = new TreeSet<>();

        Search(SortedMap<ObjectId, Facts> before, SortedMap<ObjectId, Facts> after) {
            this.before = before;
            this.after = after;
        }

        Neighbourhood around(List<Rename> renames) {
            Set<ObjectId> different = different();
            different.forEach(this::enter);
            renamed(renames);
            if (!entering.isEmpty()) {
                identify(before);
                identify(after);
                before.forEach(this::connect);
                different.forEach(id -> Optional.ofNullable(after.get(id)).ifPresent(facts -> connect(id, facts)));
            }
            while (!entering.isEmpty()) {
                followers.getOrDefault(entering.remove(), Set.of()).forEach(this::enter);
            }
            return new Neighbourhood(inside(before), inside(after), outside());
        }

        private Set<ObjectId> different() {
            Set<ObjectId> different = new HashSet<>(after.keySet());
            before.forEach((id, facts) -> {
                if (facts.equals(after.get(id))) {
                    different.remove(id);
                } else {
                    different.add(id);
                }
            });
            return different;
        }

        private void renamed(List<Rename> renames) {
            Set<ObjectId> now = new HashSet<>();
            Set<String> once = new HashSet<>();
            for (Rename rename : renames) {
                now.add(rename.object());
                if (rename.ofWholeObject()) {
                    once.add(rename.what() + " " + rename.from());
                }
            }
            if (!renames.isEmpty()) {
                Stream.concat(before.keySet().stream(), after.keySet().stream())
                        .filter(id ->
                                now.contains(id) || once.contains(id.kind().text() + " " + Names.qualified(id)))
                        .forEach(this::enter);
            }
        }

        private void enter(ObjectId id) {
            if (inside.add(id)) {
                entering.add(id);
            }
        }

        private void identify(SortedMap<ObjectId, Facts> side) {
            side.keySet().forEach(id -> {
                byIdentity.put(Identities.of(id), id);
                if (id.kind() == ObjectKind.TRANSFORM) {
                    transforms.add(id);
                }
            });
        }

        private void connect(ObjectId id, Facts facts) {
            used(facts.ties()).forEach(used -> connect(used, id));
            above(facts.ties()).forEach(table -> connect(id, table));
            if (id.kind() == ObjectKind.FUNCTION || id.kind() == ObjectKind.PROCEDURE) {
                transforms.forEach(transform -> connect(id, transform));
            }
        }

        private void connect(ObjectId id, ObjectId follower) {
            followers.computeIfAbsent(id, key -> new HashSet<>()).add(follower);
        }

        private Stream<ObjectId> used(Ties ties) {
            return Stream.of(ties.uses().stream().flatMap(this::identified), above(ties), ties.owner().stream())
                    .flatMap(ids -> ids);
        }

        private Stream<ObjectId> above(Ties ties) {
            return ties.above().stream().flatMap(table -> identified(ObjectKind.TABLE.text() + " " + table));
        }

        private Stream<ObjectId> identified(String identity) {
            return Optional.ofNullable(byIdentity.get(Identities.spelled(identity))).stream();
        }

        private SortedMap<ObjectId, Facts> inside(SortedMap<ObjectId, Facts> side) {
            TreeMap<ObjectId, Facts> found = new TreeMap<>();
            inside.forEach(id -> Optional.ofNullable(side.get(id)).ifPresent(facts -> found.put(id, facts)));
            return found;
        }

        private SortedMap<ObjectId, Facts> outside() {
            TreeSet<String> notNulls = new TreeSet<>();
            TreeMap<ObjectId, Facts> found = new TreeMap<>();
            for (SortedMap<ObjectId, Facts> side : List.of(inside(before), inside(after))) {
                side.forEach((id, facts) -> {
                    used(facts.ties()).forEach(used -> bystander(used, found));
                    notNulls.addAll(notNulls(id, facts));
                });
            }
            if (!notNulls.isEmpty()) {
                before.forEach((id, facts) -> {
                    if (id.kind() == ObjectKind.TABLE && mayShare(id, facts.ties(), notNulls)) {
                        bystander(id, found);
                    }
                });
            }
            return found;
        }

        private void bystander(ObjectId id, SortedMap<ObjectId, Facts> found) {
            if (!inside.contains(id)) {
                Optional.ofNullable(before.get(id)).ifPresent(facts -> found.put(id, facts));
            }
        }

        private static Set<String> notNulls(ObjectId id, Facts facts) {
            Set<String> names = new TreeSet<>();
            if (id.kind() == ObjectKind.TABLE) {
                Attributes.of(facts.view()).trees("columns").forEach((name, column) -> {
                    if (column.flag("not_null")) {
                        names.add(inSchema(id, Part.notNullName(new PartId(id, PartKind.COLUMN, name), column)));
                    }
                });
            }
            return names;
        }

        /** Whether a table has one of the names, or would for a column of some name: the usual ones begin with its own. */
        private static boolean mayShare(ObjectId table, Ties ties, TreeSet<String> names) {
            String usual = inSchema(table, table.name() + "_");
            return Optional.ofNullable(names.ceiling(usual))
                            .filter(name -> name.startsWith(usual))
                            .isPresent()
                    || ties.notNulls().stream().anyMatch(name -> names.contains(inSchema(table, name)));
        }

        private static String inSchema(ObjectId table, String name) {
            return table.schema().orElse("") + "." + name;
        }
    }
}
