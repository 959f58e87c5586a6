package io.pggit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command over the SQL functions takes: which database to ask, and how the answer is printed. */
final class AnswerOptions {
    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(names = "--json", description = "One JSON value a line: what the SQL function returns.")
    private boolean json;

    boolean json() {
        return json;
    }

    /**
     * Asks by a query kept in a file beside {@code owner}, whose first column is JSON or, with {@link #texts}, text. What the
     * server remarks goes to standard error.
     */
    List<JsonNode> rows(Surroundings surroundings, Class<?> owner, String name, Object... parameters) {
        return texts(surroundings, owner, name, parameters).stream()
                .map(Json::read)
                .toList();
    }

    /** As {@link #rows}; an SQL NULL is an empty text. */
    List<String> texts(Surroundings surroundings, Class<?> owner, String name, Object... parameters) {
        try (Session session = open(surroundings)) {
            List<String> answer =
                    session.query(owner, name, row -> row.getString(1) == null ? "" : row.getString(1), parameters);
            session.notes().forEach(note -> surroundings.terminal().note("pggit: " + note));
            return answer;
        }
    }

    /** For several questions over one connection. */
    Session open(Surroundings surroundings) {
        return Session.open(database.url(surroundings.environment()));
    }
}
