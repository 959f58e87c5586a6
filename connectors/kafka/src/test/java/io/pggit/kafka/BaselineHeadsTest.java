package io.pggit.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pggit.core.audit.AuditEvent;
import io.pggit.core.audit.AuditRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaselineHeadsTest {
    @Test
    void ofBaselineRowsThatFollowEachOtherTheFirstIsLeft() {
        List<AuditRow> rows = List.of(
                row(1, AuditEvent.BASELINE),
                row(2, AuditEvent.BASELINE),
                row(3, AuditEvent.DDL_COMMAND_END),
                row(4, AuditEvent.BASELINE),
                row(5, AuditEvent.BASELINE),
                row(6, AuditEvent.DDL_COMMAND_END));

        List<Long> left = new ArrayList<>();
        new BaselineHeads(rows.iterator()).forEachRemaining(row -> left.add(row.seq()));

        assertEquals(List.of(1L, 3L, 4L, 6L), left);
    }

    private static AuditRow row(long seq, AuditEvent event) {
        return Ddl.row(seq, 700, event, "x", "", List.of(Ddl.table("t" + seq)), List.of(), Map.of());
    }
}
