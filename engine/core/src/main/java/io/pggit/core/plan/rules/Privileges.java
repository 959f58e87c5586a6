package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.plan.part.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** From one access control list to another, by REVOKE and GRANT. */
final class Privileges {
    private static final String GRANTABLE = " WITH GRANT OPTION";

    private Privileges() {}

    /** Table first, then columns: taking a table's right also takes it from its columns. */
    static List<String> change(ObjectId object, Attributes old, Attributes now) {
        String owner = now.text("owner").orElse("");
        Attributes before = withOwner(effective(object, old), old.text("owner").orElse(owner), owner);
        Attributes after = effective(object, now);
        List<String> sql = new ArrayList<>();
        SortedMap<String, SortedSet<String>> wiped = new TreeMap<>();
        difference(object, "", owner, before, after, sql, wiped);
        TreeSet<String> columns = new TreeSet<>(old.tree("columns").names());
        columns.addAll(now.tree("columns").names());
        for (String column : columns) {
            Attributes columnBefore = withOwner(
                    old.tree("columns").tree(column), old.text("owner").orElse(owner), owner);
            Attributes columnAfter = now.tree("columns").tree(column);
            difference(
                    object,
                    " (" + Names.quoted(column) + ")",
                    owner,
                    withoutRights(columnBefore, wiped),
                    columnAfter,
                    sql,
                    new TreeMap<>());
        }
        return sql;
    }

    private static Attributes withoutRights(Attributes grants, SortedMap<String, SortedSet<String>> wiped) {
        Attributes left = grants;
        for (String grantee : wiped.keySet()) {
            if (grants.has(grantee)) {
                left = left.with(
                        grantee,
                        grants.list(grantee).stream()
                                .filter(right -> !wiped.get(grantee).contains(bare(right)))
                                .toList());
            }
        }
        return left;
    }

    /** The grants, or what PostgreSQL gives on a new object (acldefault). */
    private static Attributes effective(ObjectId object, Attributes access) {
        if (access.has("grants")) {
            return access.tree("grants");
        }
        Attributes usual = Attributes.NONE.with(access.text("owner").orElse(""), List.of("ALL"));
        return switch (object.kind()) {
            case FUNCTION, PROCEDURE, AGGREGATE -> usual.with("PUBLIC", List.of("EXECUTE"));
            case TYPE, DOMAIN -> usual.with("PUBLIC", List.of("USAGE"));
            case LANGUAGE -> usual.with("PUBLIC", List.of("USAGE"));
            case SCHEMA,
                    EXTENSION,
                    TABLE,
                    VIEW,
                    MATERIALIZED_VIEW,
                    SEQUENCE,
                    FOREIGN_DATA_WRAPPER,
                    SERVER,
                    USER_MAPPING,
                    FOREIGN_TABLE,
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
                    TRANSFORM,
                    ACCESS_METHOD,
                    DEFAULT_PRIVILEGES -> usual;
        };
    }

    /** A new owner takes over the old one's rights. */
    private static Attributes withOwner(Attributes grants, String old, String now) {
        if (old.equals(now) || !grants.has(old)) {
            return grants;
        }
        List<String> rights = grants.list(old);
        return grants.without(old).with(now, rights);
    }

    private static void difference(
            ObjectId object,
            String column,
            String owner,
            Attributes before,
            Attributes after,
            List<String> sql,
            SortedMap<String, SortedSet<String>> wiped) {
        String on = " ON " + target(object);
        List<String> grants = new ArrayList<>();
        TreeSet<String> grantees = new TreeSet<>(before.names());
        grantees.addAll(after.names());
        for (String grantee : grantees) {
            List<String> had = expand(object, before.list(grantee), after.list(grantee));
            List<String> has = expand(object, after.list(grantee), before.list(grantee));
            List<String> revoked = had.stream()
                    .map(Privileges::bare)
                    .filter(right -> has.stream().noneMatch(other -> bare(other).equals(right)))
                    .toList();
            List<String> tied = had.stream()
                    .filter(right -> right.endsWith(GRANTABLE) && has.contains(bare(right)))
                    .map(Privileges::bare)
                    .toList();
            List<String> plain = has.stream()
                    .filter(right ->
                            !right.endsWith(GRANTABLE) && !had.contains(right) && !had.contains(right + GRANTABLE))
                    .toList();
            List<String> grantable = has.stream()
                    .filter(right -> right.endsWith(GRANTABLE) && !had.contains(right))
                    .map(Privileges::bare)
                    .toList();
            if (!revoked.isEmpty()) {
                sql.add("REVOKE " + list(revoked, column) + on + " FROM " + Grantee.of(grantee));
                if (column.isEmpty()) {
                    wiped.put(grantee, new TreeSet<>(revoked));
                }
            }
            if (!tied.isEmpty()) {
                sql.add("REVOKE GRANT OPTION FOR " + list(tied, column) + on + " FROM " + Grantee.of(grantee));
            }
            if (!plain.isEmpty()) {
                grants.add("GRANT " + list(plain, column) + on + " TO " + Grantee.of(grantee));
            }
            if (!grantable.isEmpty()) {
                grants.add("GRANT " + list(grantable, column) + on + " TO " + Grantee.of(grantee) + GRANTABLE);
            }
        }
        sql.addAll(grants);
    }

    /** The owner of an object without a list of grants has every right there is, which differs between versions. */
    private static List<String> expand(ObjectId object, List<String> rights, List<String> others) {
        if (!rights.equals(List.of("ALL"))) {
            return rights;
        }
        TreeSet<String> all =
                new TreeSet<>(others.stream().map(Privileges::bare).toList());
        all.remove("ALL");
        all.addAll(
                switch (object.kind()) {
                    case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE ->
                        List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER");
                    case SEQUENCE -> List.of("SELECT", "UPDATE", "USAGE");
                    case FUNCTION, PROCEDURE, AGGREGATE -> List.of("EXECUTE");
                    case TYPE, DOMAIN -> List.of("USAGE");
                    case SCHEMA -> List.of("CREATE", "USAGE");
                    case LANGUAGE, FOREIGN_DATA_WRAPPER, SERVER -> List.of("USAGE");
                    case EXTENSION,
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
                            TRANSFORM,
                            ACCESS_METHOD,
                            DEFAULT_PRIVILEGES -> List.<String>of();
                });
        return List.copyOf(all);
    }

    private static String bare(String right) {
        return right.endsWith(GRANTABLE) ? right.substring(0, right.length() - GRANTABLE.length()) : right;
    }

    private static String list(List<String> rights, String column) {
        return rights.stream().map(right -> right + column).collect(Collectors.joining(", "));
    }

    private static String target(ObjectId object) {
        return switch (object.kind()) {
            case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE -> "TABLE " + Names.qualified(object);
            case SERVER -> "FOREIGN SERVER " + Names.qualified(object);
            case SEQUENCE,
                    SCHEMA,
                    FUNCTION,
                    PROCEDURE,
                    TYPE,
                    DOMAIN,
                    EXTENSION,
                    FOREIGN_DATA_WRAPPER,
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
                    DEFAULT_PRIVILEGES -> Names.statementTarget(object);
            case AGGREGATE -> "FUNCTION " + Names.qualified(object);
        };
    }
}
