package io.pggit.runtime.repository;

import io.pggit.runtime.sqlite.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** The file {@code repository.db}: position, tips, lineage and the index of commits. */
final class StateFile {
    private static final int APPLICATION_ID = 0x70676752;
    private static final int VERSION = 4;
    private static final List<String> SCHEMA = List.of(
            "set_application_id",
            "set_user_version",
            "create_property",
            "create_branch",
            "create_tag",
            "create_kept",
            "create_lineage",
            "create_lineage_by_path",
            "create_lineage_part",
            "create_lineage_part_by_owner",
            "create_commit_entry",
            "create_commit_entry_by_line",
            "create_commit_entry_of_line",
            "create_commit_parent",
            "create_commit_parent_of_merge",
            "create_commit_change",
            "create_commit_change_by_path",
            "create_commit_change_of_name",
            "create_commit_rename",
            "create_part_change",
            "create_part_change_by_commit",
            "create_part_change_of_name",
            "create_ref_log",
            "create_ref_log_by_name");

    private StateFile() {}

    /** Opens the file, or makes it; one of an earlier format is made anew, since everything in it is in the journal. */
    static SqliteFile open(Path file) throws SQLException, IOException {
        try {
            return openOrMake(file);
        } catch (SqliteFile.EarlierFormatException earlier) {
            for (String suffix : List.of("-wal", "-shm", "")) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
            }
            return openOrMake(file);
        }
    }

    private static SqliteFile openOrMake(Path file) throws SQLException {
        return SqliteFile.open(
                file, StateFile.class, SqliteFile.Durability.MOST_COMMITS, APPLICATION_ID, VERSION, SCHEMA);
    }
}
