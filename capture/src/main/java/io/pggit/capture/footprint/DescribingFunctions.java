package io.pggit.capture.footprint;

import io.pggit.capture.SqlFile;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.regex.Pattern;

/** The functions that describe objects, without the rest of the footprint. */
public final class DescribingFunctions {
    /** Who may call them does not matter in a transaction nobody else sees. */
    private static final Pattern OWNERSHIP = Pattern.compile(
            "^(ALTER FUNCTION pggit\\..* OWNER TO pggit_owner|REVOKE ALL ON FUNCTION pggit\\..*);$", Pattern.MULTILINE);

    private static final Set<String> SUPPORT = Set.of(
            "function_options",
            "function_secret_free",
            "function_grants",
            "function_grants_listed",
            "function_top_level",
            "function_name_of",
            "function_depends_on",
            "function_uses",
            "function_sequence_options",
            "function_operator_name",
            "function_default_privileges_for",
            "function_identify",
            "function_security_labels",
            "function_unmodelled");

    /** All of them, in one message to the server. */
    private static final String SCRIPT = script();

    private DescribingFunctions() {}

    /** Lets the installed ones tell facts as they are, as their owner or a superuser; to be rolled back by the caller. */
    public static void unredacted(Statement statement) throws SQLException {
        statement.execute(SqlFile.beside(Footprint.class, "Footprint/temporary_redaction"));
    }

    /** Creates schema {@code pggit} with them, as the current role; to be rolled back where the database is to stay as it is. */
    public static void create(Statement statement) throws SQLException {
        statement.execute(SqlFile.beside(Footprint.class, "Footprint/temporary_schema"));
        unredacted(statement);
        statement.execute(SCRIPT);
    }

    private static String script() {
        StringBuilder script = new StringBuilder();
        for (String file : InstallFiles.IN_ORDER) {
            if (file.startsWith("function_describe") || SUPPORT.contains(file)) {
                script.append(OWNERSHIP
                        .matcher(SqlFile.beside(Footprint.class, "install/" + file))
                        .replaceAll(""));
            }
        }
        return script.toString();
    }
}
