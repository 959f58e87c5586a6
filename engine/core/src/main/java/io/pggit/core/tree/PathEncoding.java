package io.pggit.core.tree;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * Writes names as file names that every file system and git itself accept. What is outside {@code [a-z0-9_$.,()-]} is
 * percent-encoded per UTF-8 byte, in lower-case digits: upper-case letters too, so that two names that differ in case
 * only never meet in one file. Different names have different encodings.
 */
final class PathEncoding {
    /** Longest encoding; a suffix such as {@code .json} still fits into the 255 bytes of common file systems. */
    static final int LIMIT = 200;

    private static final int KEPT_WHEN_CUT = LIMIT - 33;
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789_$.,()-";
    /** Without {@code ( ) ,}, which the routine form {@code name(types)} needs for itself. */
    private static final String PLAIN_IN_ROUTINE = "abcdefghijklmnopqrstuvwxyz0123456789_$.-";

    /** Names Windows gives to devices, whatever extension follows. */
    private static final Set<String> DEVICES = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private PathEncoding() {}

    /** Encodes the name of anything but a routine. */
    static String encode(String name) {
        return cut(guarded(percent(name, PLAIN)));
    }

    /** Encodes a routine as {@code name(types)}. */
    static String encode(String name, String signature) {
        // "," then stands for ", " and for nothing else, so the shorter form is as unique as the long one
        boolean compact =
                !signature.contains("\"") && signature.replace(", ", "").indexOf(',') < 0;
        String types = compact
                ? percent(signature.replace(", ", ","), PLAIN)
                : percent(signature, PLAIN).replace(",", "%2c");
        return cut(guarded(percent(name, PLAIN_IN_ROUTINE)) + "(" + types + ")");
    }

    private static String percent(String text, String plain) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (plain.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                percent(b, encoded);
            }
        }
        return encoded.toString();
    }

    private static void percent(byte b, StringBuilder encoded) {
        encoded.append('%').append(HexFormat.of().toHexDigits(b));
    }

    /** Encodes the first or last character too where a plain one would be special to a file system or to git. */
    private static String guarded(String encoded) {
        int dot = encoded.indexOf('.');
        StringBuilder guarded = new StringBuilder(encoded);
        if (encoded.endsWith(".") && encoded.length() > 1) {
            guarded.setLength(guarded.length() - 1);
            percent((byte) '.', guarded);
        }
        if (dot == 0 || DEVICES.contains(dot < 0 ? encoded : encoded.substring(0, dot))) {
            StringBuilder first = new StringBuilder();
            percent((byte) encoded.charAt(0), first);
            guarded.replace(0, 1, first.toString());
        }
        return guarded.toString();
    }

    /** Replaces the end of what is too long by a digest; {@code @} is never part of an encoding, so none is equal. */
    private static String cut(String encoded) {
        return encoded.length() <= LIMIT
                ? encoded
                : encoded.substring(0, KEPT_WHEN_CUT) + "@" + digest(encoded).substring(0, LIMIT - KEPT_WHEN_CUT - 1);
    }

    /** The name an encoding stands for; empty when it was cut. */
    static Optional<String> decode(String encoded) {
        if (encoded.indexOf('@') >= 0) {
            return Optional.empty();
        }
        byte[] bytes = new byte[encoded.length()];
        int length = 0;
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                bytes[length++] = (byte) HexFormat.fromHexDigits(encoded, i + 1, i + 3);
                i += 2;
            } else {
                bytes[length++] = (byte) c;
            }
        }
        return Optional.of(new String(bytes, 0, length, StandardCharsets.UTF_8));
    }

    /** SHA-256 of the UTF-8 bytes of {@code text}, in lower-case hex digits. */
    static String digest(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("this Java has no SHA-256", absent);
        }
    }
}
