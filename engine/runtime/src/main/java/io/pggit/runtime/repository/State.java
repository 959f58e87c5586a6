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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** The repository's state as the one writing session sees it, changes not yet committed included. */
final class State implements FoldState {
    private final SqliteSession session;

    State(SqliteSession session) {
        this.session = session;
    }

    /** The tip of a branch: the commit, its tree, its number in the index, and the line it is on. */
    record Tip(String branch, String sha, String tree, long ordinal, long line) {
        static Tip of(ResultSet row) throws SQLException {
            return new Tip(row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5));
        }
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
        return first("tip", Tip::of, branch);
    }

    List<Tip> tips() throws SQLException {
        return session.list("tips", Tip::of);
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

    long lastOrdinal() throws SQLException {
        return session.first("last_ordinal", row -> row.getLong(1)).orElse(0L);
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

    /** Adds a commit to the index and makes it the tip of its branch. */
    void saveCommit(long ordinal, String sha, String tree, Optional<Tip> parent, CommitDraft draft, JournalEntry entry)
            throws SQLException {
        long line = parent.filter(tip -> tip.branch().equals(draft.branch()))
                .map(Tip::line)
                .orElse(ordinal);
        session.update(
                "insert_commit",
                ordinal,
                sha,
                draft.branch(),
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
        if (parent.isPresent()) {
            session.update("insert_parent", ordinal, 1, parent.get().ordinal());
        }
        int number = 0;
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
        session.update("save_tip", draft.branch(), ordinal);
        session.update("insert_ref_move", draft.branch(), microseconds(draft.time()), ordinal, ordinal);
    }

    static long microseconds(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    /** Forgets everything. */
    void clear() throws SQLException {
        for (String table : List.of(
                "branch", "lineage", "lineage_part", "rename", "change", "part", "ref_log", "parent", "commit")) {
            session.update("clear_" + table);
        }
        session.update("clear_property");
    }
}
