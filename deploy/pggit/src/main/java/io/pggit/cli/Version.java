package io.pggit.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of pggit: that of its jar. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"pggit " + text()};
    }

    /** Such as {@code 1.0.0-SNAPSHOT}; {@code development} when run from class folders. */
    public static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
