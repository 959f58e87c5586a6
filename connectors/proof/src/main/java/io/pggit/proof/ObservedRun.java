package io.pggit.proof;

import io.pggit.capture.SqlFile;
import io.pggit.core.plan.PlannedStatement;
import io.pggit.core.plan.part.LockMode;
import io.pggit.core.plan.part.Rewrite;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks at what each statement of a plan does to tables that were there before the plan: a lock stronger than the plan says, or
 * a file written anew although it says nothing of it, is told. What runs in no transaction block holds its locks no longer than
 * itself, so those are not seen.
 */
final class ObservedRun implements PlanRunner.Observer {
    private static final String INDEX = "i";

    private final List<String> findings = new ArrayList<>();
    private final List<String> overstated = new ArrayList<>();
    private final Map<Long, Relation> old;
    private Map<Long, Relation> files;
    private Set<Lock> held = Set.of();

    private record Relation(String kind, String name, long file) {}

    private record Lock(long relation, LockMode mode) {}

    ObservedRun(Connection connection) throws SQLException {
        this.old = files(connection);
        this.files = old;
    }

    /** What the plan does not say, one line each. */
    List<String> findings() {
        return List.copyOf(findings);
    }

    /** Locks that a plan tells although nothing of the kind is held once the statement has run, one line each. */
    List<String> overstated() {
        return List.copyOf(overstated);
    }

    @Override
    public void before(PlannedStatement statement, Connection connection) throws SQLException {
        files = files(connection);
        held = connection.getAutoCommit() ? Set.of() : locks(connection);
    }

    @Override
    public void after(PlannedStatement statement, Connection connection) throws SQLException {
        files(connection).forEach((oid, relation) -> rewritten(statement, oid, relation));
        if (connection.getAutoCommit()) {
            return;
        }
        Set<Lock> taken = new HashSet<>(locks(connection));
        taken.removeIf(lock -> !old.containsKey(lock.relation())
                || old.get(lock.relation()).kind().equals(INDEX));
        LockMode strongest =
                taken.stream().map(Lock::mode).max(Comparator.naturalOrder()).orElse(LockMode.NONE);
        if (strongest.compareTo(statement.lock()) < 0) {
            overstated.add(
                    statement.sql() + ": takes no more than " + strongest + ", the plan says " + statement.lock());
        }
        taken.removeAll(held);
        taken.stream()
                .filter(lock -> lock.mode().compareTo(statement.lock()) > 0)
                .forEach(lock -> findings.add(statement.sql() + ": takes " + lock.mode() + " on "
                        + old.get(lock.relation()).name() + ", the plan says " + statement.lock()));
    }

    private void rewritten(PlannedStatement statement, long oid, Relation now) {
        Relation before = files.get(oid);
        if (before == null || !old.containsKey(oid) || before.file() == now.file()) {
            return;
        }
        Rewrite least = now.kind().equals(INDEX) ? Rewrite.INDEX_BUILD : Rewrite.TABLE;
        if (statement.rewrite().compareTo(least) < 0) {
            findings.add(statement.sql() + ": writes " + now.name() + " anew, the plan says " + statement.rewrite());
        }
    }

    private static Map<Long, Relation> files(Connection connection) throws SQLException {
        Map<Long, Relation> files = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.of(ObservedRun.class, "files"))) {
            while (rows.next()) {
                files.put(
                        rows.getLong("oid"),
                        new Relation(rows.getString("kind"), rows.getString("name"), rows.getLong("file")));
            }
        }
        return files;
    }

    private static Set<Lock> locks(Connection connection) throws SQLException {
        Set<Lock> locks = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.of(ObservedRun.class, "locks"))) {
            while (rows.next()) {
                locks.add(new Lock(rows.getLong("oid"), mode(rows.getString("mode"))));
            }
        }
        return locks;
    }

    /** The weaker modes are those of reading and writing rows. */
    private static LockMode mode(String mode) {
        return switch (mode) {
            case "ShareUpdateExclusiveLock" -> LockMode.SHARE_UPDATE_EXCLUSIVE;
            case "ShareLock" -> LockMode.SHARE;
            case "ShareRowExclusiveLock" -> LockMode.SHARE_ROW_EXCLUSIVE;
            case "ExclusiveLock" -> LockMode.EXCLUSIVE;
            case "AccessExclusiveLock" -> LockMode.ACCESS_EXCLUSIVE;
            default -> LockMode.NONE;
        };
    }
}
