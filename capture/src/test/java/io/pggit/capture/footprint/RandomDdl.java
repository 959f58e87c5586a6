package io.pggit.capture.footprint;

import io.pggit.capture.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** DDL made by chance for what a database has at the moment: {@code statements.sql}, its braces filled from {@code pools.sql}. */
final class RandomDdl {
    private static final Pattern BRACES = Pattern.compile("\\{(\\w+)}");
    /** What others are parts of. */
    private static final Set<String> PARENTS = Set.of(
            "table",
            "plain",
            "partitioned",
            "view",
            "matview",
            "relation",
            "foreign_table",
            "enum",
            "composite",
            "domain");

    private static final List<String> TEMPLATES = lines("statements").toList();
    private static final Map<String, String> POOLS = pools();

    private final Connection connection;
    private final Random random;

    RandomDdl(Connection connection, Random random) {
        this.connection = connection;
        this.random = random;
    }

    private static Stream<String> lines(String file) {
        return SqlFile.of(RandomDdl.class, file).lines().filter(line -> !line.startsWith("--"));
    }

    private static Map<String, String> pools() {
        Map<String, String> pools = new HashMap<>();
        lines("pools")
                .forEach(
                        line -> pools.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2)));
        return pools;
    }

    /** A statement, which may fail; what it names exists, mostly. */
    String next() throws SQLException {
        Optional<String> statement = Optional.empty();
        while (statement.isEmpty()) {
            statement = filled(TEMPLATES.get(random.nextInt(TEMPLATES.size())));
        }
        return statement.get();
    }

    private Optional<String> filled(String template) throws SQLException {
        List<MatchResult> words = BRACES.matcher(template).results().toList();
        String[] values = new String[words.size()];
        int parent = -1;
        for (int i = 0; i < values.length; i++) {
            if (!isPart(words.get(i))) {
                values[i] = drawn(words.get(i).group(1), "");
                parent = parent < 0 && PARENTS.contains(words.get(i).group(1)) ? i : parent;
                if (values[i] == null) {
                    return Optional.empty();
                }
            }
        }
        StringBuilder statement = new StringBuilder();
        int from = 0;
        for (int i = 0; i < values.length; i++) {
            parent = PARENTS.contains(words.get(i).group(1)) ? i : parent;
            if (isPart(words.get(i))) {
                values[i] = drawn(words.get(i).group(1), values[parent]);
                if (values[i] == null) {
                    return Optional.empty();
                }
            }
            statement.append(template, from, words.get(i).start()).append(values[i]);
            from = words.get(i).end();
        }
        return Optional.of(statement.append(template.substring(from)).toString());
    }

    private static boolean isPart(MatchResult word) {
        return POOLS.get(word.group(1)).contains("$::");
    }

    /** One of a pool; null when it is empty. */
    private String drawn(String pool, String parent) throws SQLException {
        List<String> values = new ArrayList<>();
        String query = "SELECT v::text FROM (" + POOLS.get(pool).replace("$::", "?::") + ") AS pool (v) ORDER BY 1";
        try (PreparedStatement select = connection.prepareStatement(query)) {
            if (query.contains("?::")) {
                select.setString(1, parent);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    values.add(row.getString(1));
                }
            }
        }
        return values.isEmpty() ? null : values.get(random.nextInt(values.size()));
    }
}
