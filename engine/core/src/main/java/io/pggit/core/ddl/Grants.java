package io.pggit.core.ddl;

import io.pggit.core.facts.Attributes;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import io.pggit.core.facts.Rights;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * From one list of privileges to another, by REVOKE and GRANT. Facts list all privileges of an object, or none where they are
 * those a new object has: all for the owner, and for some kinds one for everybody.
 */
public final class Grants {
    static final String PUBLIC = "PUBLIC";
    private static final String GRANTABLE = " WITH GRANT OPTION";
    private static final List<String> ALL = List.of("ALL");

    private final String before;
    private final String on;
    private final Rights rights;
    private final List<String> sql = new ArrayList<>();

    private Grants(String before, String on, Rights rights) {
        this.before = before;
        this.on = on;
        this.rights = rights;
    }

    /**
     * What makes the access to an object, as {@link Access} gathers it, like another one. Its owner is that of {@code now}
     * already: whoever takes an object over takes over the rights of who had it.
     */
    public static List<String> change(ObjectId object, Attributes old, Attributes now) {
        Grants grants = new Grants("", target(object), object.kind().rights());
        String owner = now.text("owner").orElse("");
        String was = old.text("owner").orElse(owner);
        // table first, then columns: taking a table's right also takes it from its columns
        SortedMap<String, SortedSet<String>> wiped =
                grants.difference("", withOwner(grants.effective(old), was, owner), grants.effective(now));
        TreeSet<String> columns = new TreeSet<>(old.tree("columns").names());
        columns.addAll(now.tree("columns").names());
        for (String column : columns) {
            Attributes had = withOwner(old.tree("columns").tree(column), was, owner);
            grants.difference(
                    " (" + Names.quoted(column) + ")",
                    without(had, wiped),
                    now.tree("columns").tree(column));
        }
        return grants.sql;
    }

    /** What makes default privileges like others; both lists are those of facts. */
    static List<String> changeDefaults(String alter, String objects, Rights rights, Attributes old, Attributes now) {
        Grants grants = new Grants(alter, objects, rights);
        grants.difference("", old, now);
        return grants.sql;
    }

    /** The grants of a new object of {@code owner}. */
    static Attributes usual(Rights rights, String owner) {
        Attributes usual = Attributes.NONE.with(owner, ALL);
        return rights.ofEverybody()
                .map(right -> usual.with(PUBLIC, List.of(right)))
                .orElse(usual);
    }

    private Attributes effective(Attributes access) {
        return access.has("grants")
                ? access.tree("grants")
                : usual(rights, access.text("owner").orElse(""));
    }

    private static Attributes withOwner(Attributes grants, String old, String now) {
        if (old.equals(now) || !grants.has(old)) {
            return grants;
        }
        List<String> rights = grants.list(old);
        return grants.without(old).with(now, rights);
    }

    private static Attributes without(Attributes grants, SortedMap<String, SortedSet<String>> wiped) {
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

    /** First what is taken, then what is given; returns what was taken, by grantee. */
    private SortedMap<String, SortedSet<String>> difference(String column, Attributes old, Attributes now) {
        SortedMap<String, SortedSet<String>> revoked = new TreeMap<>();
        List<String> granted = new ArrayList<>();
        TreeSet<String> grantees = new TreeSet<>(old.names());
        grantees.addAll(now.names());
        grantees.remove("");
        for (String grantee : grantees) {
            List<String> had = expand(old.list(grantee), now.list(grantee));
            List<String> has = expand(now.list(grantee), old.list(grantee));
            List<String> gone = had.stream()
                    .map(Grants::bare)
                    .filter(right -> has.stream().noneMatch(other -> bare(other).equals(right)))
                    .toList();
            List<String> tied = had.stream()
                    .filter(right -> right.endsWith(GRANTABLE) && has.contains(bare(right)))
                    .map(Grants::bare)
                    .toList();
            List<String> plain = has.stream()
                    .filter(right ->
                            !right.endsWith(GRANTABLE) && !had.contains(right) && !had.contains(right + GRANTABLE))
                    .toList();
            List<String> grantable = has.stream()
                    .filter(right -> right.endsWith(GRANTABLE) && !had.contains(right))
                    .map(Grants::bare)
                    .toList();
            add(sql, "REVOKE ", gone, column, " FROM " + Names.role(grantee));
            add(sql, "REVOKE GRANT OPTION FOR ", tied, column, " FROM " + Names.role(grantee));
            add(granted, "GRANT ", plain, column, " TO " + Names.role(grantee));
            add(granted, "GRANT ", grantable, column, " TO " + Names.role(grantee) + GRANTABLE);
            if (!gone.isEmpty()) {
                revoked.put(grantee, new TreeSet<>(gone));
            }
        }
        sql.addAll(granted);
        return revoked;
    }

    private void add(List<String> statements, String verb, List<String> rights, String column, String whom) {
        if (!rights.isEmpty()) {
            String list = rights.stream().map(right -> right + column).collect(Collectors.joining(", "));
            statements.add(before + verb + list + " ON " + on + whom);
        }
    }

    /** Who has all rights has every one there is, which differs between versions: at least those of the other side. */
    private List<String> expand(List<String> list, List<String> others) {
        if (!list.equals(ALL)) {
            return list;
        }
        Set<String> all = others.stream().map(Grants::bare).collect(Collectors.toCollection(TreeSet::new));
        all.removeAll(ALL);
        all.addAll(rights.ofOwner());
        return List.copyOf(all);
    }

    private static String bare(String right) {
        return right.endsWith(GRANTABLE) ? right.substring(0, right.length() - GRANTABLE.length()) : right;
    }

    private static String target(ObjectId object) {
        String name = Names.qualified(object);
        return switch (object.kind().rights()) {
            case OF_RELATION -> "TABLE " + name;
            case OF_ROUTINE -> (object.kind() == ObjectKind.PROCEDURE ? "PROCEDURE " : "FUNCTION ") + name;
            case OF_SERVER -> (object.kind() == ObjectKind.SERVER ? "FOREIGN SERVER " : "FOREIGN DATA WRAPPER ") + name;
            case OF_SEQUENCE, OF_SCHEMA, OF_TYPE, NONE -> Names.statementTarget(object);
        };
    }
}
