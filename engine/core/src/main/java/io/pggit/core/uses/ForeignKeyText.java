package io.pggit.core.uses;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The definition of a foreign key, as PostgreSQL writes it.
 *
 * @param own the columns that point
 * @param target the table they point at, quoted and with its schema
 * @param referenced the columns they point at
 */
record ForeignKeyText(List<String> own, String target, List<String> referenced) {
    private static final String COLUMNS = "\\(((?:\"(?:[^\"]|\"\")*\"|[^\")])*)\\)";
    private static final Pattern DEFINITION = Pattern.compile(
            "FOREIGN KEY " + COLUMNS + " REFERENCES ((?:\"(?:[^\"]|\"\")*\"|[^\"(\\s])+) ?" + COLUMNS + ".*",
            Pattern.DOTALL);

    /** Copies both lists. */
    ForeignKeyText {
        own = List.copyOf(own);
        referenced = List.copyOf(referenced);
    }

    /** Empty for any other text; {@code text} may have more before the definition. */
    static Optional<ForeignKeyText> of(String text) {
        Matcher matcher = DEFINITION.matcher(text);
        return matcher.find()
                ? Optional.of(new ForeignKeyText(
                        List.copyOf(Words.of(matcher.group(1)).names()),
                        matcher.group(2),
                        List.copyOf(Words.of(matcher.group(3)).names())))
                : Optional.empty();
    }
}
