package io.pggit.capture.footprint;

import io.pggit.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** DDL statements from a file beside this class: blank lines separate them, lines of marks may stand before each. */
final class Battery {
    private static final String FROM = "-- from ";
    private static final String UNSEEN = "-- unseen";

    private Battery() {}

    /**
     * A statement.
     *
     * @param unseen whether no event trigger sees what it does, so that only reading the catalog tells
     */
    record Step(String sql, boolean unseen) {}

    /** The statements of a file that {@code version} knows, with the place holders filled in. */
    static List<Step> steps(String file, PostgresVersion version, UnaryOperator<String> fillIn) throws IOException {
        List<Step> steps = new ArrayList<>();
        String text;
        try (var stream = Battery.class.getResourceAsStream(file)) {
            text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (String block : text.substring(text.indexOf("\n\n")).strip().split("\n\n+")) {
            String sql = block;
            boolean unseen = false;
            boolean known = true;
            while (sql.startsWith("-- ")) {
                String mark = sql.lines().findFirst().orElseThrow();
                sql = sql.substring(mark.length() + 1);
                unseen |= mark.equals(UNSEEN);
                known &= !mark.startsWith(FROM) || Integer.parseInt(mark.substring(FROM.length())) <= version.major();
            }
            if (known) {
                steps.add(new Step(fillIn.apply(sql), unseen));
            }
        }
        return steps;
    }
}
