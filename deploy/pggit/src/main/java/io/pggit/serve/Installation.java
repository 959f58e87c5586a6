package io.pggit.serve;

import io.pggit.capture.CaptureException;
import io.pggit.capture.footprint.Check;
import io.pggit.capture.footprint.ExtensionFiles;
import io.pggit.capture.footprint.Footprint;
import io.pggit.capture.footprint.Inspection;
import io.pggit.capture.footprint.InstallScript;
import io.pggit.capture.footprint.Installed;
import io.pggit.capture.footprint.OnFault;
import io.pggit.sql.SqlApi;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Everything of pgGit inside a database: the footprint, and the SQL functions over it. */
public final class Installation {
    /** How much of it. */
    public enum Scope {
        /** All. */
        FULL,
        /** What records changes, without the functions for users: for production. */
        AUDIT_ONLY;

        List<String> statements() {
            return this == FULL ? SqlApi.statements() : List.of();
        }
    }

    private Installation() {}

    /** As {@link #install(Connection, Scope)} with {@link Scope#FULL}. */
    public static void install(Connection connection) {
        install(connection, Scope.FULL);
    }

    /** As {@link #install(Connection, Scope, Optional)} with what was chosen before. */
    public static void install(Connection connection, Scope scope) {
        install(connection, scope, Optional.empty());
    }

    /**
     * Installs or renews; harmless when repeated. Of an extension only what lies outside it is renewed.
     *
     * @param onFault what becomes of a command that cannot be recorded; empty: what was chosen before, else it is refused
     * @throws CaptureException when the role is no superuser, the server too old, the functions are there and shall not be, or
     *     PostgreSQL refuses
     */
    public static void install(Connection connection, Scope scope, Optional<OnFault> onFault) {
        Optional<Installed> before = find(connection);
        if (scope == Scope.AUDIT_ONLY && before.filter(Installed::api).isPresent()) {
            throw new CaptureException("the SQL functions are installed already ("
                    + before.get().text() + "); nothing was changed: only uninstalling removes them, with the record");
        }
        if (before.flatMap(Installed::extension).isEmpty()) {
            Footprint.install(connection, scope.statements(), onFault);
        } else {
            Footprint.renewExtension(connection, onFault);
        }
    }

    /** Lets the record go on where pg_upgrade made a new cluster of the old one; harmless elsewhere, and when repeated. */
    public static void takeOver(Connection connection) {
        Footprint.takeOver(connection);
    }

    /** How it is installed; empty where it is not. */
    public static Optional<Installed> find(Connection connection) {
        try {
            return Installed.in(connection);
        } catch (SQLException e) {
            throw new CaptureException("cannot tell whether pgGit is installed: " + e.getMessage(), e);
        }
    }

    /** Whether this build made what is installed; another's functions may ask what this engine does not answer. */
    public static boolean isOfThisBuild(Installed installed) {
        return installed.isOfThisBuild(Scope.FULL.statements());
    }

    /** Everything a database must have to be captured, looked at. */
    public static List<Check> inspect(Connection connection) {
        return Inspection.of(connection, Scope.FULL.statements());
    }

    /** As {@link #script(Scope, Optional)} with what was chosen before. */
    public static String script(Scope scope) {
        return script(scope, Optional.empty());
    }

    /** What {@link #install(Connection, Scope, Optional)} runs, as one file of plain SQL. */
    public static String script(Scope scope, Optional<OnFault> onFault) {
        return InstallScript.plain(scope.statements(), onFault);
    }

    /**
     * Makes a server know the extension {@code pggit}.
     *
     * @param shared what {@code pg_config --sharedir} prints for it
     * @return the files written
     * @throws CaptureException when they cannot be written there
     */
    public static List<Path> writeExtension(Path shared, Scope scope) {
        return ExtensionFiles.write(shared, scope.statements());
    }

    /** As {@link #writeExtension(Path, Scope)}, for a server on this machine that one is connected to. */
    public static List<Path> writeExtension(Connection connection, Scope scope) {
        return writeExtension(ExtensionFiles.sharedDirectory(connection), scope);
    }

    /**
     * Removes everything, the record included, and the slot, whichever way it was installed.
     *
     * @throws CaptureException when the role is no superuser, an engine is attached, or PostgreSQL refuses
     */
    public static void uninstall(Connection connection) {
        Footprint.uninstall(connection);
    }
}
