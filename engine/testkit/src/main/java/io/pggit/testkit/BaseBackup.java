package io.pggit.testkit;

import io.pggit.servers.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * A physical copy of a running server, made with {@code pg_backup_start} and {@code pg_backup_stop}: what {@code pg_basebackup}
 * makes, which the embedded binaries lack. See "Making a Base Backup Using the Low Level API" in the PostgreSQL manual.
 */
public final class BaseBackup {
    /** What the copy becomes when a server is started on it. */
    public enum Becomes {
        /** A standby, until it is promoted. */
        STANDBY("standby.signal"),
        /** A server that replays archived WAL up to its recovery target. */
        RECOVERED("recovery.signal");

        private final String signal;

        Becomes(String signal) {
            this.signal = signal;
        }
    }

    /** What belongs to the running server alone; of directories their contents, they themselves are needed. */
    private static final Set<String> LEFT_OUT = Set.of(
            "pg_dynshmem",
            "pg_notify",
            "pg_replslot",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans",
            "postmaster.opts",
            "postmaster.pid");

    /** The server refuses a data directory that others can read. */
    private static final FileAttribute<?> FOR_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private BaseBackup() {}

    /**
     * Copies the cluster of a server.
     *
     * @param directory for {@code PostgresOptions}: exists; the copy is put where a server started on it looks for its data
     */
    public static void take(LocalPostgres server, Path directory, Becomes becomes) throws SQLException {
        Path target = directory.resolve(server.dataDirectory().getFileName());
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_catalog.pg_backup_start('pggit', true)");
            copy(server.dataDirectory(), target);
            try (ResultSet row = statement.executeQuery(
                    "SELECT labelfile FROM pg_catalog.pg_backup_stop(wait_for_archive => false)")) {
                row.next();
                // The log written meanwhile is part of the copy.
                copy(server.dataDirectory().resolve("pg_wal"), target.resolve("pg_wal"));
                Files.writeString(target.resolve("backup_label"), row.getString(1));
                Files.writeString(target.resolve(becomes.signal), "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + server.dataDirectory(), e);
        }
    }

    /** A running server renames and removes files; what it does to them meanwhile is in its log. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path source, BasicFileAttributes attributes) throws IOException {
                Path relative = from.relativize(source);
                if (relative.getNameCount() > 1 && leftOut(relative)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(relative), FOR_OWNER);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path source, BasicFileAttributes attributes) throws IOException {
                Path relative = from.relativize(source);
                if (!leftOut(relative)) {
                    Files.copy(source, to.resolve(relative), StandardCopyOption.REPLACE_EXISTING);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path source, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    private static boolean leftOut(Path relative) {
        return LEFT_OUT.contains(relative.getName(0).toString());
    }
}
