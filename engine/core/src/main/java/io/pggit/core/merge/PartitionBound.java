package io.pggit.core.merge;

import io.pggit.core.lex.SqlLexer;
import io.pggit.core.lex.Token;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bound of a partition, as {@code pg_get_expr} spells it. Ranges are compared by their first column, and only where the
 * values are numbers or literals that sort as they are spelled; what cannot be told apart so does not overlap here, and
 * PostgreSQL has the last word.
 */
record PartitionBound(String kind, List<String> from, List<String> to) {
    private static final Pattern RANGE = Pattern.compile("FOR VALUES FROM \\((.*)\\) TO \\((.*)\\)");
    private static final Pattern LIST = Pattern.compile("FOR VALUES IN \\((.*)\\)");
    private static final Pattern HASH = Pattern.compile("FOR VALUES WITH \\(modulus (\\d+), remainder (\\d+)\\)");
    private static final Pattern DATE = Pattern.compile("'\\d{4}-\\d{2}-\\d{2}( \\d{2}:\\d{2}:\\d{2}([+-]\\d{2})?)?'");

    static PartitionBound of(String text) {
        Matcher range = RANGE.matcher(text);
        Matcher list = LIST.matcher(text);
        Matcher hash = HASH.matcher(text);
        if (range.matches()) {
            return new PartitionBound("range", values(range.group(1)), values(range.group(2)));
        }
        if (list.matches()) {
            return new PartitionBound("list", values(list.group(1)), List.of());
        }
        if (hash.matches()) {
            return new PartitionBound("hash", List.of(hash.group(1)), List.of(hash.group(2)));
        }
        return new PartitionBound(text, List.of(), List.of());
    }

    private static List<String> values(String text) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (Token token : SqlLexer.read(text)) {
            if (token.reads(",")) {
                values.add(value.toString().strip());
                value.setLength(0);
            } else {
                value.append(token.text());
            }
        }
        values.add(value.toString().strip());
        return values;
    }

    boolean overlap(PartitionBound other) {
        if (!kind.equals(other.kind)) {
            return false;
        }
        return switch (kind) {
            case "DEFAULT" -> true;
            case "list" -> from.stream().anyMatch(other.from::contains);
            case "hash" -> sameRemainder(other);
            case "range" -> {
                boolean oneColumn = from.size() == 1 && other.from.size() == 1;
                boolean same = from.equals(other.from) && to.equals(other.to);
                yield same || oneColumn && before(from.get(0), other.to.get(0)) && before(other.from.get(0), to.get(0));
            }
            default -> false;
        };
    }

    private boolean sameRemainder(PartitionBound other) {
        BigInteger common = new BigInteger(from.get(0)).gcd(new BigInteger(other.from.get(0)));
        return new BigInteger(to.get(0))
                        .subtract(new BigInteger(other.to.get(0)))
                        .mod(common)
                        .signum()
                == 0;
    }

    private static boolean before(String one, String other) {
        if (one.equals("MINVALUE") && !other.equals("MINVALUE")
                || other.equals("MAXVALUE") && !one.equals("MAXVALUE")) {
            return true;
        }
        OptionalInt order = order(one, other);
        return order.isPresent() && order.getAsInt() < 0;
    }

    private static OptionalInt order(String one, String other) {
        if (DATE.matcher(one).matches() && DATE.matcher(other).matches()) {
            return OptionalInt.of(one.compareTo(other));
        }
        try {
            return OptionalInt.of(number(one).compareTo(number(other)));
        } catch (NumberFormatException noNumber) {
            return OptionalInt.empty();
        }
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.startsWith("'") ? text.substring(1, text.length() - 1) : text);
    }
}
