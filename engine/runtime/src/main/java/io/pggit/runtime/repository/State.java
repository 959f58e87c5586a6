package io.pggit.runtime.repository;

import io.pggit.core.audit.ObjectKey;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.fold.CommitDraft;
import io.pggit.core.fold.FoldState;
import io.pggit.core.fold.ObjectChange;
import io.pggit.core.fold.PartChange;
import io.pggit.core.fold.Rename;
import io.pggit.core.fold.TrackedObject;
import io.pggit.core.tree.ObjectPath;
import io.pggit.runtime.journal.JournalEntry;
import io.pggit.runtime.sqlite.SqliteSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The repository's state as one session sees it, changes not yet committed included. What was read is remembered, so an
 * instance is good for one transaction.
 */
final class State implements FoldState {
    private final SqliteSession session;
    /** Tips read or moved so far; what is absent has none. */
    private final Map<String, Optional<Tip>> tips = new HashMap<>();

    private Optional<Long> lastOrdinal = Optional.empty();

    State(SqliteSession session) {
        this.session = session;
    }

    /** A failure of the state's file, on the way out of the fold, whose interface knows no SQL. */
    static final class StateUnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StateUnreadableException(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }

    @Override
    public Optional<TrackedObject> object(ObjectKey key) {
        return first("object_by_key", State::tracked, key.classId(), key.oid());
    }

    private static TrackedObject tracked(ResultSet row) throws SQLException {
        return new TrackedObject(
                StoredJson.id(row.getString(1)),
                Facts.of(StoredJson.parse(row.getString(2))),
                StoredJson.parts(row.getString(3)));
    }

    /** All objects, by key. */
    SortedMap<ObjectKey, TrackedObject> objects() throws SQLException {
        TreeMap<ObjectKey, TrackedObject> objects = new TreeMap<>();
        for (var entry : session.list(
                "objects", row -> Map.entry(new ObjectKey(row.getLong(4), row.getLong(5)), tracked(row)))) {
            objects.put(entry.getKey(), entry.getValue());
        }
        return objects;
    }

    @Override
    public Optional<ObjectKey> holder(ObjectId id) {
        return first("key_by_path", State::key, ObjectPath.of(id).stem());
    }

    @Override
    public Optional<ObjectKey> owner(ObjectKey part) {
        return first("owner_of_part", State::key, part.classId(), part.oid());
    }

    private static ObjectKey key(ResultSet row) throws SQLException {
        return new ObjectKey(row.getLong(1), row.getLong(2));
    }

    @Override
    public boolean hasCommits(String branch) {
        return tip(branch).isPresent();
    }

    Optional<Tip> tip(String branch) {
        Optional<Tip> known = tips.get(branch);
        if (known == null) {
            known = first("tip", Tip::of, branch);
            tips.put(branch, known);
        }
        return known;
    }

    /** A branch is at a commit from now on. */
    void move(String branch, Tip tip) throws SQLException {
        session.update("save_tip", branch, tip.ordinal());
        tips.put(branch, Optional.of(tip));
    }

    /** A branch is gone. */
    void delete(String branch) throws SQLException {
        session.update("delete_branch", branch);
        tips.remove(branch);
    }

    Optional<Tip> tipAt(long ordinal) {
        return first("tip_by_ordinal", Tip::of, ordinal);
    }

    Optional<Tip> tipOf(String sha) {
        return first("tip_by_sha", Tip::of, sha);
    }

    List<Ref> branches() throws SQLException {
        return session.list("tips", row -> new Ref(row.getString(1), row.getString(2)));
    }

    List<Ref> tags() throws SQLException {
        return session.list("tags", row -> new Ref(row.getString(1), row.getString(2)));
    }

    /** Number of the commit a tag names. */
    Optional<Long> tagged(String tag) throws SQLException {
        return session.first("node_of_tag", row -> row.getLong(1), tag);
    }

    List<String> kept() throws SQLException {
        return session.list("kept", row -> row.getString(1));
    }

    private <T> Optional<T> first(String query, SqliteSession.RowReader<T> reader, Object... parameters) {
        try {
            return session.first(query, reader, parameters);
        } catch (SQLException failure) {
            throw new StateUnreadableException(failure);
        }
    }

    Optional<String> property(String name) throws SQLException {
        return session.first("property", row -> row.getString(1), name);
    }

    void saveProperty(String name, String value) throws SQLException {
        session.update("save_property", name, value);
    }

    private long nextOrdinal() throws SQLException {
        if (lastOrdinal.isEmpty()) {
            lastOrdinal = Optional.of(
                    session.first("last_ordinal", row -> row.getLong(1)).orElse(0L));
        }
        lastOrdinal = lastOrdinal.map(last -> last + 1);
        return lastOrdinal.get();
    }

    void saveLineage(SortedMap<ObjectKey, Optional<TrackedObject>> lineage) throws SQLException {
        // two passes: a name or a member may pass from one key to another
        Set<ObjectKey> sameParts = new HashSet<>();
        for (var entry : lineage.entrySet()) {
            ObjectKey key = entry.getKey();
            Optional<String> parts = entry.getValue().map(object -> StoredJson.write(object.parts()));
            if (parts.isPresent()
                    && session.first("parts_by_key", row -> row.getString(1), key.classId(), key.oid())
                            .equals(parts)) {
                sameParts.add(key);
            } else {
                session.update("delete_parts", key.classId(), key.oid());
            }
            session.update("delete_object", key.classId(), key.oid());
        }
        for (var entry : lineage.entrySet()) {
            if (entry.getValue().isPresent()) {
                save(entry.getKey(), entry.getValue().get(), !sameParts.contains(entry.getKey()));
            }
        }
    }

    private void save(ObjectKey key, TrackedObject object, boolean newParts) throws SQLException {
        session.update(
                "insert_object",
                key.classId(),
                key.oid(),
                ObjectPath.of(object.id()).stem(),
                StoredJson.write(object.id()),
                object.facts().text(),
                StoredJson.write(object.parts()));
        if (newParts) {
            for (var members : object.parts().members().values()) {
                for (ObjectKey part : members.values()) {
                    session.update("save_part", part.classId(), part.oid(), key.classId(), key.oid());
                }
            }
        }
    }

    /** Adds a commit to the index; what comes next goes on from what is returned. */
    Tip saveCommit(String sha, String tree, String branch, List<Tip> parents, CommitDraft draft, JournalEntry entry)
            throws SQLException {
        long ordinal = nextOrdinal();
        long line = line(ordinal, branch, parents);
        session.update(
                "insert_commit",
                ordinal,
                sha,
                branch,
                draft.kind().text(),
                draft.author(),
                draft.email(),
                draft.time().toString(),
                draft.summary(),
                draft.xid(),
                draft.firstSeq(),
                draft.lastSeq(),
                entry.index(),
                entry.transaction().end().toString(),
                entry.transaction().committedAt().map(Instant::toString),
                tree,
                draft.application(),
                line);
        int number = 1;
        for (Tip parent : parents) {
            session.update("insert_parent", ordinal, number++, parent.ordinal());
        }
        number = 0;
        for (ObjectChange change : draft.changes()) {
            session.update(
                    "insert_change",
                    ordinal,
                    number++,
                    line,
                    change.type().text(),
                    ObjectPath.of(change.id()).stem(),
                    StoredJson.write(change.id()),
                    change.previous().map(previous -> ObjectPath.of(previous).stem()),
                    change.previous().map(StoredJson::write));
        }
        number = 0;
        for (Rename rename : draft.renames()) {
            session.update(
                    "insert_rename",
                    ordinal,
                    number++,
                    rename.what(),
                    StoredJson.write(rename.object()),
                    rename.from(),
                    rename.to());
        }
        for (PartChange part : draft.parts()) {
            session.update(
                    "insert_part",
                    ObjectPath.of(part.object()).stem(),
                    line,
                    part.what(),
                    part.name(),
                    ordinal,
                    part.type().text(),
                    part.previous());
        }
        return new Tip(sha, tree, ordinal, line, branch);
    }

    /** That of the first parent, if it was made on the same branch and nothing follows it yet; else a new one. */
    private long line(long ordinal, String branch, List<Tip> parents) throws SQLException {
        if (parents.isEmpty() || !parents.get(0).madeOn().equals(branch)) {
            return ordinal;
        }
        Tip parent = parents.get(0);
        long end =
                session.first("line_end", row -> row.getLong(1), parent.line()).orElse(0L);
        return end == parent.ordinal() ? parent.line() : ordinal;
    }

    static long microseconds(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    /** Forgets everything, but not which journal it is of. */
    void forget() throws SQLException {
        Optional<String> journal = property("journal");
        clear();
        if (journal.isPresent()) {
            saveProperty("journal", journal.get());
        }
    }

    /** Forgets everything. */
    void clear() throws SQLException {
        for (String table : List.of(
                "branch",
                "tag",
                "kept",
                "lineage",
                "lineage_part",
                "rename",
                "change",
                "part",
                "ref_log",
                "parent",
                "commit")) {
            session.update("clear_" + table);
        }
        session.update("clear_property");
        tips.clear();
        lastOrdinal = Optional.empty();
    }
}
