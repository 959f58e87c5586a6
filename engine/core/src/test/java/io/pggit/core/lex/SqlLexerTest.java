package io.pggit.core.lex;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SqlLexerTest {
    @Test
    void namesAreFoundInStringsAndCommentsToo() {
        Set<String> names = SqlLexer.names(
                "nextval('public.\"My S\"'::regclass) -- of Orders\n AS $f$ x := 'inner'; $f$ /* a /* b */ */");

        assertEquals(
                Set.of("nextval", "public", "My S", "regclass", "of", "orders", "as", "x", "inner", "a", "b"), names);
    }

    @Test
    void whatIsNotClosedGoesToTheEnd() {
        for (String text : List.of("'it", "\"it", "$$it", "$a$it", "/* it", "E'it\\'", "U&\"it", "it's $")) {
            assertEquals(text, SqlLexer.read(text).stream().map(Token::text).reduce("", String::concat));
            SqlLexer.names(text);
        }
    }

    @Test
    void aForeignKeyIsReadWithOddNames() {
        ForeignKeyText key = ForeignKeyText.of(
                        "FOREIGN KEY (a, \"B)\") REFERENCES public.\"t (x\"(id, \"REFERENCES\") ON DELETE CASCADE")
                .orElseThrow();

        assertEquals(new ForeignKeyText(List.of("a", "B)"), "public.\"t (x\"", List.of("id", "REFERENCES")), key);
    }

    @Test
    void otherTextIsNoForeignKey() {
        assertEquals(Optional.empty(), ForeignKeyText.of("CHECK (note <> 'FOREIGN KEY')"));
        assertEquals(Optional.empty(), ForeignKeyText.of("UNIQUE (a)"));
    }
}
