package io.pggit.sql.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.core.audit.AuditRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** Argument {@code name}; empty when it is absent or null. */
    public Optional<String> text(String name) {
        return args.hasNonNull(name) ? Optional.of(args.get(name).asText()) : Optional.empty();
    }

    /**
     * Argument {@code name}.
     *
     * @throws QuestionRefused when it is absent or null
     */
    public String required(String name) throws QuestionRefused {
        return required(name, "Argument " + name);
    }

    /**
     * Argument {@code name}.
     *
     * @param what for people
     * @throws QuestionRefused when it is absent or null
     */
    public String required(String name, String what) throws QuestionRefused {
        return text(name).orElseThrow(() -> new QuestionRefused("22004", what + " cannot be NULL", ""));
    }

    /** Argument {@code name}, a list of texts; none when it is absent. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        args.path(name).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** Argument {@code revision}; HEAD when it is absent or null. */
    public String revision() {
        return text("revision").orElse("HEAD");
    }

    /**
     * Argument {@code limit}; as many as there are when it is absent or null.
     *
     * @throws QuestionRefused when it is negative
     */
    public int limit() throws QuestionRefused {
        return count("limit", Integer.MAX_VALUE);
    }

    /**
     * Argument {@code name}, a number of things.
     *
     * @throws QuestionRefused when it is negative
     */
    public int count(String name, int whenAbsent) throws QuestionRefused {
        int count = args.path(name).asInt(whenAbsent);
        if (count < 0) {
            String capitalised = Character.toUpperCase(name.charAt(0)) + name.substring(1);
            throw new QuestionRefused("22023", capitalised + " must be 0 or more, was " + count, "");
        }
        return count;
    }
}
