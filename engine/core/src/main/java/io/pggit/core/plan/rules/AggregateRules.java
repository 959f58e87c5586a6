package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartRules;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Aggregates. */
final class AggregateRules implements PartRules {
    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        Attributes own = part.attributes();
        ObjectId id = part.id().object();
        String variant = own.required("variant");
        List<String> words = new ArrayList<>();
        text(words, own, "transition_function", "SFUNC");
        text(words, own, "state_type", "STYPE");
        text(words, own, "state_size", "SSPACE");
        text(words, own, "final_function", "FINALFUNC");
        flag(words, own, "final_extra", "FINALFUNC_EXTRA");
        if (own.has("final_function")) {
            modify(words, own, "final_modify", "FINALFUNC_MODIFY");
        }
        text(words, own, "combine_function", "COMBINEFUNC");
        text(words, own, "serial_function", "SERIALFUNC");
        text(words, own, "deserial_function", "DESERIALFUNC");
        literal(words, own, "initial_state", "INITCOND");
        text(words, own, "moving_transition_function", "MSFUNC");
        text(words, own, "moving_inverse_function", "MINVFUNC");
        text(words, own, "moving_state_type", "MSTYPE");
        text(words, own, "moving_state_size", "MSSPACE");
        text(words, own, "moving_final_function", "MFINALFUNC");
        flag(words, own, "moving_final_extra", "MFINALFUNC_EXTRA");
        if (own.has("moving_final_function")) {
            modify(words, own, "moving_final_modify", "MFINALFUNC_MODIFY");
        }
        literal(words, own, "moving_initial_state", "MINITCOND");
        text(words, own, "sort_operator", "SORTOP");
        words.add("PARALLEL = " + own.required("parallel").toUpperCase(Locale.ROOT));
        if (variant.equals("hypothetical_set")) {
            words.add("HYPOTHETICAL");
        }
        String name = id.schema().map(schema -> Names.quoted(schema) + ".").orElse("") + Names.quoted(id.name());
        String arguments = own.text("arguments").filter(text -> !text.isEmpty()).orElse("*");
        return List.of(Step.of("CREATE OR REPLACE AGGREGATE " + name + "(" + arguments + ") (\n    "
                + String.join(",\n    ", words) + "\n)"));
    }

    private static void text(List<String> words, Attributes own, String name, String word) {
        own.text(name).ifPresent(value -> words.add(word + " = " + value));
    }

    private static void literal(List<String> words, Attributes own, String name, String word) {
        own.text(name).ifPresent(value -> words.add(word + " = " + Names.literal(value)));
    }

    private static void flag(List<String> words, Attributes own, String name, String word) {
        if (own.flag(name)) {
            words.add(word);
        }
    }

    private static void modify(List<String> words, Attributes own, String name, String word) {
        own.text(name).ifPresent(value -> words.add(word + " = " + value.toUpperCase(Locale.ROOT)));
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        ObjectId id = part.id().object();
        return List.of(Step.of("DROP " + Names.statementTarget(id)));
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        boolean replaceable = before.attributes().same(after.attributes(), "returns")
                && before.attributes().same(after.attributes(), "arguments")
                && before.attributes().same(after.attributes(), "variant");
        return replaceable ? Change.inPlace(create(after, Set.of(), situation)) : Change.replace();
    }
}
