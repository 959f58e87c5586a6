package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.plan.part.Hazard;
import io.pggit.core.plan.part.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/** Security labels: at most one of each provider. */
final class SecurityLabels {
    static final String ATTRIBUTE = "security_labels";

    private SecurityLabels() {}

    /** From one set of labels to another. */
    static List<Step> change(String target, Attributes before, Attributes after) {
        SortedMap<String, String> old = before.texts(ATTRIBUTE);
        SortedMap<String, String> now = after.texts(ATTRIBUTE);
        TreeSet<String> providers = new TreeSet<>(old.keySet());
        providers.addAll(now.keySet());
        providers.removeIf(
                provider -> now.containsKey(provider) && now.get(provider).equals(old.get(provider)));
        List<Step> steps = new ArrayList<>();
        for (String provider : providers) {
            String label = now.containsKey(provider) ? Names.literal(now.get(provider)) : "NULL";
            steps.add(Step.of("SECURITY LABEL FOR " + Names.quoted(provider) + " ON " + target + " IS " + label)
                    .locks(Comments.lock(target))
                    .hazard(Hazard.AUTHZ_UPDATE));
        }
        return steps;
    }
}
