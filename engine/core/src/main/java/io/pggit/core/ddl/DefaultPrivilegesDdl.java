package io.pggit.core.ddl;

import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.Rights;
import java.util.List;
import java.util.Locale;

/**
 * {@code ALTER DEFAULT PRIVILEGES}: what objects made later will have. In one schema the facts list what comes on top; without a
 * schema they list all there is, what the owner and PUBLIC would have of themselves included.
 */
public final class DefaultPrivilegesDdl {
    private DefaultPrivilegesDdl() {}

    /** What says it where nothing was said. */
    public static List<String> create(ObjectId id, Attributes grants) {
        return change(id, usual(id), grants);
    }

    /** What leaves nothing said. */
    public static List<String> drop(ObjectId id, Attributes grants) {
        return change(id, grants, usual(id));
    }

    /** What says one thing instead of another. */
    public static List<String> change(ObjectId id, Attributes old, Attributes now) {
        String name = Names.qualified(id);
        int on = name.lastIndexOf(" ON ");
        String alter = "ALTER DEFAULT PRIVILEGES " + name.substring(0, on) + " ";
        return Grants.changeDefaults(alter, name.substring(on + 4), rights(id), old, now);
    }

    private static Attributes usual(ObjectId id) {
        return id.schema().isPresent() ? Attributes.NONE : Grants.usual(rights(id), id.name());
    }

    /** Of a kind that is not known no more is granted than the facts say. */
    private static Rights rights(ObjectId id) {
        return switch (id.signature().orElse("").toUpperCase(Locale.ROOT)) {
            case "TABLES" -> Rights.OF_RELATION;
            case "SEQUENCES" -> Rights.OF_SEQUENCE;
            case "FUNCTIONS", "ROUTINES" -> Rights.OF_ROUTINE;
            case "TYPES" -> Rights.OF_TYPE;
            case "SCHEMAS" -> Rights.OF_SCHEMA;
            default -> Rights.NONE;
        };
    }
}
