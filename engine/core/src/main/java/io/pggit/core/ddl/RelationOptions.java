package io.pggit.core.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Options in parentheses, such as {@code fillfactor}, of relations, columns and indexes. */
public final class RelationOptions {
    /** Values that need no quotes. */
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]+(\\.[0-9]+)?|[a-z_]+");

    private RelationOptions() {}

    /** {@code WITH (…)} behind {@code gap}; empty when there are none. */
    public static String with(String gap, SortedMap<String, String> options) {
        return options.isEmpty() ? "" : gap + "WITH (" + list(options) + ")";
    }

    private static String list(SortedMap<String, String> options) {
        return options.entrySet().stream()
                .map(option -> name(option.getKey()) + "=" + value(option.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String value(String text) {
        return PLAIN.matcher(text).matches() ? text : Names.literal(text);
    }

    /** {@code toast.autovacuum_enabled} is two names. */
    private static String name(String option) {
        return option.startsWith("toast.") ? "toast." + Names.quoted(option.substring(6)) : Names.quoted(option);
    }

    /** {@code SET (…)} for what is new or different, {@code RESET (…)} for what is gone. */
    public static List<String> change(SortedMap<String, String> old, SortedMap<String, String> now) {
        SortedMap<String, String> set = new TreeMap<>(now);
        set.entrySet().removeIf(option -> option.getValue().equals(old.get(option.getKey())));
        List<String> reset = old.keySet().stream()
                .filter(name -> !now.containsKey(name))
                .map(RelationOptions::name)
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
