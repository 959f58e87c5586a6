package io.pggit.proof;

import io.pggit.core.plan.Plan;
import io.pggit.core.plan.PlannedStatement;
import io.pggit.core.plan.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A plan as a script that psql runs. */
public final class PlanScript {
    private PlanScript() {}

    /** The script's lines: every transactional segment between BEGIN and COMMIT, hazards as comments. */
    public static List<String> lines(Plan plan) {
        List<String> lines = new ArrayList<>();
        for (Segment segment : plan.segments()) {
            if (segment.transactional()) {
                lines.add("BEGIN;");
            }
            segment.statements().forEach(statement -> add(statement, lines));
            if (segment.transactional()) {
                lines.add("COMMIT;");
            }
        }
        return lines;
    }

    private static void add(PlannedStatement statement, List<String> lines) {
        if (!statement.hazards().isEmpty()) {
            lines.add("-- " + statement.hazards().stream().map(Enum::name).collect(Collectors.joining(", ")));
        }
        statement.dataLoss().ifPresent(loss -> lines.add("-- lost: " + loss.replace("\n", " ")));
        lines.add(statement.sql() + ";");
    }
}
