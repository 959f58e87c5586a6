package io.pggit.core.ddl;

import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code CREATE AGGREGATE}. */
public final class AggregateDdl {
    /** Options whose values are names or expressions as they stand. */
    private static final String[][] PLAIN = {
        {"sfunc", "transition_function"},
        {"stype", "state_type"},
        {"sspace", "state_size"},
        {"finalfunc", "final_function"},
        {"combinefunc", "combine_function"},
        {"serialfunc", "serial_function"},
        {"deserialfunc", "deserial_function"},
        {"msfunc", "moving_transition_function"},
        {"minvfunc", "moving_inverse_function"},
        {"mstype", "moving_state_type"},
        {"msspace", "moving_state_size"},
        {"mfinalfunc", "moving_final_function"},
        {"finalfunc_modify", "final_modify"},
        {"mfinalfunc_modify", "moving_final_modify"},
        {"sortop", "sort_operator"},
        {"parallel", "parallel"},
    };

    private AggregateDdl() {}

    static String name(ObjectId id, Attributes attributes) {
        String arguments = attributes.text("arguments").or(id::signature).orElse("");
        return id.schema().map(schema -> Names.quoted(schema) + ".").orElse("")
                + Names.quoted(id.name())
                + (arguments.isEmpty() ? "(*)" : "(" + arguments + ")");
    }

    /** {@code AGGREGATE …}, for {@code CREATE} or {@code CREATE OR REPLACE}. */
    public static String definition(ObjectId id, Attributes attributes) {
        List<String> options = new ArrayList<>();
        for (String[] option : PLAIN) {
            boolean word = option[0].endsWith("modify") || option[0].equals("parallel");
            attributes
                    .text(option[1])
                    .filter(value -> !(word && value.equals(usual(option[0], attributes))))
                    .map(value -> word ? value.toUpperCase(Locale.ROOT) : value)
                    .ifPresent(value -> options.add(option[0] + " = " + value));
        }
        attributes.text("initial_state").ifPresent(value -> options.add("initcond = " + Names.literal(value)));
        attributes.text("moving_initial_state").ifPresent(value -> options.add("minitcond = " + Names.literal(value)));
        if (attributes.flag("final_extra")) {
            options.add("finalfunc_extra");
        }
        if (attributes.flag("moving_final_extra")) {
            options.add("mfinalfunc_extra");
        }
        if (attributes.text("variant").filter("hypothetical_set"::equals).isPresent()) {
            options.add("hypothetical");
        }
        return "AGGREGATE " + name(id, attributes) + " (\n    " + String.join(",\n    ", options) + "\n)";
    }

    /** What an option is where nothing is said (manual, CREATE AGGREGATE). */
    private static String usual(String option, Attributes attributes) {
        boolean normal = attributes.text("variant").orElse("normal").equals("normal");
        return option.equals("parallel") ? "unsafe" : normal ? "read_only" : "read_write";
    }
}
