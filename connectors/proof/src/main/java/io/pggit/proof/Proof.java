package io.pggit.proof;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * What running a comparison on a scratch database has shown.
 *
 * @param result whether it holds
 * @param notes what was found, or why there is no proof; for people, one line each
 */
public record Proof(Result result, List<String> notes) {
    /** How a proof ends. */
    public enum Result {
        /** Built anew, the first became like the second and like itself again, with the locks and rewrites the plan tells. */
        PROVED,
        /** Something came out otherwise: the notes tell what. */
        REFUTED,
        /** No scratch database, or the first could not be built on it: nothing is known. */
        IMPOSSIBLE
    }

    /** Copies {@code notes}. */
    public Proof {
        notes = List.copyOf(notes);
    }

    /** {@code {"result": "proved" | "refuted" | "impossible", "notes": []}}. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("result", result.name().toLowerCase(Locale.ROOT));
        notes.forEach(json.putArray("notes")::add);
        return json;
    }
}
