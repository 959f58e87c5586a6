package io.pggit.kafka;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.IntPredicate;

/** Text from a database made harmless for headers and keys: printable ASCII only, the rest as in RFC 3986, 2.1. */
final class PercentEncoding {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String UNRESERVED_MARKS = "-._~";

    private PercentEncoding() {}

    /** For one segment of a URI path: RFC 3986's unreserved characters stay. */
    static String segment(String text) {
        return encode(text, c -> alphanumeric(c) || UNRESERVED_MARKS.indexOf(c) >= 0);
    }

    /** For a header that people read: all printable ASCII but {@code %} stays. */
    static String readable(String text) {
        return encode(text, c -> c > ' ' && c < 0x7F && c != '%');
    }

    private static boolean alphanumeric(int c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static String encode(String text, IntPredicate stays) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (stays.test(octet)) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(HEX.toHexDigits(octet));
            }
        }
        return encoded.toString();
    }
}
