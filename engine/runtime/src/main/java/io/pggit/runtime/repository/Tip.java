package io.pggit.runtime.repository;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A commit to go on from.
 *
 * @param ordinal its number in the index
 * @param line the first commit of the run of commits it belongs to
 * @param madeOn the branch it was made on
 */
record Tip(String sha, String tree, long ordinal, long line, String madeOn) {
    static Tip of(ResultSet row) throws SQLException {
        return new Tip(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4), row.getString(5));
    }
}
