package io.pggit.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.capture.SqlFile;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A catalog that marks are made of and the signature leaves out could change unseen. */
class CatalogSignatureTest {
    private static final Pattern CATALOG = Pattern.compile("(?:FROM|JOIN) (pg_[a-z_]+)");

    @Test
    void theSignatureIsOfEveryCatalogThatMarksAreMadeOf() {
        Set<String> marked = catalogs("catalog_marks");

        assertTrue(marked.contains("pg_class"), marked::toString);
        assertEquals(marked, catalogs("catalog_signature"));
    }

    private static Set<String> catalogs(String function) {
        return CATALOG.matcher(SqlFile.beside(SqlApi.class, "api/work/" + function))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
