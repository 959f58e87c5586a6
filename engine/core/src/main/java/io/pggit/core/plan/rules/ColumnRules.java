package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartKind;
import io.pggit.core.plan.part.PartRules;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Columns of tables. */
public final class ColumnRules implements PartRules {
    static String alter(PartId id) {
        return "ALTER TABLE " + Names.qualified(id.object()) + " ";
    }

    /** For what PostgreSQL would otherwise also do to the tables below, which have facts of their own. */
    static String alterOnly(PartId id, Situation situation) {
        return Situation.hasChildren(situation.before(), id.object())
                        || Situation.hasChildren(situation.after(), id.object())
                ? "ALTER TABLE ONLY " + Names.qualified(id.object()) + " "
                : alter(id);
    }

    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        Attributes column = part.attributes();
        Optional<String> value = Optional.of(
                        part.id().sibling(PartKind.DEFAULT, part.id().name()))
                .filter(with::contains)
                .map(id -> situation.after().attributes(id).required("default"));
        Step step = Step.of(alter(part.id()) + "ADD COLUMN " + ColumnDefinition.of(part.id(), column, value, situation))
                .locks(LockMode.ACCESS_EXCLUSIVE);
        List<Step> steps = new ArrayList<>();
        boolean checked = part.uses().stream().anyMatch(used -> used.object().kind() == ObjectKind.DOMAIN);
        steps.add(checked || rewrites(column, value) ? ColumnType.rewriting(step) : step);
        steps.addAll(afterwards(part, situation));
        return steps;
    }

    /** A default that gives every row a value of its own; what cannot be told to be constant counts. */
    private static boolean rewrites(Attributes column, Optional<String> value) {
        boolean stored =
                column.tree("generated").text("kind").filter("stored"::equals).isPresent();
        return stored
                || column.has("identity")
                || value.filter(text -> text.contains("(")).isPresent();
    }

    @Override
    public List<Step> afterwards(Part part, Situation situation) {
        Attributes column = part.attributes();
        List<Step> steps = new ArrayList<>(ColumnStorage.change(part.id(), Attributes.NONE, column, situation));
        steps.removeIf(step -> step.sql().contains(" SET COMPRESSION "));
        if (column.has("not_null_validated")) {
            steps.addAll(NotNull.change(part.id(), Attributes.NONE, column, situation));
        } else {
            steps.addAll(NotNull.comment(part.id(), Attributes.NONE, column));
        }
        if (adopted(part, situation)) {
            steps.addAll(Adoption.fill(part, situation));
        }
        return steps;
    }

    /** Asked of the part of either side. */
    private static boolean adopted(Part part, Situation situation) {
        return situation
                .after()
                .part(part.id())
                .filter(after -> Adoption.wanted(after, situation))
                .filter(after -> Adoption.obstacle(after, situation).isEmpty())
                .isPresent();
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        String alter = situation.keptBelow(part.id())
                ? "ALTER TABLE ONLY " + Names.qualified(part.id().object()) + " "
                : alter(part.id());
        if (adopted(part, situation)) {
            return Adoption.drop(part);
        }
        return List.of(Step.of(alter + "DROP COLUMN " + Names.quoted(part.id().name()))
                .locks(LockMode.ACCESS_EXCLUSIVE)
                .loses("column " + Names.quoted(part.id().name()) + " of "
                        + Names.qualified(part.id().object())));
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        Attributes now = after.attributes();
        Attributes old = Inherited.asAfterParents(before, situation);
        PartId id = after.id();
        if (adopted(after, situation)) {
            return new Change.Swap();
        }
        Optional<Change> generation = Generation.change(id, old, now, situation);
        if (generation.isPresent() && generation.get() instanceof Change.Replace) {
            return Change.replace();
        }
        boolean retyped =
                !before.attributes().same(now, "type") || !before.attributes().same(now, "collation");
        List<Step> steps = new ArrayList<>();
        if (!old.same(now, "type") || !old.same(now, "collation")) {
            steps.addAll(ColumnType.change(before, after, situation));
        }
        generation.ifPresent(change -> steps.addAll(((Change.InPlace) change).steps()));
        boolean loosens = old.flag("not_null") && !now.flag("not_null");
        List<Step> notNull = NotNull.change(id, old, now, situation);
        steps.addAll(loosens ? List.of() : notNull);
        steps.addAll(Identity.change(id, old, now));
        steps.addAll(loosens ? notNull : List.of());
        steps.addAll(ColumnStorage.change(id, old, now, situation));
        return new Change.InPlace(steps, retyped ? Change.Reach.USERS : Change.Reach.ITSELF);
    }

    /** The fate of a column whose type goes and comes back under the same name. */
    public static List<Step> retypedSteps(Part before, Part after, Situation situation) {
        List<Step> steps = new ArrayList<>(ColumnType.change(before, after, situation));
        if (!before.attributes().equals(after.attributes())) {
            new ColumnRules()
                    .change(before, after, situation)
                    .accept(new StepsInPlace())
                    .forEach(steps::add);
            steps.addAll(Annotations.change(before, after));
        }
        return steps;
    }
}
