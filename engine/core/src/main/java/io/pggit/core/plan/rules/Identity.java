package io.pggit.core.plan.rules;

import io.pggit.core.ddl.ColumnDdl;
import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.plan.part.Hazard;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The identity property of a column. */
final class Identity {
    private static final Pattern AFTER_SCHEMA = Pattern.compile("^(?:\"(?:[^\"]|\"\")*\"|[^\".]*)\\.");

    private Identity() {}

    static String definition(PartId column, Attributes identity) {
        check(identity);
        return ColumnDdl.identity(column.object(), column.name(), identity);
    }

    /** Fails when an attribute every identity has is missing. */
    static void check(Attributes identity) {
        identity.required("generated");
        Attributes sequence = identity.tree("sequence");
        if (!sequence.isEmpty()) {
            sequence.required("name");
            SequenceOptions.create(sequence);
        }
    }

    private static List<Step> renamed(Attributes old, Attributes now) {
        if (old.same(now, "name")) {
            return List.of();
        }
        String name = AFTER_SCHEMA.matcher(now.required("name")).replaceFirst("");
        return List.of(Step.of("ALTER SEQUENCE " + old.required("name") + " RENAME TO " + name));
    }

    static List<Step> change(PartId id, Attributes old, Attributes now) {
        String alter = ColumnRules.alter(id) + "ALTER COLUMN " + Names.quoted(id.name()) + " ";
        if (!now.has("identity")) {
            return old.has("identity")
                    ? List.of(Step.of(alter + "DROP IDENTITY")
                            .locks(LockMode.ACCESS_EXCLUSIVE)
                            .hazard(Hazard.CORRECTNESS))
                    : List.of();
        }
        Attributes identity = now.tree("identity");
        if (!old.has("identity")) {
            return List.of(Step.of(alter + "ADD " + definition(id, identity)).locks(LockMode.ACCESS_EXCLUSIVE));
        }
        Attributes oldSequence = old.tree("identity").tree("sequence");
        Attributes sequence = identity.tree("sequence");
        List<String> words = new ArrayList<>();
        if (!identity.same(old.tree("identity"), "generated")) {
            words.add("SET GENERATED " + identity.required("generated").toUpperCase(Locale.ROOT));
        }
        boolean retyped = !oldSequence.same(sequence, "type");
        if (!oldSequence.isEmpty() && !sequence.isEmpty()) {
            SequenceOptions.change(oldSequence, sequence).stream()
                    .filter(word -> !(retyped && word.startsWith("MAXVALUE")))
                    .map(word -> word.startsWith("RESTART") ? word : "SET " + word)
                    .forEach(words::add);
        }
        List<Step> steps = new ArrayList<>(renamed(oldSequence, sequence));
        if (retyped && old.same(now, "type")) {
            steps.add(Step.of("ALTER SEQUENCE " + sequence.required("name") + " AS " + sequence.required("type")));
        }
        if (!words.isEmpty()) {
            Step step = Step.of(alter + String.join(" ", words)).locks(LockMode.ACCESS_EXCLUSIVE);
            steps.add(
                    words.stream().anyMatch(word -> word.startsWith("RESTART"))
                            ? step.hazard(Hazard.CORRECTNESS)
                            : step);
        }
        if (!oldSequence.same(sequence, "persistence")) {
            steps.add(Step.of("ALTER SEQUENCE " + sequence.required("name")
                    + (sequence.has("persistence") ? " SET UNLOGGED" : " SET LOGGED")));
        }
        return steps;
    }
}
