package io.pggit.core.diff;

/** The version of an object, which starts at 1.0.0 and counts up with what is done to it. */
public record VersionNumber(int major, int minor, int patch) {
    /** That of an object just made. */
    public static final VersionNumber FIRST = new VersionNumber(1, 0, 0);

    /** The number after one more change. */
    public VersionNumber after(Severity change) {
        return switch (change) {
            case MAJOR -> new VersionNumber(major + 1, 0, 0);
            case MINOR -> new VersionNumber(major, minor + 1, 0);
            case PATCH -> new VersionNumber(major, minor, patch + 1);
        };
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
