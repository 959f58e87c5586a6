package io.pggit.core.lex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The definition of a foreign key, as PostgreSQL writes it.
 *
 * @param columns the columns that point, unquoted
 * @param table the table they point at, quoted and with its schema as it stands there
 * @param referenced the columns they point at, unquoted
 */
public record ForeignKeyText(List<String> columns, String table, List<String> referenced) {
    /** Copies both lists. */
    public ForeignKeyText {
        columns = List.copyOf(columns);
        referenced = List.copyOf(referenced);
    }

    /** Empty for any other text; {@code text} may have more before and behind the definition. */
    public static Optional<ForeignKeyText> of(String text) {
        return text.contains("FOREIGN KEY") ? of(SqlLexer.words(text)) : Optional.empty();
    }

    private static Optional<ForeignKeyText> of(List<Token> tokens) {
        int foreign = find(tokens, "FOREIGN", 0);
        int references = find(tokens, "REFERENCES", foreign);
        int open = find(tokens, "(", references);
        int close = find(tokens, ")", open);
        if (close >= tokens.size()) {
            return Optional.empty();
        }
        StringBuilder table = new StringBuilder();
        tokens.subList(references + 1, open).forEach(token -> table.append(token.text()));
        return Optional.of(new ForeignKeyText(
                names(tokens.subList(Math.min(foreign + 2, references), references)),
                table.toString(),
                names(tokens.subList(open, close))));
    }

    private static int find(List<Token> tokens, String word, int from) {
        int at = from;
        while (at < tokens.size() && !tokens.get(at).reads(word)) {
            at++;
        }
        return at;
    }

    private static List<String> names(List<Token> tokens) {
        List<String> names = new ArrayList<>();
        tokens.stream().filter(Token::isDeparsedName).forEach(token -> names.add(token.name()));
        return names;
    }
}
