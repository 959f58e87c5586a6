package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.Hazard;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartRules;
import io.pggit.core.plan.part.Rewrite;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Constraints of tables, with the index behind a key. */
final class ConstraintRules implements PartRules {
    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        Attributes own = part.attributes();
        List<Step> steps = new ArrayList<>();
        boolean only = Situation.partitioned(situation.after(), part.id().object()) && indexed(own);
        String add = "ALTER TABLE " + (only ? "ONLY " : "")
                + Names.qualified(part.id().object()) + " ADD CONSTRAINT "
                + Names.quoted(part.id().name()) + " ";
        steps.addAll(add(part, add + own.required("definition"), situation));
        steps.addAll(afterwards(part, situation));
        return steps;
    }

    private static boolean indexed(Attributes constraint) {
        return Set.of("primary_key", "unique", "exclusion").contains(constraint.required("type"));
    }

    private static List<Step> add(Part part, String sql, Situation situation) {
        boolean validated = !part.attributes().has("validated");
        Step validate = validate(part.id());
        boolean online = situation.options().online() && validated && !sql.endsWith(" NOT ENFORCED");
        return switch (part.attributes().required("type")) {
            case "check" -> {
                Step step = Step.of(sql).locks(LockMode.ACCESS_EXCLUSIVE);
                if (online) {
                    yield List.of(Step.of(sql + " NOT VALID").locks(LockMode.ACCESS_EXCLUSIVE), validate);
                }
                yield List.of(
                        validated ? step.rewrites(Rewrite.SCAN).hazard(Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK) : step);
            }
            case "foreign_key" -> {
                boolean split = online
                        && (situation.options().serverVersion() >= 18
                                || !Situation.partitioned(
                                        situation.after(), part.id().object()));
                if (split) {
                    yield List.of(Step.of(sql + " NOT VALID").locks(LockMode.SHARE_ROW_EXCLUSIVE), validate);
                }
                Step step = Step.of(sql).locks(LockMode.SHARE_ROW_EXCLUSIVE);
                yield List.of(
                        validated
                                ? step.rewrites(Rewrite.SCAN).hazard(Hazard.ACQUIRES_SHARE_ROW_EXCLUSIVE_LOCK)
                                : step);
            }
            default -> KeySteps.add(part, sql, situation);
        };
    }

    static Step validate(PartId id) {
        return Step.of(ColumnRules.alter(id) + "VALIDATE CONSTRAINT " + Names.quoted(id.name()))
                .locks(LockMode.SHARE_UPDATE_EXCLUSIVE)
                .rewrites(Rewrite.SCAN);
    }

    @Override
    public List<Step> afterwards(Part part, Situation situation) {
        boolean strayed = !part.attributes().has("validated")
                && part.attributes().required("type").equals("check")
                && Situation.origin(situation.after(), part.id())
                        .filter(above -> situation.after().attributes(above).has("validated"))
                        .isPresent();
        if (strayed) {
            return List.of(validate(part.id()));
        }
        return IndexProperties.change(
                part.id(), Attributes.NONE, part.attributes().tree("index"), IndexProperties.Options.NOT_IN_DEFINITION);
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        String alter = situation.keptBelow(part.id())
                ? "ALTER TABLE ONLY " + Names.qualified(part.id().object()) + " "
                : ColumnRules.alter(part.id());
        Step step = Step.of(alter + "DROP CONSTRAINT " + Names.quoted(part.id().name()))
                .locks(LockMode.ACCESS_EXCLUSIVE);
        return List.of(
                indexed(part.attributes())
                        ? step.hazard(Hazard.INDEX_DROPPED).hazard(Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK)
                        : step);
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        Attributes old = before.attributes();
        Attributes now = after.attributes();
        List<Step> steps = new ArrayList<>();
        boolean validates = old.has("validated")
                && !now.has("validated")
                && old.required("definition").replace(" NOT VALID", "").equals(now.required("definition"));
        if (validates && old.sameBut(now, "definition", "validated", "comment")) {
            if (Situation.origin(situation.after(), after.id()).isEmpty()) {
                steps.add(validate(after.id()));
            }
            return Change.inPlace(steps);
        }
        if (now.required("type").equals("foreign_key")
                && old.sameBut(now, "definition", "deferrable", "initially_deferred", "comment")
                && withoutDeferral(old).equals(withoutDeferral(now))) {
            return Change.inPlace(List.of(Step.of(ColumnRules.alter(after.id()) + "ALTER CONSTRAINT "
                            + Names.quoted(after.id().name()) + deferral(now))
                    .locks(LockMode.ACCESS_EXCLUSIVE)));
        }
        if (old.sameBut(now, "index", "comment")) {
            return IndexProperties.alterable(old.tree("index"), now.tree("index"))
                    ? Change.inPlace(IndexProperties.change(
                            after.id(),
                            old.tree("index"),
                            now.tree("index"),
                            IndexProperties.Options.NOT_IN_DEFINITION))
                    : Change.replace();
        }
        if (old.sameBut(now, "inherited", "local", "index", "comment")) {
            return Adoption.wanted(after, situation) ? Change.replace() : Change.inPlace(List.of());
        }
        return Change.replace();
    }

    private static String withoutDeferral(Attributes constraint) {
        return constraint.required("definition").replace(" DEFERRABLE", "").replace(" INITIALLY DEFERRED", "");
    }

    private static String deferral(Attributes constraint) {
        return (constraint.flag("deferrable") ? " DEFERRABLE" : " NOT DEFERRABLE")
                + (constraint.flag("initially_deferred") ? " INITIALLY DEFERRED" : "");
    }
}
