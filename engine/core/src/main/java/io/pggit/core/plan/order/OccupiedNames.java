package io.pggit.core.plan.order;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.ObjectKind;
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
            case OBJECT -> object(id, qualified);
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

    private static List<String> object(PartId id, String qualified) {
        String name = id.object().schema().orElse("") + "." + id.object().name();
        ObjectKind kind = id.object().kind();
        return switch (kind) {
            case TABLE, VIEW, MATERIALIZED_VIEW -> List.of("relation " + name, "type " + name);
            case SEQUENCE -> List.of("relation " + name);
            case TYPE, DOMAIN -> List.of("type " + name, "relation " + name);
            case FUNCTION, PROCEDURE, AGGREGATE -> List.of("routine " + qualified);
            case FOREIGN_TABLE -> List.of("relation " + name, "type " + name);
            case SCHEMA,
                    EXTENSION,
                    FOREIGN_DATA_WRAPPER,
                    SERVER,
                    USER_MAPPING,
                    PUBLICATION,
                    SUBSCRIPTION,
                    EVENT_TRIGGER,
                    COLLATION,
                    CONVERSION,
                    CAST,
                    OPERATOR,
                    OPERATOR_CLASS,
                    OPERATOR_FAMILY,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    LANGUAGE,
                    TRANSFORM,
                    ACCESS_METHOD,
                    DEFAULT_PRIVILEGES -> List.of();
        };
    }
}
