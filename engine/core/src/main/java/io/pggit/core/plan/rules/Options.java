package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Options in parentheses, such as {@code fillfactor}. */
final class Options {
    private Options() {}

    static String with(SortedMap<String, String> options) {
        return options.isEmpty() ? "" : " WITH (" + list(options) + ")";
    }

    static String list(SortedMap<String, String> options) {
        return options.entrySet().stream()
                .map(option -> name(option.getKey()) + " = " + Names.literal(option.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** {@code toast.autovacuum_enabled} is two names. */
    private static String name(String option) {
        return option.startsWith("toast.") ? "toast." + Names.quoted(option.substring(6)) : Names.quoted(option);
    }

    /** {@code SET (…)} for what is new or different, {@code RESET (…)} for what is gone. */
    static List<String> change(SortedMap<String, String> old, SortedMap<String, String> now) {
        SortedMap<String, String> set = new TreeMap<>(now);
        set.entrySet().removeIf(option -> option.getValue().equals(old.get(option.getKey())));
        List<String> reset = old.keySet().stream()
                .filter(name -> !now.containsKey(name))
                .map(Options::name)
                .toList();
        List<String> changes = new ArrayList<>();
        if (!set.isEmpty()) {
            changes.add("SET (" + list(set) + ")");
        }
        if (!reset.isEmpty()) {
            changes.add("RESET (" + String.join(", ", reset) + ")");
        }
        return changes;
    }
}
