package io.pggit.core.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A revision as git spells it (gitrevisions(7)): a name, a commit id or a time, perhaps a moment to look at, then steps to
 * ancestors, read from left to right.
 *
 * @param base {@code HEAD}, a branch, a commit id or the beginning of one, or the text of a time; {@code @} is read as
 *     {@code HEAD}
 * @param moment the time in <code>name@{time}</code>: where the name pointed then
 * @param steps where to go from there
 */
public record Revision(String base, Optional<String> moment, List<Step> steps) {
    private static final Pattern STEP = Pattern.compile("([~^])([0-9]{0,9})");
    private static final Pattern BASE = Pattern.compile("(?<base>[^~^{}]*?)(?:@\\{(?<moment>[^{}]+)\\})?(?=[~^]|$)");

    public Revision {
        steps = List.copyOf(steps);
    }

    /** A name or id with steps. */
    public Revision(String base, List<Step> steps) {
        this(base, Optional.empty(), steps);
    }

    /**
     * One step back.
     *
     * @param direction {@code ~}: along first parents; {@code ^}: to a parent by its number
     * @param number how many steps, or which parent from 1; 0 stays
     */
    public record Step(char direction, int number) {}

    /** Reads a revision; empty when {@code text} is none. */
    public static Optional<Revision> parse(String text) {
        Matcher beginning = BASE.matcher(text);
        if (!beginning.lookingAt()) {
            return Optional.empty();
        }
        Optional<String> moment = Optional.ofNullable(beginning.group("moment"));
        int end = beginning.end();
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(text).region(end, text.length());
        int read = end;
        while (step.lookingAt()) {
            int number = step.group(2).isEmpty() ? 1 : Integer.parseInt(step.group(2));
            steps.add(new Step(step.group(1).charAt(0), number));
            read = step.end();
            step.region(read, text.length());
        }
        String name = beginning.group("base");
        boolean head = name.equals("@") || name.isEmpty() && moment.isPresent();
        return name.isEmpty() && !head || read < text.length()
                ? Optional.empty()
                : Optional.of(new Revision(head ? "HEAD" : name, moment, steps));
    }
}
