package io.pggit.core.merge;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A routine's definition in clauses, each of which is merged on its own; the body by line. Written again in the order of
 * {@code pg_get_functiondef}.
 */
final class RoutineText {
    private static final Pattern FORM = Pattern.compile(
            "(?<head>CREATE OR REPLACE (?:FUNCTION|PROCEDURE) [^\n]*)\n(?: RETURNS (?<returns>[^\n]*)\n)?"
                    + " LANGUAGE (?<language>[^\n]*)\n(?<options> [^\n]*\n)?(?<sets>(?: SET [^\n]*\n)*)(?<body>(?:AS |BEGIN|RETURN).*)",
            Pattern.DOTALL);
    private static final Pattern OPTIONS = Pattern.compile("(?: TRANSFORM (?<transform>(?:FOR TYPE [^,]*(?:, )?)+?))?"
            + "(?<window> WINDOW)?(?<volatility> IMMUTABLE| STABLE)?(?<parallel> PARALLEL (?:UN)?SAFE| PARALLEL RESTRICTED)?"
            + "(?<strict> STRICT)?(?<definer> SECURITY DEFINER)?(?<leakproof> LEAKPROOF)?(?<cost> COST \\S+)?"
            + "(?<rows> ROWS \\S+)?(?<support> SUPPORT \\S+)?\n");
    private static final String[] NAMES = {
        "transform", "window", "volatility", "parallel", "strict", "definer", "leakproof", "cost", "rows", "support"
    };

    private RoutineText() {}

    /** A merged definition. */
    record Merged(String definition, boolean byLine) {}

    /** Merges; empty when both sides changed one clause, or a definition is written in an unknown form. */
    static Optional<Merged> merge(String base, String ours, String theirs) {
        Optional<Map<String, String>> before = clauses(base);
        Optional<Map<String, String>> our = clauses(ours);
        Optional<Map<String, String>> their = clauses(theirs);
        if (before.isEmpty() || our.isEmpty() || their.isEmpty()) {
            return Optional.empty();
        }
        TreeMap<String, String> merged = new TreeMap<>();
        TreeSet<String> names = new TreeSet<>(our.get().keySet());
        names.addAll(their.get().keySet());
        boolean byLine = false;
        for (String name : names) {
            String was = before.get().getOrDefault(name, "");
            String one = our.get().getOrDefault(name, "");
            String other = their.get().getOrDefault(name, "");
            if (one.equals(other) || other.equals(was)) {
                merged.put(name, one);
            } else if (one.equals(was)) {
                merged.put(name, other);
            } else {
                Optional<String> body = name.equals("body") ? LineMerge.of(was, one, other) : Optional.empty();
                if (body.isEmpty()) {
                    return Optional.empty();
                }
                byLine = true;
                merged.put(name, body.get());
            }
        }
        return Optional.of(new Merged(write(merged), byLine));
    }

    private static Optional<Map<String, String>> clauses(String definition) {
        Matcher form = FORM.matcher(definition);
        if (!form.matches()) {
            return Optional.empty();
        }
        TreeMap<String, String> clauses = new TreeMap<>();
        for (String name : new String[] {"head", "returns", "language", "body"}) {
            Optional.ofNullable(form.group(name)).ifPresent(clause -> clauses.put(name, clause));
        }
        if (form.group("options") != null) {
            Matcher options = OPTIONS.matcher(form.group("options"));
            if (!options.matches()) {
                return Optional.empty();
            }
            for (String name : NAMES) {
                Optional.ofNullable(options.group(name)).ifPresent(clause -> clauses.put("option " + name, clause));
            }
        }
        form.group("sets")
                .lines()
                .forEach(line -> clauses.put("set " + line.strip().split(" ")[1], line));
        return write(clauses).equals(definition) ? Optional.of(clauses) : Optional.empty();
    }

    private static String write(Map<String, String> clauses) {
        StringBuilder text = new StringBuilder(clauses.get("head")).append('\n');
        String returns = clauses.getOrDefault("returns", "");
        text.append(returns.isEmpty() ? "" : " RETURNS " + returns + "\n");
        text.append(" LANGUAGE ").append(clauses.get("language")).append('\n');
        StringBuilder options = new StringBuilder();
        for (String name : NAMES) {
            options.append(clauses.getOrDefault("option " + name, ""));
        }
        text.append(options.isEmpty() ? "" : options + "\n");
        clauses.forEach(
                (name, clause) -> text.append(name.startsWith("set ") && !clause.isEmpty() ? clause + "\n" : ""));
        return text.append(clauses.get("body")).toString();
    }
}
