package io.pggit.sql;

import io.pggit.capture.SqlFile;
import java.util.Arrays;
import java.util.List;

/** The SQL functions and relations of pgGit, as statements to install. */
public final class SqlApi {
    private SqlApi() {}

    /** The statements, in the order to run them; running them again changes nothing. */
    public static List<String> statements() {
        return Arrays.stream(SqlArea.values())
                .flatMap(area -> area.objects().stream())
                .map(object -> SqlFile.beside(SqlApi.class, "api/" + object))
                .toList();
    }
}
