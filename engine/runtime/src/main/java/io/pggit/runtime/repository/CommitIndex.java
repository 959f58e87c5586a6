package io.pggit.runtime.repository;

import io.pggit.core.audit.Lsn;
import io.pggit.core.fold.CommitKind;
import io.pggit.core.fold.ObjectChange;
import io.pggit.core.fold.Rename;
import io.pggit.runtime.sqlite.SqliteSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** Commits as the state keeps them beside Git, so that a log reads no Git object. Over one reading session. */
final class CommitIndex {
    private final SqliteSession session;

    CommitIndex(SqliteSession session) {
        this.session = session;
    }

    /** A commit's number and ids. */
    record Node(long ordinal, String sha, String tree) {
        static Node of(ResultSet row) throws SQLException {
            return new Node(row.getLong(1), row.getString(2), row.getString(3));
        }
    }

    Optional<Node> tip(String branch) throws SQLException {
        return session.first("node_of_branch", Node::of, branch);
    }

    /** The branch HEAD names; empty when detached. */
    Optional<String> headBranch() throws SQLException {
        return new HeadState(session).branch();
    }

    /** The commit HEAD is at; empty before the first. */
    Optional<Node> head() throws SQLException {
        Optional<Long> detached = new HeadState(session).detached();
        return detached.isPresent() ? node(detached.get()) : tip(headBranch().orElseThrow());
    }

    List<Ref> branches() throws SQLException {
        return new State(session).branches();
    }

    List<Ref> tags() throws SQLException {
        return new State(session).tags();
    }

    long countReachable(Node node) throws SQLException {
        return session.first("count_reachable", row -> row.getLong(1), node.ordinal)
                .orElse(0L);
    }

    Optional<Node> tag(String name) throws SQLException {
        return session.first("node_of_tag", Node::of, name);
    }

    /** Up to {@code limit} commits whose id begins with {@code prefix}, which must be of hex digits. */
    List<Node> startingWith(String prefix, int limit) throws SQLException {
        return session.list("nodes_by_prefix", Node::of, prefix, prefix + "g", limit);
    }

    /** The {@code number}-th parent, from 1. */
    Optional<Node> parent(Node node, int number) throws SQLException {
        return session.first("node_of_parent", Node::of, node.ordinal, number);
    }

    /** Up to {@code limit} commits that can be reached from {@code start}, each before its parents, newest first. */
    List<CommitEntry> log(Node start, int limit) throws SQLException {
        PriorityQueue<Long> next = new PriorityQueue<>((a, b) -> Long.compare(b, a));
        next.add(start.ordinal);
        List<CommitEntry> entries = new ArrayList<>();
        while (!next.isEmpty() && entries.size() < limit) {
            long ordinal = next.remove();
            while (Long.valueOf(ordinal).equals(next.peek())) {
                next.remove();
            }
            entries.add(entry(ordinal));
            next.addAll(parents(ordinal));
        }
        return entries;
    }

    CommitEntry entry(long ordinal) throws SQLException {
        List<String> parents = session.list("parents", row -> row.getString(2), ordinal);
        List<ObjectChange> changes = changes(ordinal);
        List<Rename> renames = renames(ordinal);
        return session.first("entry", row -> entry(row, parents, changes, renames), ordinal)
                .orElseThrow(() -> new IllegalStateException("the index has no commit number " + ordinal));
    }

    private static CommitEntry entry(
            ResultSet row, List<String> parents, List<ObjectChange> changes, List<Rename> renames) throws SQLException {
        return new CommitEntry(
                row.getString("sha"),
                row.getString("tree"),
                parents,
                row.getString("branch"),
                CommitKind.of(row.getString("kind")),
                row.getString("author"),
                row.getString("email"),
                Instant.parse(row.getString("recorded_at")),
                row.getString("summary"),
                row.getLong("xid"),
                row.getLong("first_seq"),
                row.getLong("last_seq"),
                row.getLong("journal_index"),
                Lsn.parse(row.getString("end_lsn")),
                Optional.ofNullable(row.getString("committed_at")).map(Instant::parse),
                row.getString("application"),
                changes,
                renames);
    }

    Optional<Node> node(long ordinal) throws SQLException {
        return session.first("node", Node::of, ordinal);
    }

    /** The commit so many steps back along first parents, whatever the number. */
    Optional<Node> ancestor(Node node, int steps) throws SQLException {
        long ordinal = node.ordinal;
        long left = steps;
        while (ordinal > 0) {
            long line = line(ordinal);
            long here = session.first("count_on_line", row -> row.getLong(1), line, ordinal)
                    .orElse(0L);
            if (left < here) {
                Optional<Long> found = session.first("back_on_line", row -> row.getLong(1), line, ordinal, left);
                return node(found.orElseThrow());
            }
            left -= here;
            ordinal = parents(line).stream().findFirst().orElse(0L);
        }
        return Optional.empty();
    }

    /** The first commit of the run of commits on one branch that a commit belongs to. */
    long line(long ordinal) throws SQLException {
        return session.first("line", row -> row.getLong(1), ordinal).orElseThrow();
    }

    /** Where a branch pointed at a time. */
    Optional<Node> tipAt(String branch, Instant time) throws SQLException {
        return session.first("ref_at", Node::of, branch, State.microseconds(time));
    }

    List<Long> parents(long ordinal) throws SQLException {
        return session.list("parents", row -> row.getLong(1), ordinal);
    }

    /** A parent that is not next to its child on one line. */
    record Crossing(long child, long line, int number, long parent, long parentLine) {
        static Crossing of(ResultSet row) throws SQLException {
            return new Crossing(row.getLong(1), row.getLong(2), row.getInt(3), row.getLong(4), row.getLong(5));
        }
    }

    /** All such parents, those of one child in order. */
    List<Crossing> crossings() throws SQLException {
        return session.list("crossings", Crossing::of);
    }

    /** The commits of a line, after one and up to another, that gave new names; oldest first. */
    List<Long> renaming(long after, long last, long line) throws SQLException {
        return session.list("renaming", row -> row.getLong(1), after, last, line);
    }

    List<ObjectChange> changes(long ordinal) throws SQLException {
        return session.list("changes", CommitIndex::change, ordinal);
    }

    List<Rename> renames(long ordinal) throws SQLException {
        return session.list("renames", CommitIndex::rename, ordinal);
    }

    private static ObjectChange change(ResultSet row) throws SQLException {
        return new ObjectChange(
                ObjectChange.Type.of(row.getString(1)),
                StoredJson.id(row.getString(2)),
                Optional.ofNullable(row.getString(3)).map(StoredJson::id));
    }

    private static Rename rename(ResultSet row) throws SQLException {
        return new Rename(row.getString(1), StoredJson.id(row.getString(2)), row.getString(3), row.getString(4));
    }
}
