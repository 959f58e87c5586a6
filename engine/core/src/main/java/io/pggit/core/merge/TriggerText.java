package io.pggit.core.merge;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A trigger's definition as what comes before its events, the events, and what follows; the events are a set. */
final class TriggerText {
    private static final Pattern FORM = Pattern.compile(
            "(?<head>CREATE (?:CONSTRAINT )?TRIGGER .+? (?:BEFORE|AFTER|INSTEAD OF) )(?<events>(?:INSERT|DELETE|UPDATE|TRUNCATE).*?)"
                    + "(?<rest> ON .*)",
            Pattern.DOTALL);
    /** As {@code pg_get_triggerdef} orders them. */
    private static final List<String> ORDER = List.of("INSERT", "DELETE", "UPDATE", "TRUNCATE");

    private TriggerText() {}

    /** Merges; empty when both sides changed one part, and not alike. */
    static Optional<String> merge(String base, String ours, String theirs) {
        Matcher before = FORM.matcher(base);
        Matcher our = FORM.matcher(ours);
        Matcher their = FORM.matcher(theirs);
        if (!before.matches() || !our.matches() || !their.matches()) {
            return Optional.empty();
        }
        Optional<String> head = one(before.group("head"), our.group("head"), their.group("head"));
        Optional<String> rest = one(before.group("rest"), our.group("rest"), their.group("rest"));
        Set<String> events = new TreeSet<>(events(our));
        events.addAll(events(their));
        events.removeIf(event -> events(before).contains(event)
                && !(events(our).contains(event) && events(their).contains(event)));
        long kinds =
                events.stream().map(event -> event.split(" ")[0]).distinct().count();
        if (head.isEmpty() || rest.isEmpty() || events.isEmpty() || kinds < events.size()) {
            return Optional.empty();
        }
        List<String> sorted = events.stream()
                .sorted((one, other) ->
                        Integer.compare(ORDER.indexOf(one.split(" ")[0]), ORDER.indexOf(other.split(" ")[0])))
                .toList();
        return Optional.of(head.get() + String.join(" OR ", sorted) + rest.get());
    }

    private static List<String> events(Matcher trigger) {
        return Arrays.asList(trigger.group("events").split(" OR "));
    }

    private static Optional<String> one(String base, String ours, String theirs) {
        if (ours.equals(theirs) || theirs.equals(base)) {
            return Optional.of(ours);
        }
        return ours.equals(base) ? Optional.of(theirs) : Optional.empty();
    }
}
