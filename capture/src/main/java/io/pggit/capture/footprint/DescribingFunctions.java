package io.pggit.capture.footprint;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

/** The functions that describe objects, without the rest of the footprint. */
public final class DescribingFunctions {
    /** Who may call them does not matter in a transaction nobody else sees. */
    private static final Pattern OWNERSHIP =
            Pattern.compile("^(ALTER FUNCTION pggit\\..* OWNER TO pggit_owner|REVOKE ALL ON FUNCTION pggit\\..*);$",
                    Pattern.MULTILINE);

    private static final List<String> SUPPORT = List.of(
            "function_comment_on", "function_options", "function_grants", "function_top_level", "function_name_of",
            "function_depends_on", "function_uses", "function_sequence_options", "function_unmodelled");

    private DescribingFunctions() {}

    /** Creates schema {@code pggit} with them, as the current role; to be rolled back by the caller. */
    public static void create(Statement statement) throws SQLException {
        statement.execute(SqlFile.text("Footprint/temporary_schema"));
        for (String file : InstallFiles.IN_ORDER) {
            if (file.startsWith("function_describe") || SUPPORT.contains(file)) {
                statement.execute(OWNERSHIP.matcher(SqlFile.text("install/" + file)).replaceAll(""));
            }
        }
    }
}
