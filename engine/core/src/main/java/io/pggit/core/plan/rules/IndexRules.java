package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.Hazard;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.PartRules;
import io.pggit.core.plan.part.Rewrite;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Indexes that no constraint stands for. */
final class IndexRules implements PartRules {
    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        String definition = part.attributes().required("definition");
        boolean fresh = !situation.before().objects().contains(part.id().object());
        List<Step> steps = new ArrayList<>();
        if (situation.options().online() && !fresh && !definition.contains(" ON ONLY ")) {
            steps.add(Step.of(definition.replaceFirst(" INDEX ", " INDEX CONCURRENTLY "))
                    .locks(LockMode.SHARE_UPDATE_EXCLUSIVE)
                    .rewrites(Rewrite.INDEX_BUILD)
                    .hazard(Hazard.INDEX_BUILD)
                    .in(Step.Transaction.NONE));
        } else if (fresh) {
            steps.add(Step.of(definition));
        } else if (definition.contains(" ON ONLY ")) {
            // nothing is built: the partitions have the rows
            steps.add(Step.of(definition).locks(LockMode.SHARE));
        } else {
            steps.add(Step.of(definition)
                    .locks(LockMode.SHARE)
                    .rewrites(Rewrite.INDEX_BUILD)
                    .hazard(Hazard.INDEX_BUILD)
                    .hazard(Hazard.ACQUIRES_SHARE_LOCK));
        }
        steps.addAll(IndexProperties.change(
                part.id(), Attributes.NONE, part.attributes(), IndexProperties.Options.IN_DEFINITION));
        return steps;
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        boolean concurrently = situation.options().online()
                && !Situation.partitioned(situation.before(), part.id().object());
        Step step = Step.of("DROP INDEX " + (concurrently ? "CONCURRENTLY " : "")
                        + part.id()
                                .object()
                                .schema()
                                .map(schema -> Names.quoted(schema) + ".")
                                .orElse("")
                        + Names.quoted(part.id().name())
                        + (belowAreConstraints(part, situation) ? " CASCADE" : ""))
                .hazard(Hazard.INDEX_DROPPED);
        return List.of(
                concurrently
                        ? step.locks(LockMode.SHARE_UPDATE_EXCLUSIVE).in(Step.Transaction.NONE)
                        : step.locks(LockMode.ACCESS_EXCLUSIVE).hazard(Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK));
    }

    /** A partition's key can stand for the index above; it goes with that, but only if told so. */
    private static boolean belowAreConstraints(Part part, Situation situation) {
        return situation.before().users(part.id()).stream()
                .filter(user -> user.kind() == PartKind.ATTACHED_INDEX
                        && !user.object().equals(part.id().object()))
                .anyMatch(user -> situation
                        .before()
                        .part(user.sibling(PartKind.CONSTRAINT, user.name()))
                        .isPresent());
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        Attributes old = before.attributes();
        Attributes now = after.attributes();
        boolean sameButOptions = bare(old).equals(bare(now));
        if (!sameButOptions || !IndexProperties.alterable(old.without("definition"), now.without("definition"))) {
            return Change.replace();
        }
        List<Step> steps = new ArrayList<>(
                IndexProperties.change(after.id(), old, now, IndexProperties.Options.NOT_IN_DEFINITION));
        // that of a partitioned table becomes valid with its last partition
        if (old.has("valid")
                && !now.has("valid")
                && !Situation.partitioned(situation.after(), after.id().object())) {
            steps.add(Step.of("REINDEX " + Comments.target(after.id()))
                    .locks(LockMode.ACCESS_EXCLUSIVE)
                    .rewrites(Rewrite.INDEX_BUILD)
                    .hazard(Hazard.INDEX_BUILD));
        }
        return Change.inPlace(steps);
    }

    private static String bare(Attributes index) {
        return index.required("definition").replaceFirst(" WITH \\([^()]*\\)", "");
    }
}
