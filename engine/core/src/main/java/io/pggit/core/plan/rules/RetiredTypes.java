package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.Step;
import java.util.List;
import java.util.Optional;

/** Types that wait under another name until nothing uses them any more. */
final class RetiredTypes {
    private static final String SUFFIX = "__pggit_old";

    private RetiredTypes() {}

    static List<Step> retire(PartId type) {
        return List.of(Step.of("ALTER " + Names.statementTarget(type.object()) + " RENAME TO "
                + Names.quoted(retired(type.object()).name())));
    }

    static ObjectId retired(ObjectId type) {
        String name = type.name();
        String shortened = name.substring(0, Math.min(name.length(), 63 - SUFFIX.length()));
        return new ObjectId(type.kind(), type.schema(), shortened + SUFFIX, Optional.empty());
    }
}
