package io.pggit.runtime.repository;

import io.pggit.core.ddl.Names;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.fold.ObjectChange;
import io.pggit.core.fold.PartChange;
import io.pggit.core.tree.ObjectPath;
import io.pggit.runtime.sqlite.SqliteSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object's way back from a commit, along first parents, to the commit that made it: under which name it was where. All
 * look-ups are by index, so that the length of the history does not matter.
 */
final class ObjectTrail {
    private final SqliteSession session;
    private final CommitIndex index;
    private final List<Range> ranges = new ArrayList<>();
    private final Map<Long, CommitEntry> entries = new HashMap<>();
    /** The commit that made it. */
    private long made;

    /** Commits of one line, both inclusive, in which the object had one path. */
    private record Range(String path, long line, long first, long last) {}

    ObjectTrail(SqliteSession session, CommitIndex index, CommitIndex.Node node, ObjectId object) throws SQLException {
        this.session = session;
        this.index = index;
        follow(ObjectPath.of(object).stem(), node.ordinal());
    }

    /** A commit at which the object got its name. */
    private record NameChange(long ordinal, Optional<String> previous) {}

    private void follow(String name, long from) throws SQLException {
        String path = name;
        long last = from;
        while (last > 0) {
            long line = index.line(last);
            Optional<NameChange> named = session.first(
                    "name_change",
                    row -> new NameChange(row.getLong(1), Optional.ofNullable(row.getString(2))),
                    path,
                    line,
                    last);
            if (named.isEmpty()) {
                ranges.add(new Range(path, line, line, last));
                last = index.parents(line).stream().findFirst().orElse(0L);
                continue;
            }
            ranges.add(new Range(path, line, named.get().ordinal, last));
            if (named.get().previous.isEmpty()) {
                made = named.get().ordinal;
                return;
            }
            path = named.get().previous.get();
            last = named.get().ordinal - 1;
            if (last < line) {
                last = index.parents(line).stream().findFirst().orElse(0L);
            }
        }
    }

    boolean isEmpty() {
        return made == 0;
    }

    /** The number of the commit that made it. */
    long origin() {
        return made;
    }

    private CommitEntry entry(long ordinal) throws SQLException {
        CommitEntry known = entries.get(ordinal);
        if (known == null) {
            known = index.entry(ordinal);
            entries.put(ordinal, known);
        }
        return known;
    }

    /** Who is to blame for the object as a whole. */
    Blame object(String name) throws SQLException {
        List<Long> last = changes(1);
        CommitEntry first = entry(made);
        Optional<String> madeAs = first.changes().stream()
                .filter(change -> ObjectPath.of(change.id()).stem().equals(ranges.get(ranges.size() - 1).path))
                .map(change -> Names.qualified(change.id()))
                .filter(other -> !other.equals(name))
                .findFirst();
        return new Blame("object", name, entry(last.isEmpty() ? made : last.get(0)), first, madeAs);
    }

    /** Who is to blame for one part. */
    Blame part(String what, String name) throws SQLException {
        long changed = 0;
        PartName origin = new PartName(made, Optional.of(name));
        boolean found = false;
        for (int i = 0; i < ranges.size() && !found; i++) {
            Range range = ranges.get(i);
            String now = origin.previous.orElseThrow();
            if (changed == 0) {
                changed = session.first(
                                "part_changed",
                                row -> row.getLong(1),
                                range.path,
                                range.line,
                                what,
                                now,
                                range.first,
                                range.last)
                        .orElse(0L);
            }
            Optional<PartName> named = named(range, what, now, range.last);
            while (named.isPresent() && named.get().previous.isPresent()) {
                now = named.get().previous.get();
                named = named(range, what, now, named.get().ordinal - 1);
            }
            found = named.isPresent();
            origin = new PartName(found ? named.get().ordinal : made, Optional.of(now));
        }
        Optional<String> madeAs = origin.previous.filter(other -> !other.equals(name));
        return new Blame(what, name, entry(changed == 0 ? origin.ordinal : changed), entry(origin.ordinal), madeAs);
    }

    /** A commit that gave a part its name, and the name before. */
    private record PartName(long ordinal, Optional<String> previous) {}

    private Optional<PartName> named(Range range, String what, String name, long last) throws SQLException {
        return session.first(
                "part_named",
                row -> new PartName(row.getLong(1), Optional.ofNullable(row.getString(2))),
                range.path,
                range.line,
                what,
                name,
                range.first,
                last);
    }

    private List<Long> changes(int limit) throws SQLException {
        List<Long> changes = new ArrayList<>();
        for (Range range : ranges) {
            if (changes.size() < limit) {
                changes.addAll(session.list(
                        "changes_of_object",
                        row -> row.getLong(1),
                        range.path,
                        range.line,
                        range.first,
                        range.last,
                        limit - changes.size()));
            }
        }
        return changes;
    }

    /** The last changes of the object, the newest first. */
    List<ObjectVersion> versions(int limit) throws SQLException {
        long version = 0;
        for (Range range : ranges) {
            version += session.first(
                            "count_of_changes", row -> row.getLong(1), range.path, range.line, range.first, range.last)
                    .orElse(0L);
        }
        List<ObjectVersion> versions = new ArrayList<>();
        for (long ordinal : changes(limit)) {
            versions.add(version(version--, ordinal));
        }
        return versions;
    }

    private ObjectVersion version(long number, long ordinal) throws SQLException {
        String path = ranges.stream()
                .filter(range -> range.first <= ordinal && ordinal <= range.last)
                .findFirst()
                .orElseThrow()
                .path;
        CommitEntry entry = entry(ordinal);
        ObjectChange change = entry.changes().stream()
                .filter(of -> ObjectPath.of(of.id()).stem().equals(path))
                .findFirst()
                .orElseThrow();
        List<PartChange> parts = session.list(
                "parts_of_commit",
                row -> new PartChange(
                        change.id(),
                        row.getString(1),
                        row.getString(2),
                        ObjectChange.Type.of(row.getString(3)),
                        Optional.ofNullable(row.getString(4))),
                ordinal,
                path);
        return new ObjectVersion(number, entry, change, parts);
    }
}
