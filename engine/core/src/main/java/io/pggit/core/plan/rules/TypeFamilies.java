package io.pggit.core.plan.rules;

import java.util.List;
import java.util.Set;

/** What is known of built-in types without a database; about others nothing is assumed. */
final class TypeFamilies {
    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");
    private static final Set<String> FLOATS = Set.of("real", "double precision", "numeric");
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

    /** Whether values may be lost or refused. */
    static boolean narrows(String old, String type) {
        String from = bare(old);
        String to = bare(type);
        if (INTEGERS.contains(from) && INTEGERS.contains(to)) {
            return INTEGERS.indexOf(to) < INTEGERS.indexOf(from);
        }
        return FLOATS.contains(from) && INTEGERS.contains(to)
                || from.startsWith("timestamp") && (to.equals("date") || to.startsWith("time "));
    }

    private static int precision(String type) {
        return Integer.parseInt(type.replaceAll(".*\\(([0-9]+).*", "$1"));
    }

    private static String scale(String type) {
        return type.contains(",") ? type.substring(type.indexOf(',')) : "";
    }
}
