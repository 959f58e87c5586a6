package io.pggit.sql;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.core.audit.AuditRow;
import java.util.List;
import java.util.UUID;

/**
 * What a session asks the engine.
 *
 * @param id under which the answer is written
 * @param kind which question
 * @param args its arguments, a JSON object; untrusted
 * @param pending audit rows of the asker's own open transaction
 */
public record Question(UUID id, String kind, JsonNode args, List<AuditRow> pending) {
    public Question {
        pending = List.copyOf(pending);
    }
}
