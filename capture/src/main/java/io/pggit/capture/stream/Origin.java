package io.pggit.capture.stream;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the rows of a journal came from. A journal keeps the origin it was filled from: when it meets another one, its
 * positions and row numbers may mean something else there.
 *
 * @param systemId what {@code initdb} gave the cluster; shared by physical copies; unsigned
 * @param timeline rises with each promotion and point-in-time recovery
 * @param database OID of the database
 * @param publication which catalog rows, of which version, made the audit table published; any change of the
 *     publication changes it
 */
public record Origin(String systemId, int timeline, long database, String publication) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,20})/([0-9]{1,10})/([0-9]{1,10})/([0-9.]{1,100})");

    public Origin {
        if (!TEXT.matcher(systemId + "/" + timeline + "/" + database + "/" + publication)
                .matches()) {
            throw new IllegalArgumentException(
                    "not an origin: " + systemId + "/" + timeline + "/" + database + "/" + publication);
        }
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException when {@code text} is not of that form
     */
    public static Origin parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an origin: " + text);
        }
        return new Origin(
                parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3)), parts.group(4));
    }

    /** A form to keep: {@code systemId/timeline/database/publication}. */
    @Override
    public String toString() {
        return systemId + "/" + timeline + "/" + database + "/" + publication;
    }
}
