package io.pggit.core.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a foreign key joins.
 *
 * @param columns its own columns
 * @param table the other table, quoted and with its schema
 * @param referenced the columns there
 */
record ForeignKey(List<String> columns, String table, List<String> referenced) {
    /** Reads {@code FOREIGN KEY (…) REFERENCES …(…)}. */
    static Optional<ForeignKey> of(SqlText text) {
        int references = text.find("REFERENCES", 0);
        int open = text.find("(", references);
        int close = text.find(")", open);
        if (close >= text.size()) {
            return Optional.empty();
        }
        StringBuilder table = new StringBuilder();
        for (int i = text.next(references); i < open; i++) {
            table.append(text.at(i).text());
        }
        return Optional.of(new ForeignKey(
                names(text, text.find("(", 0), text.find(")", 0)),
                table.toString().strip(),
                names(text, open, close)));
    }

    private static List<String> names(SqlText text, int from, int to) {
        List<String> names = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (text.at(i).isName()) {
                names.add(text.at(i).name());
            }
        }
        return names;
    }
}
