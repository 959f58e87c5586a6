package io.pggit.runtime.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.AuditRowJson;
import io.pggit.runtime.json.JsonText;

/** Audit rows as the text the journal keeps. A statement may be as long as PostgreSQL lets it be. */
final class RowText {
    private RowText() {}

    static AuditRow read(long seq, String body) {
        try {
            return AuditRowJson.read(JsonText.read(body));
        } catch (JsonProcessingException | IllegalArgumentException damaged) {
            // the cause is left out: Jackson quotes its input, which may hold secrets
            throw new JournalException("the journal's copy of audit row " + seq + " is damaged ("
                    + damaged.getClass().getSimpleName() + "): move the data directory away and start again, "
                    + "pgGit then rebuilds it from pggit.ddl_audit");
        }
    }
}
