package io.pggit.serve;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Runs a script as {@code psql -v ON_ERROR_STOP=1 -f} would, over JDBC. Backslash commands it does not know are an error. */
final class PsqlScript {
    private final Connection connection;
    private final Map<String, String> variables = new HashMap<>();
    private final Deque<Boolean> conditions = new ArrayDeque<>();
    private final List<String> echoed = new ArrayList<>();
    private List<List<String>> shown = List.of();
    private int statements;

    /** A session of psql in autocommit mode. */
    PsqlScript(Connection connection) {
        this.connection = connection;
    }

    /** What all scripts of this session echoed. */
    List<String> echoed() {
        return echoed;
    }

    /**
     * Runs a script; variables stay for the next one.
     *
     * @return the last result, as text: the names of its columns, then its rows
     * @throws AssertionError when a statement fails: says which, and how many succeeded before
     */
    List<List<String>> run(String script) {
        PsqlLexer lexer = new PsqlLexer(script, variables);
        for (Optional<PsqlLexer.Step> step = lexer.next(); step.isPresent(); step = lexer.next()) {
            try {
                if (step.get() instanceof PsqlLexer.Command command) {
                    command(command);
                } else if (step.get() instanceof PsqlLexer.Sql sql && active()) {
                    execute(sql.text());
                }
            } catch (SQLException e) {
                throw new AssertionError(
                        "line " + step.get().line() + ", after " + statements + " statements: " + e.getSQLState() + " "
                                + e.getMessage() + "\nin: " + step.get(),
                        e);
            }
        }
        return shown;
    }

    private boolean active() {
        return !conditions.contains(false);
    }

    private void command(PsqlLexer.Command command) throws SQLException {
        switch (command.name()) {
            case "if" -> conditions.push(truth(command.arguments()));
            case "else" -> conditions.push(!conditions.pop());
            case "endif" -> conditions.pop();
            case "gset" -> gset(command.buffer());
            case "echo" -> echo(command.arguments());
            case "set" -> {
                String[] words = command.arguments().split("\\s+", 2);
                variables.put(words[0], words.length > 1 ? words[1] : "");
            }
            case "pset", "timing", "x" -> {}
            default -> throw new IllegalArgumentException("line " + command.line() + ": \\" + command.name());
        }
    }

    private void echo(String text) {
        if (active()) {
            echoed.add(text);
        }
    }

    private void gset(String query) throws SQLException {
        if (!active()) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            if (!row.next()) {
                throw new SQLException("no rows returned for \\gset");
            }
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                if (row.getString(i) == null) {
                    variables.remove(row.getMetaData().getColumnLabel(i));
                } else {
                    variables.put(row.getMetaData().getColumnLabel(i), row.getString(i));
                }
            }
        }
        statements++;
    }

    private boolean truth(String argument) {
        String value = argument.startsWith(":") ? variables.getOrDefault(argument.substring(1), argument) : argument;
        return List.of("t", "true", "on", "yes", "1").contains(value);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    shown = table(rows);
                }
            }
        }
        statements++;
    }

    private static List<List<String>> table(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<List<String>> table = new ArrayList<>();
        List<String> header = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            header.add(columns.getColumnLabel(i));
        }
        table.add(header);
        while (rows.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                row.add(Objects.requireNonNullElse(rows.getString(i), ""));
            }
            table.add(row);
        }
        return table;
    }
}
