package io.pggit.runtime.repository;

import io.pggit.runtime.sqlite.SqliteSession;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Tags, HEAD and where it and branches were, as the state keeps them. An instance is good for one transaction. */
final class HeadState {
    /** How rows name the place of a detached HEAD, and how the log of moves names HEAD itself. */
    static final String HEAD = "HEAD";

    private static final String BRANCH = "head";
    private static final String DETACHED = "detached";

    private final SqliteSession session;
    /** Read once, then kept. */
    private Optional<Place> place = Optional.empty();

    /** Where HEAD is. */
    private record Place(String branch, Optional<Long> detached) {}

    HeadState(SqliteSession session) {
        this.session = session;
    }

    private Place place() throws SQLException {
        if (place.isEmpty()) {
            place = Optional.of(new Place(
                    property(BRANCH).orElse(GitStore.MAIN), property(DETACHED).map(Long::valueOf)));
        }
        return place.get();
    }

    /** The branch HEAD names, which may have no commit yet; empty when detached. */
    Optional<String> branch() throws SQLException {
        return detached().isPresent() ? Optional.empty() : Optional.of(place().branch);
    }

    /** Number of the commit HEAD is at while it names no branch. */
    Optional<Long> detached() throws SQLException {
        return place().detached;
    }

    private Optional<String> property(String name) throws SQLException {
        return session.first("property", row -> row.getString(1), name);
    }

    /** HEAD names a branch from now on. */
    void attach(String branch, Optional<Long> tip, Instant at) throws SQLException {
        session.update("save_property", BRANCH, branch);
        session.update("delete_property", DETACHED);
        place = Optional.of(new Place(branch, Optional.empty()));
        log(HEAD, at, tip);
    }

    /** HEAD is at a commit and names no branch from now on. */
    void detach(long ordinal, Instant at) throws SQLException {
        place = Optional.of(new Place(place().branch, Optional.of(ordinal)));
        session.update("save_property", DETACHED, Long.toString(ordinal));
        log(HEAD, at, Optional.of(ordinal));
    }

    /** A branch is at a commit from now on, and HEAD with it if it names the branch. */
    void move(String branch, long ordinal, Instant at) throws SQLException {
        log(branch, at, Optional.of(ordinal));
        if (branch().filter(branch::equals).isPresent()) {
            log(HEAD, at, Optional.of(ordinal));
        }
    }

    /** A branch is gone; its last commit stays. */
    void delete(String branch, long tip, Instant at) throws SQLException {
        keep(tip);
        log(branch, at, Optional.empty());
    }

    /** A commit stays, whatever becomes of the names that reach it. */
    void keep(long ordinal) throws SQLException {
        session.update("keep", ordinal);
    }

    void tag(String name, long ordinal) throws SQLException {
        session.update("save_tag", name, ordinal);
    }

    void deleteTag(String name, Optional<Long> ordinal) throws SQLException {
        if (ordinal.isPresent()) {
            keep(ordinal.get());
        }
        session.update("delete_tag", name);
    }

    private void log(String name, Instant at, Optional<Long> ordinal) throws SQLException {
        session.update("insert_ref_move", name, State.microseconds(at), ordinal);
    }
}
