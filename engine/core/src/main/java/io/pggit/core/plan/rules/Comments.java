package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.Step;
import java.util.List;
import java.util.Optional;

/** Comments on parts of any kind. */
final class Comments {
    private Comments() {}

    static List<Step> change(String target, Attributes before, Attributes after, String attribute) {
        if (before.same(after, attribute)) {
            return List.of();
        }
        Optional<String> text = after.text(attribute);
        return List.of(Step.of("COMMENT ON " + target + " IS "
                        + text.map(Names::literal).orElse("NULL"))
                .locks(lock(target)));
    }

    /** The lock on a table that saying something about {@code target} takes; other objects lock themselves only. */
    static LockMode lock(String target) {
        boolean table =
                target.startsWith("TABLE ") || target.startsWith("COLUMN ") || target.startsWith("MATERIALIZED VIEW ");
        return table ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.NONE;
    }

    static String target(PartId id) {
        String whole = Names.qualified(id.object());
        String name = Names.quoted(id.name());
        return switch (id.kind()) {
            case OBJECT -> Names.statementTarget(id.object());
            case COLUMN, DEFAULT -> "COLUMN " + whole + "." + name;
            case CONSTRAINT ->
                "CONSTRAINT " + name + " ON " + (id.object().kind() == ObjectKind.DOMAIN ? "DOMAIN " : "") + whole;
            case INDEX, ATTACHED_INDEX ->
                "INDEX "
                        + id.object()
                                .schema()
                                .map(schema -> Names.quoted(schema) + ".")
                                .orElse("") + name;
            case TRIGGER -> "TRIGGER " + name + " ON " + whole;
            case POLICY -> "POLICY " + name + " ON " + whole;
            case RULE -> "RULE " + name + " ON " + whole;
            case STATISTICS -> "STATISTICS " + id.name();
            case ACCESS, OWNED_BY, INHERITANCE -> throw new IllegalArgumentException("no comment on " + id.text());
        };
    }
}
