package io.pggit.serve;

import io.pggit.capture.CaptureException;
import io.pggit.capture.footprint.Footprint;
import io.pggit.sql.SqlApi;
import java.sql.Connection;

/** Everything of pgGit inside a database: the footprint, and the SQL functions over it. */
public final class Installation {
    private Installation() {}

    /**
     * Installs or renews; harmless when repeated.
     *
     * @throws CaptureException when the role is no superuser, the server too old, or PostgreSQL refuses
     */
    public static void install(Connection connection) {
        Footprint.install(connection, SqlApi.statements());
    }

    /**
     * Removes everything, the record included, and the slot.
     *
     * @throws CaptureException when the role is no superuser, an engine is attached, or PostgreSQL refuses
     */
    public static void uninstall(Connection connection) {
        Footprint.uninstall(connection);
    }
}
