package io.pggit.core.plan.rules;

import java.util.List;
import java.util.Set;

/** What is known of built-in types without a database; about others nothing is assumed. */
final class TypeFamilies {
    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");
    private static final List<String> FLOATS = List.of("real", "double precision", "numeric");
    private static final Set<String> TIMES = Set.of(
            "timestamp without time zone",
            "timestamp with time zone",
            "time without time zone",
            "time with time zone",
            "interval");
    private static final Set<String> TEXTS = Set.of("text", "character varying", "character");

    private TypeFamilies() {}

    /** Without length, precision or scale. */
    static String bare(String type) {
        return type.replaceAll("\\([0-9, -]*\\)", "");
    }

    static boolean numeric(String bare) {
        return INTEGERS.contains(bare) || FLOATS.contains(bare);
    }

    /** Whether ALTER TYPE needs no USING. */
    static boolean assignable(String from, String to) {
        return numeric(from) && numeric(to)
                || TEXTS.contains(to) && !from.contains(".")
                || from.startsWith("timestamp") && (to.startsWith("timestamp") || to.equals("date"))
                || from.equals("date") && to.startsWith("timestamp");
    }

    /** Whether there is a cast between two types; otherwise a value goes over its text. */
    static boolean castable(String from, String to) {
        return TEXTS.contains(from)
                || from.equals("boolean") && to.equals("integer")
                || from.equals("integer") && to.equals("boolean");
    }

    /** As measured: wider varchar, varchar to text, numeric wider with the same scale. */
    static boolean keepsRows(String old, String type) {
        String from = bare(old);
        String to = bare(type);
        if (old.equals(type)) {
            return !old.contains(".");
        }
        if (from.equals("character varying") && to.equals("text")) {
            return true;
        }
        if (from.equals(to) && (to.equals("character varying") || to.equals("numeric"))) {
            if (type.equals(to)) {
                return true;
            }
            return !old.equals(from)
                    && precision(type) >= precision(old)
                    && scale(type).equals(scale(old));
        }
        return from.equals("text") && type.equals("character varying");
    }

    /** Whether values may be lost, rounded or refused. */
    static boolean narrows(String old, String type) {
        String from = bare(old);
        String to = bare(type);
        if (FLOATS.contains(from) && FLOATS.contains(to)) {
            return FLOATS.indexOf(to) < FLOATS.indexOf(from)
                    || !type.equals("numeric") && to.equals("numeric") && decimals(old) > decimals(type);
        }
        if (from.equals(to) && TIMES.contains(to)) {
            return fraction(old) > fraction(type);
        }
        if (INTEGERS.contains(from) && INTEGERS.contains(to)) {
            return INTEGERS.indexOf(to) < INTEGERS.indexOf(from);
        }
        return FLOATS.contains(from) && INTEGERS.contains(to)
                || TEXTS.contains(from) && !TEXTS.contains(to)
                || from.startsWith("timestamp") && (to.equals("date") || to.startsWith("time "));
    }

    /** Digits after the point that a value may have. */
    private static int decimals(String type) {
        if (!type.startsWith("numeric(")) {
            return Integer.MAX_VALUE;
        }
        return type.contains(",") ? Integer.parseInt(type.replaceAll(".*,(-?[0-9]+).*", "$1")) : 0;
    }

    /** Digits of fractions of a second; six unless said. */
    private static int fraction(String type) {
        return type.contains("(") ? precision(type) : 6;
    }

    private static int precision(String type) {
        return Integer.parseInt(type.replaceAll(".*\\(([0-9]+).*", "$1"));
    }

    private static String scale(String type) {
        return type.contains(",") ? type.substring(type.indexOf(',')) : "";
    }
}
