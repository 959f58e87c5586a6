package io.pggit.sql;

import io.pggit.capture.SqlFile;
import java.util.List;

/** The SQL functions and relations of pgGit, as statements to install. */
public final class SqlApi {
    private static final List<String> OBJECTS = List.of(
            "001_schema",
            "002_as_owner",
            "010_reply",
            "020_secret",
            "021_secret_value",
            "030_engine_attached",
            "040_ask",
            "050_version",
            "060_log",
            "061_log_count",
            "062_attempts",
            "070_status",
            "080_get_head_sha",
            "900_privileges",
            "901_as_installer");

    private SqlApi() {}

    /** The statements, in the order to run them; running them again changes nothing. */
    public static List<String> statements() {
        return OBJECTS.stream()
                .map(object -> SqlFile.beside(SqlApi.class, "api/" + object))
                .toList();
    }
}
