package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.ddl.TypeDdl;
import io.pggit.core.facts.Attributes;
import io.pggit.core.plan.part.Change;
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
import java.util.SortedMap;
import java.util.TreeMap;

/** Domains. Another base type makes another domain; all else is altered under its columns. */
final class DomainRules implements PartRules {
    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        part.attributes().required("base_type");
        SortedMap<String, String> constraints = new TreeMap<>();
        with.stream()
                .filter(id -> id.kind() == PartKind.CONSTRAINT)
                .forEach(id -> constraints.put(
                        id.name(), situation.after().attributes(id).required("definition")));
        return List.of(Step.of("CREATE " + Names.statementTarget(part.id().object())
                + TypeDdl.domain(named(part, situation), constraints)));
    }

    /** While its predecessor has the usual name of a NOT NULL, PostgreSQL would choose another for a successor. */
    private static Attributes named(Part part, Situation situation) {
        Attributes domain = part.attributes();
        boolean choosing = domain.flag("not_null")
                && !domain.has("not_null_name")
                && situation.before().part(part.id()).isPresent();
        return choosing ? domain.with("not_null_name", part.id().object().name() + "_not_null") : domain;
    }

    /** Reads every table that has a column of the domain. */
    static Step scanning(String sql, PartId domain, Situation situation) {
        boolean used = situation.before().users(domain.whole()).stream()
                .anyMatch(user -> !user.object().equals(domain.object()));
        Step step = Step.of(sql);
        return used ? step.locks(LockMode.SHARE).rewrites(Rewrite.SCAN) : step;
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        boolean swapped = situation.after().part(part.id()).isPresent();
        return List.of(Step.of("DROP "
                + Names.statementTarget(
                        swapped
                                ? RetiredTypes.retired(part.id().object())
                                : part.id().object())));
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        Attributes old = before.attributes();
        Attributes now = after.attributes();
        if (!old.same(now, "base_type") || !old.same(now, "collation")) {
            return new Change.Swap();
        }
        String alter = "ALTER " + Names.statementTarget(after.id().object()) + " ";
        List<Step> steps = new ArrayList<>();
        if (!old.same(now, "default")) {
            steps.add(Step.of(alter
                    + now.text("default").map(value -> "SET DEFAULT " + value).orElse("DROP DEFAULT")));
        }
        if (old.flag("not_null") && now.flag("not_null") && !old.same(now, "not_null_name")) {
            String usual = after.id().object().name() + "_not_null";
            steps.add(Step.of(alter + "RENAME CONSTRAINT "
                    + Names.quoted(old.text("not_null_name").orElse(usual)) + " TO "
                    + Names.quoted(now.text("not_null_name").orElse(usual))));
        } else if (old.flag("not_null") != now.flag("not_null")) {
            if (!now.flag("not_null")) {
                steps.add(Step.of(alter + "DROP NOT NULL"));
            } else {
                String set = now.text("not_null_name")
                        .map(name -> "ADD CONSTRAINT " + Names.quoted(name) + " NOT NULL")
                        .orElse("SET NOT NULL");
                steps.add(scanning(alter + set, after.id(), situation));
            }
        }
        return Change.inPlace(steps);
    }
}
