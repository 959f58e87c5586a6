package io.pggit.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A database cluster as {@code initdb} makes it, kept to be copied: that takes a tenth of the time. All copies have one system
 * identifier, so this is for servers that are thrown away and never compared by it.
 *
 * @param path its files; nobody writes to them
 */
record ClusterTemplate(Path path) {
    private static final Map<PostgresBinaries, ClusterTemplate> KNOWN = new ConcurrentHashMap<>();

    /** The one that these programs made, made now if it never was. */
    static ClusterTemplate of(PostgresBinaries binaries) {
        return KNOWN.computeIfAbsent(binaries, ClusterTemplate::made);
    }

    /** Makes {@code directory} a cluster. */
    void copyTo(Path directory) throws IOException {
        try (Stream<Path> tree = Files.walk(path)) {
            tree.forEach(
                    file -> copy(file, directory.resolve(path.relativize(file).toString())));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClusterTemplate made(PostgresBinaries binaries) {
        try {
            Path clusters = WorkDirectory.cache("clusters");
            Path path = clusters.resolve(digest(binaries));
            if (!Files.exists(path)) {
                make(binaries, Files.createTempDirectory(clusters, "new-"), path);
            }
            return new ClusterTemplate(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(PostgresBinaries binaries, Path work, Path path) throws IOException {
        try {
            EmbeddedPostgres server = LocalPostgres.programs(binaries)
                    .setDataDirectory(work.resolve("data"))
                    .start();
            server.close();
            if (Files.exists(work.resolve("data/postmaster.pid"))) {
                throw new IOException("PostgreSQL did not stop in order in " + work);
            }
            Files.move(work.resolve("data"), path, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            // another process was quicker: its cluster is as good
            if (!Files.exists(path)) {
                throw e;
            }
        } finally {
            WorkDirectory.remove(work);
        }
    }

    /** Of the programs' archive: other programs make another cluster. */
    private static String digest(PostgresBinaries binaries) throws IOException {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            try (InputStream archive =
                            binaries.getPgBinary(System.getProperty("os.name"), System.getProperty("os.arch"));
                    InputStream read = new DigestInputStream(archive, sha256)) {
                read.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
