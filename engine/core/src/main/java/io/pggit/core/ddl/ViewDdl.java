package io.pggit.core.ddl;

import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;

/** {@code CREATE VIEW} and {@code CREATE MATERIALIZED VIEW} with all that hangs on them. */
final class ViewDdl {
    private final ObjectId id;
    private final Attributes attributes;
    private final Script script;

    ViewDdl(ObjectId id, Attributes attributes, Script script) {
        this.id = id;
        this.attributes = attributes;
        this.script = script;
    }

    void write() {
        String name = Names.qualified(id);
        script.add(
                "CREATE ",
                id.kind().sql(),
                " ",
                name,
                attributes
                        .text("access_method")
                        .map(method -> " USING " + Names.quoted(method))
                        .orElse(""),
                RelationOptions.with(" ", attributes.texts("options")),
                attributes
                        .text("tablespace")
                        .map(space -> " TABLESPACE " + Names.quoted(space))
                        .orElse(""),
                " AS\n",
                attributes.text("query").orElse("SELECT"));
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
