package io.pggit.core.plan;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.fold.ObjectChange.Type;
import io.pggit.core.fold.Rename;
import io.pggit.core.plan.part.PlanOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The way from one tree to another, as a whole and by object.
 *
 * @param plan all statements, in an order in which they run
 * @param objects what differs, an element per {@linkplain Units unit}: what others depend on first, drops last. Each has the
 *     statements about itself, and those that make way for them where an object in between stays as it is
 */
public record Migration(Plan plan, List<ObjectMigration> objects) {
    public Migration {
        objects = List.copyOf(objects);
    }

    /**
     * The way from {@code before} to {@code after}.
     *
     * @param renames what history knows of, in the order in which it happened
     */
    public static Migration between(
            SortedMap<ObjectId, Facts> before,
            SortedMap<ObjectId, Facts> after,
            List<Rename> renames,
            PlanOptions options) {
        return between(Neighbourhood.of(before, after, renames), before, after, renames, options);
    }

    static Migration between(
            Neighbourhood states,
            SortedMap<ObjectId, Facts> before,
            SortedMap<ObjectId, Facts> after,
            List<Rename> renames,
            PlanOptions options) {
        Plan plan = Planner.plan(states, renames, options);
        Units from = new Units(before);
        Units to = new Units(after);
        SortedMap<ObjectId, ObjectId> origins = origins(before.keySet(), renames);
        List<ObjectMigration> rows = new ArrayList<>();
        SortedSet<ObjectId> gone = from.names();
        for (ObjectId root : to.names()) {
            ObjectId was = origins.getOrDefault(root, root);
            Type type = gone.remove(was) ? Type.ALTER : Type.CREATE;
            if (type == Type.CREATE || !was.equals(root) || !to.hasAsIn(from, root)) {
                rows.add(new ObjectMigration(root, Optional.of(was).filter(old -> !old.equals(root)), type, List.of()));
            }
        }
        gone.forEach(root -> rows.add(new ObjectMigration(root, Optional.empty(), Type.DROP, List.of())));
        return new Migration(plan, new Shares(plan, states, from, to, origins).of(rows));
    }

    /** Names before by names after, as far as the planner carries renames out. */
    private static SortedMap<ObjectId, ObjectId> origins(Set<ObjectId> before, List<Rename> renames) {
        SortedSet<ObjectId> names = new TreeSet<>(before);
        TreeMap<ObjectId, ObjectId> origins = new TreeMap<>();
        for (Rename rename : renames) {
            ObjectId to = rename.object();
            if (rename.ofWholeObject() && !names.contains(to)) {
                names.stream()
                        .filter(id ->
                                id.kind() == to.kind() && Names.qualified(id).equals(rename.from()))
                        .findFirst()
                        .ifPresent(old -> {
                            names.remove(old);
                            names.add(to);
                            origins.put(
                                    to, Optional.ofNullable(origins.remove(old)).orElse(old));
                        });
            }
        }
        return origins;
    }
}
