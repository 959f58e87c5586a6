package io.pggit.cli;

import io.pggit.cli.database.DatabaseUrl;
import java.util.Map;
import picocli.CommandLine.Option;

/** {@code --url}: which database a command is about. */
final class DatabaseOption {
    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "",
            description = {
                "The database: postgresql://user@host:port/database, jdbc:postgresql://…, or \"host=… dbname=…\".",
                "What it leaves open comes from PGHOST, PGPORT, PGDATABASE, PGUSER, PGPASSWORD, PGSSLMODE, ~/.pgpass."
            })
    private String url = "";

    DatabaseUrl url(Map<String, String> environment) {
        return DatabaseUrl.parse(url, environment);
    }
}
