package io.pggit.core.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeverityTest {
    private static final TextNode TEXT = TextNode.valueOf("text");

    @Test
    void whatIsGoneOrOfAnotherTypeBreaksUsers() {
        assertEquals(Severity.MAJOR, removed("columns", "phone"));
        assertEquals(Severity.MAJOR, changed("columns", "phone", "type"));
        assertEquals(Severity.MAJOR, changed("returns"));
        assertEquals(
                Severity.MAJOR,
                Severity.of(List.of(new AttributeChange(
                        List.of("columns", "a", "not_null"), Optional.empty(), Optional.of(BooleanNode.TRUE)))));
    }

    @Test
    void whatIsAddedIsMore() {
        assertEquals(Severity.MINOR, added("columns", "phone"));
        assertEquals(Severity.MINOR, added("constraints", "positive"));
        assertEquals(Severity.MINOR, labels(List.of("a"), List.of("a", "b")));
        assertEquals(Severity.MAJOR, labels(List.of("a", "b"), List.of("b")));
    }

    @Test
    void commentsDefaultsAndIndexesAskNothing() {
        assertEquals(Severity.PATCH, changed("comment"));
        assertEquals(Severity.PATCH, removed("columns", "phone", "default"));
        assertEquals(Severity.PATCH, removed("indexes", "by_name"));
        assertEquals(Severity.PATCH, Severity.of(List.of()));
    }

    @Test
    void aColumnMayBeCalledLikeAnAttribute() {
        assertEquals(Severity.MAJOR, removed("columns", "comment"));
        assertEquals(Severity.MINOR, added("columns", "default"));
    }

    @Test
    void theWeightiestChangeCounts() {
        VersionNumber number =
                VersionNumber.FIRST.after(Severity.PATCH).after(Severity.MINOR).after(Severity.PATCH);

        assertEquals("1.1.1", number.toString());
        assertEquals("2.0.0", number.after(Severity.MAJOR).toString());
    }

    private static Severity added(String... path) {
        return Severity.of(List.of(new AttributeChange(List.of(path), Optional.empty(), Optional.of(TEXT))));
    }

    private static Severity removed(String... path) {
        return Severity.of(List.of(new AttributeChange(List.of(path), Optional.of(TEXT), Optional.empty())));
    }

    private static Severity changed(String... path) {
        return Severity.of(List.of(
                new AttributeChange(List.of(path), Optional.of(TextNode.valueOf("integer")), Optional.of(TEXT))));
    }

    private static Severity labels(List<String> before, List<String> after) {
        var one = JsonNodeFactory.instance.arrayNode();
        before.forEach(one::add);
        var other = JsonNodeFactory.instance.arrayNode();
        after.forEach(other::add);
        return Severity.of(List.of(new AttributeChange(List.of("labels"), Optional.of(one), Optional.of(other))));
    }
}
