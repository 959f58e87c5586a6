package io.pggit.runtime.repository;

import io.pggit.core.fold.CommitKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A commit in numbers and names.
 *
 * @param ordinal its number in the index; greater than those of its parents
 * @param sha its id
 * @param tree id of its tree
 * @param branch the branch it was made on
 * @param kind why it exists
 * @param author who
 * @param time clock of its last audit row
 * @param summary first line of its message
 * @param changes how many objects it changed
 * @param parents ordinals of its parents
 */
public record CommitFigures(
        long ordinal,
        String sha,
        String tree,
        String branch,
        CommitKind kind,
        String author,
        Instant time,
        String summary,
        int changes,
        List<Long> parents) {
    public CommitFigures {
        parents = List.copyOf(parents);
    }

    static CommitFigures of(ResultSet row) throws SQLException {
        String parents = row.getString(8);
        return new CommitFigures(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(9),
                CommitKind.of(row.getString(4)),
                row.getString(10),
                Instant.parse(row.getString(5)),
                row.getString(6),
                row.getInt(7),
                parents == null
                        ? List.of()
                        : Arrays.stream(parents.split(",")).map(Long::valueOf).toList());
    }
}
