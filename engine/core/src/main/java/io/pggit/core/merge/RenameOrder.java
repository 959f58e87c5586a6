package io.pggit.core.merge;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.fold.Rename;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/** New names one after the other, so that each is free when its turn comes: in a circle, one goes by way of another name. */
final class RenameOrder {
    private static final Map<String, String> SINGULAR = Map.of(
            "columns", "column",
            "constraints", "constraint",
            "indexes", "index",
            "triggers", "trigger",
            "policies", "policy",
            "rules", "rule");

    private final List<Rename> renames = new ArrayList<>();

    /** Objects first, then the parts of each. */
    static List<Rename> of(Renames names) {
        RenameOrder order = new RenameOrder();
        order.objects(names.objects());
        names.parts().forEach((object, groups) -> {
            ObjectId now = names.objects().getOrDefault(object, object);
            groups.forEach((group, parts) -> order.parts(SINGULAR.getOrDefault(group, group), now, parts));
        });
        return List.copyOf(order.renames);
    }

    private void objects(SortedMap<ObjectId, ObjectId> names) {
        steps(
                        names,
                        (one, other) -> bare(one).equals(bare(other)),
                        id -> new ObjectId(id.kind(), id.schema(), aside(id.name()), id.signature()))
                .forEach(step -> renames.add(new Rename(
                        step.to.kind().text(), step.to, Names.qualified(step.from), Names.qualified(step.to))));
    }

    private void parts(String what, ObjectId object, SortedMap<String, String> names) {
        steps(names, String::equals, RenameOrder::aside)
                .forEach(step -> renames.add(new Rename(what, object, step.from, step.to)));
    }

    /** Relations of all kinds share their names, so the kind does not count. */
    private static List<Optional<String>> bare(ObjectId id) {
        return List.of(id.schema(), Optional.of(id.name()), id.signature());
    }

    private static String aside(String name) {
        return "pggit_aside_" + Integer.toHexString(name.hashCode());
    }

    private record Step<K>(K from, K to) {}

    private static <K> List<Step<K>> steps(SortedMap<K, K> names, BiPredicate<K, K> same, UnaryOperator<K> aside) {
        List<Step<K>> steps = new ArrayList<>();
        TreeMap<K, K> open = new TreeMap<>(names);
        while (!open.isEmpty()) {
            Optional<K> free = open.keySet().stream()
                    .filter(from -> open.keySet().stream()
                            .noneMatch(other -> !other.equals(from) && same.test(other, open.get(from))))
                    .findFirst();
            K from = free.orElseGet(open::firstKey);
            K to = open.remove(from);
            if (free.isPresent()) {
                steps.add(new Step<>(from, to));
            } else {
                K between = aside.apply(from);
                steps.add(new Step<>(from, between));
                open.put(between, to);
            }
        }
        return steps;
    }
}
