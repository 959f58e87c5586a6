package io.pggit.runtime.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.AuditRowJson;

/** Audit rows as the text the journal keeps. A statement may be as long as PostgreSQL lets it be. */
final class RowText {
    private static final JsonMapper JSON = mapper();

    private RowText() {}

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder().build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .build());
        return mapper;
    }

    static AuditRow read(long seq, String body) {
        try {
            return AuditRowJson.read(JSON.readTree(body));
        } catch (JsonProcessingException | IllegalArgumentException damaged) {
            // the cause is left out: Jackson quotes its input, which may hold secrets
            throw new JournalException("the journal's copy of audit row " + seq + " is damaged ("
                    + damaged.getClass().getSimpleName() + "): move the data directory away and start again, "
                    + "pgGit then rebuilds it from pggit.ddl_audit");
        }
    }
}
