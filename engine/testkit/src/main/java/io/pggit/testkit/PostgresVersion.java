package io.pggit.testkit;

import java.util.List;

/** A supported major version of PostgreSQL. */
public enum PostgresVersion {
    V15,
    V16,
    V17,
    V18;

    /** All supported majors, oldest first. */
    public static List<PostgresVersion> supported() {
        return List.of(values());
    }

    /** The oldest supported major. */
    public static PostgresVersion oldest() {
        return V15;
    }

    /** The newest supported major; for tests that do not depend on the version. */
    public static PostgresVersion newest() {
        return V18;
    }

    /** The number, such as 15. */
    public int major() {
        return Integer.parseInt(name().substring(1));
    }
}
