package io.pggit.capture.footprint;

import java.util.Set;

/**
 * The writers as functions that {@code pggit.try_record} calls within a block that catches what goes wrong. Made from the text of
 * those that event triggers run in mode {@link OnFault#STRICT}, so that the two record alike. A block that catches costs a
 * subtransaction even when nothing goes wrong, which strict writers shall not pay for.
 */
final class CalledWriter {
    private static final Set<String> FILES = Set.of(
            "function_record_attempt",
            "function_record_ddl_command_end",
            "function_record_sql_drop",
            "function_record_table_rewrite");

    private static final String TRIGGER = "() RETURNS event_trigger\n";

    /** An argument of the name of the variable that trigger functions have. */
    private static final String CALLED = "(tg_tag text, OUT done boolean)\n";

    private static final String STACK = "    GET DIAGNOSTICS stack = PG_CONTEXT;\n";

    /** The caller's line takes the place of the function's own. */
    private static final String STACK_OF_CALLER = STACK + "    stack := substr(stack, strpos(stack, E'\\n') + 1);\n";

    private CalledWriter() {}

    /** Whether a file of the footprint is that of a writer. */
    static boolean is(String file) {
        return FILES.contains(file);
    }

    /**
     * The statements that make it.
     *
     * @param writer the text of the writer's file
     */
    static String of(String writer) {
        return "-- The same, for pggit.try_record.\n"
                + once(
                                once(writer.substring(writer.indexOf("CREATE OR REPLACE")), TRIGGER, CALLED),
                                STACK,
                                STACK_OF_CALLER)
                        .replace("() OWNER TO", "(text) OWNER TO")
                        .replace("() FROM PUBLIC", "(text) FROM PUBLIC");
    }

    private static String once(String text, String part, String other) {
        int place = text.indexOf(part);
        if (place < 0 || text.indexOf(part, place + 1) >= 0) {
            throw new IllegalArgumentException("expected once in a writer: " + part);
        }
        return text.substring(0, place) + other + text.substring(place + part.length());
    }
}
