package io.pggit.core.plan.order;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.Namespace;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.plan.part.PartId;
import io.pggit.core.plan.part.Side;
import java.util.List;
import java.util.stream.Stream;

/** The names a part takes in catalogs where parts of other kinds or other objects could have them. */
final class OccupiedNames {
    private OccupiedNames() {}

    static List<String> of(PartId id, Side side) {
        String schema = id.object().schema().orElse("");
        String qualified = Names.qualified(id.object());
        return switch (id.kind()) {
            case OBJECT -> object(id.object(), qualified);
            case INDEX -> List.of("relation " + schema + "." + id.name());
            case CONSTRAINT -> {
                String type = side.attributes(id).text("type").orElse("");
                boolean indexed = !type.equals("check") && !type.equals("foreign_key");
                yield Stream.concat(
                                Stream.of("constraint " + qualified + " " + id.name()),
                                indexed ? Stream.of("relation " + schema + "." + id.name()) : Stream.empty())
                        .flatMap(name -> type.equals("primary_key")
                                ? Stream.of(name, "primary key of " + qualified)
                                : Stream.of(name))
                        .distinct()
                        .toList();
            }
            case COLUMN ->
                side.attributes(id).tree("identity").tree("sequence").text("name").stream()
                        .map(name -> "relation " + name)
                        .toList();
            case DEFAULT, ACCESS, OWNED_BY, INHERITANCE, ATTACHED_INDEX, RULE, TRIGGER, POLICY, STATISTICS -> List.of();
        };
    }

    private static List<String> object(ObjectId id, String qualified) {
        // overloads are told apart by their arguments
        String name = id.kind().namespace() == Namespace.ROUTINES
                ? qualified
                : id.schema().orElse("") + "." + id.name();
        return id.kind().namespace().catalogs().stream()
                .map(catalog -> catalog + " " + name)
                .toList();
    }
}
