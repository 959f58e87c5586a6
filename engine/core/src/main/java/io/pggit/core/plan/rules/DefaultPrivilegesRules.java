package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.plan.part.Attributes;
import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.Hazard;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.PartRules;
import io.pggit.core.plan.part.Situation;
import io.pggit.core.plan.part.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Default privileges: what objects made later will have. They are set, never created or dropped. */
final class DefaultPrivilegesRules implements PartRules {
    private static final String GRANTABLE = " WITH GRANT OPTION";

    @Override
    public List<Step> create(Part part, Set<PartId> with, Situation situation) {
        List<Step> steps = new ArrayList<>();
        usual(part).names().forEach(grantee -> steps.add(revoke(part, grantee)));
        steps.addAll(grant(part, part.attributes().tree("grants")));
        return steps;
    }

    @Override
    public List<Step> drop(Part part, Situation situation) {
        List<Step> steps = new ArrayList<>();
        part.attributes().tree("grants").names().forEach(grantee -> steps.add(revoke(part, grantee)));
        steps.addAll(grant(part, usual(part)));
        return steps;
    }

    @Override
    public Change change(Part before, Part after, Situation situation) {
        List<Step> steps = new ArrayList<>();
        before.attributes().tree("grants").names().forEach(grantee -> steps.add(revoke(after, grantee)));
        steps.addAll(grant(after, after.attributes().tree("grants")));
        return Change.inPlace(steps);
    }

    /** What new objects have if nothing is said; within a schema only additions can be said. */
    private static Attributes usual(Part part) {
        if (part.id().object().schema().isPresent()) {
            return Attributes.NONE;
        }
        Attributes owner = Attributes.NONE.with(part.id().object().name(), List.of("ALL"));
        return switch (objects(part)) {
            case "FUNCTIONS", "ROUTINES" -> owner.with("PUBLIC", List.of("EXECUTE"));
            case "TYPES" -> owner.with("PUBLIC", List.of("USAGE"));
            default -> owner;
        };
    }

    private static String objects(Part part) {
        return part.id().object().signature().orElse("").toUpperCase(Locale.ROOT);
    }

    private static String alter(ObjectId id) {
        return "ALTER DEFAULT PRIVILEGES FOR ROLE " + Names.quoted(id.name())
                + id.schema()
                        .map(schema -> " IN SCHEMA " + Names.quoted(schema))
                        .orElse("");
    }

    private static Step revoke(Part part, String grantee) {
        return Step.of(alter(part.id().object()) + " REVOKE ALL ON " + objects(part) + " FROM " + Grantee.of(grantee))
                .hazard(Hazard.AUTHZ_UPDATE);
    }

    private static List<Step> grant(Part part, Attributes grants) {
        List<Step> steps = new ArrayList<>();
        for (String grantee : grants.names()) {
            for (boolean grantable : List.of(false, true)) {
                List<String> rights = grants.list(grantee).stream()
                        .filter(right -> right.endsWith(GRANTABLE) == grantable)
                        .map(right -> right.replace(GRANTABLE, ""))
                        .toList();
                if (!rights.isEmpty()) {
                    steps.add(Step.of(alter(part.id().object()) + " GRANT " + String.join(", ", rights) + " ON "
                                    + objects(part) + " TO " + Grantee.of(grantee) + (grantable ? GRANTABLE : ""))
                            .hazard(Hazard.AUTHZ_UPDATE));
                }
            }
        }
        return steps;
    }
}
