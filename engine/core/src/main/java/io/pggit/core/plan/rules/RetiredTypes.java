package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.plan.part.Part;
import io.pggit.core.plan.part.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types that wait under another name until nothing uses them any more. */
final class RetiredTypes {
    private static final String SUFFIX = "__pggit_old";

    private RetiredTypes() {}

    static List<Step> retire(Part type) {
        ObjectId id = type.id().object();
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of("ALTER " + Names.statementTarget(id) + " RENAME TO "
                + Names.quoted(retired(id).name())));
        type.attributes().text("multirange").ifPresent(name -> {
            String retired =
                    " RENAME TO " + Names.quoted(retired(multirange(id)).name());
            steps.add(Step.of("ALTER TYPE " + name + retired));
            // the one of its functions that takes nothing is the same for any range
            steps.add(Step.of("ALTER FUNCTION " + name + "()" + retired));
        });
        return steps;
    }

    private static ObjectId multirange(ObjectId range) {
        return new ObjectId(range.kind(), range.schema(), range.name() + "_multi", Optional.empty());
    }

    static ObjectId retired(ObjectId type) {
        String name = type.name();
        String shortened = name.substring(0, Math.min(name.length(), 63 - SUFFIX.length()));
        return new ObjectId(type.kind(), type.schema(), shortened + SUFFIX, Optional.empty());
    }
}
