package io.pggit.core.merge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** How somebody settles a conflict. */
public sealed interface Resolution {
    /** Our value stays. */
    Resolution OURS = new Side(Choice.OURS);

    /** Their value is taken. */
    Resolution THEIRS = new Side(Choice.THEIRS);

    /** Back to the value of the merge base. */
    Resolution BASE = new Side(Choice.BASE);

    /** One of the three values a conflict has. */
    enum Choice {
        OURS,
        THEIRS,
        BASE
    }

    /** The value for {@code conflict}; empty to leave the attribute out. */
    Optional<JsonNode> value(Conflict conflict);

    /** One of the conflict's own values. */
    record Side(Choice choice) implements Resolution {
        @Override
        public Optional<JsonNode> value(Conflict conflict) {
            return switch (choice) {
                case OURS -> conflict.ours();
                case THEIRS -> conflict.theirs();
                case BASE -> conflict.base();
            };
        }
    }

    /** A value of one's own, or none to leave the attribute out; for a name, a JSON string. */
    record Custom(Optional<JsonNode> value) implements Resolution {
        @Override
        public Optional<JsonNode> value(Conflict conflict) {
            return value;
        }
    }
}
