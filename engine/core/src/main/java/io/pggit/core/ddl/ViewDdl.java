package io.pggit.core.ddl;

import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;

/** {@code CREATE VIEW} and {@code CREATE MATERIALIZED VIEW} with all that hangs on them. */
public final class ViewDdl {
    private final ObjectId id;
    private final Attributes attributes;
    private final Script script;

    ViewDdl(ObjectId id, Attributes attributes, Script script) {
        this.id = id;
        this.attributes = attributes;
        this.script = script;
    }

    /** What follows {@code CREATE}: kind, name, options and query. */
    public static String definition(ObjectId id, Attributes view) {
        return Names.statementTarget(id)
                + view.text("access_method")
                        .map(method -> " USING " + Names.quoted(method))
                        .orElse("")
                + RelationOptions.with(" ", view.texts("options"))
                + view.text("tablespace")
                        .map(space -> " TABLESPACE " + Names.quoted(space))
                        .orElse("")
                + " AS\n"
                + view.text("query").orElse("SELECT");
    }

    void write() {
        String name = Names.qualified(id);
        script.add("CREATE ", definition(id, attributes));
        if (id.kind() == ObjectKind.VIEW) {
            attributes
                    .trees("columns")
                    .forEach((column, of) -> of.text("default")
                            .ifPresent(value -> script.add(
                                    "ALTER VIEW ",
                                    name,
                                    " ALTER COLUMN ",
                                    Names.quoted(column),
                                    " SET DEFAULT ",
                                    value)));
        } else {
            ColumnDdl.settings("MATERIALIZED VIEW " + name, attributes, script);
        }
        new RelationParts(id, attributes, script).write();
    }
}
