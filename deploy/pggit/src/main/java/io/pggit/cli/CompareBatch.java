package io.pggit.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.capture.Database;
import io.pggit.cli.database.DatabaseUrl;
import io.pggit.core.plan.part.PlanOptions;
import io.pggit.proof.Comparison;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Many comparisons in one process. A pair that fails has its error in its line; the others go on. */
final class CompareBatch {
    private final Surroundings surroundings;
    private final PlanOptions.Style style;

    CompareBatch(Surroundings surroundings, PlanOptions.Style style) {
        this.surroundings = surroundings;
        this.style = style;
    }

    void run(Path file) {
        for (String line : lines(file)) {
            if (!line.isBlank()) {
                surroundings.terminal().json(compared(line.split("\t", -1)));
            }
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Failure(ExitCode.USAGE, "cannot read " + file + ": expected lines of name, URL, URL", e);
        }
    }

    private ObjectNode compared(String[] fields) {
        ObjectNode result = Json.object().put("name", fields[0]);
        long start = System.nanoTime();
        try {
            if (fields.length != 3) {
                throw new Failure(ExitCode.USAGE, "expected three fields separated by tabs, found " + fields.length);
            }
            result.setAll(Comparison.of(database(fields[1]), database(fields[2]), style)
                    .json());
        } catch (SQLException e) {
            result.put("error", DatabaseFailures.explain(e, fields[0]).getMessage());
        } catch (RuntimeException e) {
            result.put("error", Failures.explain(e).getMessage());
        }
        return result.put("millis", (System.nanoTime() - start) / 1_000_000);
    }

    private Database database(String text) {
        DatabaseUrl url = DatabaseUrl.parse(text, surroundings.environment());
        return new Database(url.jdbcUrl(), url.properties());
    }
}
